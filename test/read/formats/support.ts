import { expect } from 'vitest'
import { ReadError } from '../../../src/errors.js'
import { type OpenOptions, openTable } from '../../../src/read/open.js'
import type { Table } from '../../../src/read/table.js'
import { writeZip } from '../../../src/read/write/zip.js'
import type { Issue } from '../../../src/types.js'

export const utf8 = (text: string) => new TextEncoder().encode(text)

/** Bytes of a text in a one-byte encoding, by the units that differ from Latin-1. */
export function oneByte(text: string, differing: Record<string, number>): Uint8Array {
  return Uint8Array.from(text, (char) => differing[char] ?? char.charCodeAt(0))
}

export const cp1252 = (text: string) =>
  oneByte(text, { '€': 0x80, '…': 0x85, Š: 0x8a, Ž: 0x8e, '”': 0x94, '–': 0x96, š: 0x9a, ž: 0x9e })

export const latin9 = (text: string) => oneByte(text, { '€': 0xa4, Š: 0xa6, š: 0xa8, Ž: 0xb4, ž: 0xb8 })

export function utf16(text: string, options: { littleEndian: boolean; mark: boolean }): Uint8Array {
  const shown = options.mark ? `\uFEFF${text}` : text
  const bytes = new Uint8Array(shown.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < shown.length; i += 1) view.setUint16(i * 2, shown.charCodeAt(i), options.littleEndian)
  return bytes
}

export interface ReadResult {
  table: Table
  names: string[]
  cells: (readonly string[])[]
  records: number[]
  issues: Issue[]
}

/** Opens and walks a table, and checks that the sample tells the same as the walk. */
export async function readAll(
  source: string | Uint8Array | Blob,
  options: OpenOptions = {},
): Promise<ReadResult> {
  const table = await openTable(source, options)
  const cells: (readonly string[])[] = []
  const records: number[] = []
  for await (const row of table.rows()) {
    cells.push(row.cells)
    records.push(row.record)
  }
  expect(table.sample.map((row) => row.cells)).toEqual(cells.slice(0, table.sample.length))
  return {
    table,
    names: table.columns.map((column) => column.name),
    cells,
    records,
    issues: table.issues.list(),
  }
}

export const codes = (result: ReadResult) => result.issues.map((issue) => `${issue.code}@${issue.row}`)

/** The error of reading, which must be a ReadError with a message that says something. */
export async function readError(
  source: string | Uint8Array | Blob,
  options: OpenOptions = {},
): Promise<ReadError> {
  try {
    await readAll(source, options)
  } catch (error) {
    expect(error).toBeInstanceOf(ReadError)
    expect((error as ReadError).message.length).toBeGreaterThan(15)
    return error as ReadError
  }
  throw new Error('reading did not fail')
}

export async function gather(pieces: AsyncIterable<string | Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const piece of pieces) parts.push(typeof piece === 'string' ? utf8(piece) : piece)
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

export const zip = (parts: Record<string, string>) =>
  gather(writeZip(Object.entries(parts).map(([name, text]) => ({ name, content: [text] }))))

export interface SheetFixture {
  name: string
  state?: string
  /** XML inside the sheetData element. */
  xml: string
}

const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook written by hand, so that a test sees the XML that Excel writes. */
export function workbook(
  sheets: readonly SheetFixture[],
  more: { strings?: string[]; styles?: string; workbookPr?: string } = {},
): Promise<Uint8Array> {
  const strings = more.strings ?? []
  return zip({
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${types}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${types}">${more.workbookPr ?? ''}<sheets>${sheets
      .map(
        (sheet, i) =>
          `<sheet name="${sheet.name}" sheetId="${i + 1}"${sheet.state ? ` state="${sheet.state}"` : ''} r:id="rId${i + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}">${sheets
      .map(
        (_, i) =>
          `<Relationship Id="rId${i + 1}" Type="${types}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="rIdS" Type="${types}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rIdT" Type="${types}/styles" Target="/xl/styles.xml"/></Relationships>`,
    'xl/styles.xml': more.styles ?? '<styleSheet/>',
    'xl/sharedStrings.xml': `<sst>${strings.join('')}</sst>`,
    ...Object.fromEntries(
      sheets.map((sheet, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet><sheetData>${sheet.xml}</sheetData></worksheet>`,
      ]),
    ),
  })
}

/** Rows of inline texts and numbers as sheet XML. */
export function sheetXml(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows
    .map(
      (cells, r) =>
        `<row r="${r + 1}">${cells
          .map((cell, c) => {
            const reference = `${String.fromCharCode(65 + c)}${r + 1}`
            if (cell === null) return ''
            if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`
            return `<c r="${reference}" t="inlineStr"><is><t>${cell}</t></is></c>`
          })
          .join('')}</row>`,
    )
    .join('')
}
