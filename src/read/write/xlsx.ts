import { PalauteError } from '../../errors.js'
import { looksLikeFormula, type OutputCell, type OutputColumn, type OutputRows } from './cell.js'
import { writeZip, type ZipPart } from './zip.js'

export interface OutputSheet {
  name: string
  columns: readonly OutputColumn[]
  rows: OutputRows
}

/** Limits of Excel ("Excel specifications and limits"): rows of a sheet, characters of a cell. */
const MOST_ROWS = 1_048_576
const MOST_TEXT = 32_767

const PIECE = 64 * 1024

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationshipTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const contentTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Control characters, noncharacters and lone surrogates; CR too, which XML readers turn into LF. */
const unfit = /(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu

/** What XML cannot hold is written as `_xHHHH_`, and a text that looks so has its underscore written so. */
function escapeText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(unfit, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

const escapeAttribute = (text: string) => escapeText(text).replaceAll('"', '&quot;')

/** Letters of a 0-based column: 0 is A, 27 is AB. */
function columnLetters(column: number): string {
  let letters = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters
  return letters
}

/** Style 1: bold, of the header. Style 2: text that is never a formula, even when it is edited (quotePrefix). */
const styles =
  `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

function cellXml(cell: OutputCell, reference: string, header: boolean): string {
  if (cell === null || cell === undefined || cell === '') return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c r="${reference}"><v>${cell}</v></c>` : ''
  if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`
  const style = header ? ' s="1"' : looksLikeFormula(cell) ? ' s="2"' : ''
  const text = escapeText(cell.length > MOST_TEXT ? `${cell.slice(0, MOST_TEXT - 1)}…` : cell)
  return `<c r="${reference}"${style} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

async function* sheetXml(sheet: OutputSheet): AsyncGenerator<string> {
  const letters = sheet.columns.map((_, c) => columnLetters(c))
  let text =
    `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>'
  let row = 0
  const rowXml = (cells: readonly OutputCell[]) => {
    row += 1
    let xml = `<row r="${row}">`
    for (let c = 0; c < letters.length; c += 1) xml += cellXml(cells[c], `${letters[c]}${row}`, row === 1)
    return `${xml}</row>`
  }
  text += rowXml(sheet.columns.map((column) => column.name))
  for await (const cells of sheet.rows) {
    if (row >= MOST_ROWS)
      throw new PalauteError(
        'not_supported',
        `A sheet of XLSX holds ${MOST_ROWS} rows and there are more. Write CSV or Parquet.`,
      )
    text += rowXml(cells)
    if (text.length > PIECE) {
      yield text
      text = ''
    }
  }
  yield `${text}</sheetData></worksheet>`
}

/** Names that Excel accepts: no []:*?/\, at most 31 characters, each once. */
function sheetNames(sheets: readonly OutputSheet[]): string[] {
  const taken = new Set<string>()
  return sheets.map((sheet, i) => {
    const plain =
      sheet.name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim()
        .slice(0, 31) || `Sheet${i + 1}`
    let name = plain
    for (let n = 2; taken.has(name.toLowerCase()); n += 1)
      name = `${plain.slice(0, 31 - String(n).length - 1)} ${n}`
    taken.add(name.toLowerCase())
    return name
  })
}

/**
 * A workbook of one or more sheets, streamed. Texts are inline strings and are text whatever they begin with;
 * those that look like formulas also carry Excel's own mark for text (quotePrefix), so that neither editing
 * nor saving turns them into one. Same input, same bytes. A text beyond 32,767 characters, the most that
 * Excel can hold, is cut and ends with an ellipsis.
 *
 * @throws PalauteError `not_supported` past 1,048,576 rows
 */
export async function* writeXlsx(sheets: readonly OutputSheet[]): AsyncGenerator<Uint8Array> {
  const names = sheetNames(sheets)
  const each = (xml: (n: number) => string) => names.map((_, i) => xml(i + 1)).join('')
  const parts: ZipPart[] = [
    {
      name: '[Content_Types].xml',
      content: [
        `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
          '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
          '<Default Extension="xml" ContentType="application/xml"/>' +
          `<Override PartName="/xl/workbook.xml" ContentType="${contentTypes}.sheet.main+xml"/>` +
          `<Override PartName="/xl/styles.xml" ContentType="${contentTypes}.styles+xml"/>` +
          `${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${contentTypes}.worksheet+xml"/>`)}</Types>`,
      ],
    },
    {
      name: '_rels/.rels',
      content: [
        `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
          `<Relationship Id="rId1" Type="${relationshipTypes}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ],
    },
    {
      name: 'xl/workbook.xml',
      content: [
        `${declaration}<workbook xmlns="${main}" xmlns:r="${relationshipTypes}"><sheets>` +
          names
            .map(
              (name, i) => `<sheet name="${escapeAttribute(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
            )
            .join('') +
          '</sheets></workbook>',
      ],
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: [
        `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
          each(
            (n) =>
              `<Relationship Id="rId${n}" Type="${relationshipTypes}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
          ) +
          `<Relationship Id="rId${names.length + 1}" Type="${relationshipTypes}/styles" Target="styles.xml"/></Relationships>`,
      ],
    },
    { name: 'xl/styles.xml', content: [styles] },
    ...sheets.map((sheet, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, content: sheetXml(sheet) })),
  ]
  yield* writeZip(parts)
}
