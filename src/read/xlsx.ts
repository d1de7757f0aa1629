import { ReadError } from '../errors.js'
import type { ReadLimits } from './limits.js'
import type { FormatKind } from './serial.js'
import { shapeTable } from './shape.js'
import { type SheetContext, SheetReader, StringsReader } from './sheet.js'
import { chooseSheet, type SheetPeek, sheetChosen } from './sheetChoice.js'
import type { ByteSource } from './source.js'
import type { RawRow, Report, Table } from './table.js'
import { readStyles, readWorkbook, relationships, type SheetEntry } from './workbook.js'
import { type XmlHandler, XmlScanner } from './xml.js'
import { entryText, type ZipArchive } from './zip.js'

interface Book {
  archive: ZipArchive
  sheets: SheetEntry[]
  strings: readonly string[]
  styles: readonly FormatKind[]
  from1904: boolean
  /** Bytes inflated for all but the sheets. */
  spent: number
}

/** Drives a handler over an XML part as it is inflated; `after` runs after each piece and may stop it. */
export async function* scanPart(
  archive: ZipArchive,
  path: string,
  handler: XmlHandler,
  spent: { bytes: number },
  signal?: AbortSignal,
): AsyncGenerator<void> {
  const decoder = new TextDecoder()
  const scanner = new XmlScanner(handler)
  let pending = ''
  for await (const bytes of archive.inflate(path, spent, signal)) {
    pending += decoder.decode(bytes, { stream: true })
    // A long text is scanned again only when as much has come anew.
    if (pending.length < scanner.waiting) continue
    scanner.push(pending, false)
    pending = ''
    yield
  }
  scanner.push(pending + decoder.decode(), true)
  yield
}

async function openBook(archive: ZipArchive, source: ByteSource, limits: ReadLimits): Promise<Book> {
  const spent = { bytes: 0 }
  const root = relationships(await entryText(archive, '_rels/.rels', spent), '')
  const main =
    root.find((relation) => relation.type.endsWith('/officeDocument'))?.path ??
    archive.names.find((name) => name.endsWith('workbook.xml')) ??
    ''
  if (main.endsWith('.bin') || (!archive.has(main) && archive.has('xl/workbook.bin')))
    throw new ReadError('not_supported', `${source.name} is a binary workbook (XLSB); save it as XLSX.`)
  if (!archive.has(main))
    throw new ReadError(
      'not_a_table',
      `${source.name} is a ZIP archive without a workbook; unpack it and give the files in it.`,
    )
  const folder = main.replace(/[^/]*$/, '')
  const relations = relationships(
    await entryText(archive, `${folder}_rels/${main.slice(folder.length)}.rels`, spent),
    folder,
  )
  const paths = new Map(
    relations
      .filter((relation) => relation.type.endsWith('/worksheet'))
      .map((relation) => [relation.id, relation.path]),
  )
  const workbook = readWorkbook(await entryText(archive, main, spent), paths)
  const sheets = workbook.sheets.filter((sheet) => archive.has(sheet.path))
  if (sheets.length === 0)
    throw new ReadError('not_a_table', `${source.name} is a workbook without a worksheet.`)
  const part = (type: string) => relations.find((relation) => relation.type.endsWith(type))?.path ?? ''
  const styles = readStyles(await entryText(archive, part('/styles'), spent))
  const reader = new StringsReader(limits, source.name)
  const strings = part('/sharedStrings')
  if (archive.has(strings)) for await (const _ of scanPart(archive, strings, reader, spent)) void _
  return { archive, sheets, strings: reader.strings, styles, from1904: workbook.from1904, spent: spent.bytes }
}

async function* sheetRows(
  book: Book,
  path: string,
  context: SheetContext,
  signal?: AbortSignal,
): AsyncGenerator<RawRow[]> {
  const reader = new SheetReader(context)
  const spent = { bytes: book.spent }
  for await (const _ of scanPart(book.archive, path, reader, spent, signal)) {
    const rows = reader.take()
    if (rows.length > 0) yield rows
    if (reader.finished) return
  }
}

const PEEK_ROWS = 40

/**
 * Opens a workbook (XLSX, also "Strict Open XML") as a table. Cells come as their raw value by the number
 * format, never as a formatter's text; formulas by their cached value. The sheet is chosen by name and content.
 */
export async function openXlsx(
  source: ByteSource,
  archive: ZipArchive,
  limits: ReadLimits,
  given?: string | number,
): Promise<Table> {
  const book = await openBook(archive, source, limits)
  const context = (report: Report): SheetContext => ({
    file: source.name,
    strings: book.strings,
    styles: book.styles,
    from1904: book.from1904,
    limits,
    report,
  })
  const rowsOf = (sheet: SheetEntry) => (report: Report, signal?: AbortSignal) =>
    sheetRows(book, sheet.path, context(report), signal)

  const peeks: SheetPeek[] = []
  for (const sheet of book.sheets.slice(0, 50)) {
    const rows: string[][] = []
    if (book.sheets.length > 1 && given === undefined)
      for await (const batch of rowsOf(sheet)(() => {})) {
        for (const row of batch) if (rows.length < PEEK_ROWS) rows.push(row.cells)
        if (rows.length >= PEEK_ROWS) break
      }
    peeks.push({ name: sheet.name, hidden: sheet.hidden, rows })
  }
  const chosen = book.sheets[chooseSheet(peeks, given, source.name)] as SheetEntry
  const table = await shapeTable(
    { file: source.name, format: 'xlsx', encoding: 'xlsx', delimiter: null, sheet: chosen.name },
    rowsOf(chosen),
  )
  if (book.sheets.length > 1)
    table.otherSheets = book.sheets.filter((sheet) => sheet !== chosen).map((sheet) => sheet.name)
  if (given === undefined && book.sheets.length > 1)
    table.issues.add(sheetChosen(source.name, chosen.name, book.sheets.length))
  return table
}
