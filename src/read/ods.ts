import { ReadError } from '../errors.js'
import { limitError, type ReadLimits } from './limits.js'
import { numberText } from './serial.js'
import { shapeTable } from './shape.js'
import { chooseSheet, type SheetPeek, sheetChosen } from './sheetChoice.js'
import type { ByteSource } from './source.js'
import type { RawRow, Report, Table } from './table.js'
import { scanPart } from './xlsx.js'
import { attribute, decodeXml, type XmlHandler } from './xml.js'
import type { ZipArchive } from './zip.js'

/** Repeats of one cell or row beyond this are formatting to the edge of the sheet, not data. */
const MOST_REPEATS = 1000

/** Cells of one sheet of content.xml (OpenDocument 1.3, part 3, chapter 9); rows gather until they are taken. */
class OdsReader implements XmlHandler {
  /** Names of the sheets in their order, as far as they have been seen. */
  readonly names: string[] = []
  private rows: RawRow[] = []
  private sheet = -1
  private record = 0
  private rowRepeats = 1
  private cells: string[] = []
  private column = 0
  private cellRepeats = 1
  private value: string | undefined
  private isDate = false
  private paragraphs: string[] = []
  private depth = 0
  private inParagraph = false
  /** Depth inside an annotation or another frame, whose paragraphs are not the cell's. */
  private aside = 0
  private inCell = false

  constructor(
    /** 0-based sheet to read; -1 reads the first rows of all. */
    private readonly wanted: number,
    private readonly limits: ReadLimits,
    private readonly file: string,
    private readonly report: Report,
    private readonly peek?: (sheet: number, cells: string[]) => void,
  ) {}

  take(): RawRow[] {
    const rows = this.rows
    this.rows = []
    return rows
  }

  get finished(): boolean {
    return this.wanted >= 0 && this.sheet > this.wanted
  }

  private get reading(): boolean {
    return this.wanted < 0 || this.sheet === this.wanted
  }

  open(name: string, attributes: string, selfClosing: boolean): void {
    if (this.aside > 0) {
      if (!selfClosing) this.aside += 1
      return
    }
    if (name === 'table') {
      this.depth += 1
      if (this.depth > 1) return
      this.sheet += 1
      this.record = 0
      this.names.push(attribute(attributes, 'name') ?? '')
    } else if (!this.reading) return
    else if (name === 'table-row') {
      this.rowRepeats = Number(attribute(attributes, 'number-rows-repeated') ?? 1) || 1
      this.cells = []
      this.column = 0
      if (/visibility="(collapse|filter)"/.test(attributes) && this.wanted >= 0)
        this.report({
          code: 'hidden_row',
          severity: 'info',
          record: this.record + 1,
          hint: 'The row is hidden in the sheet; it was read.',
        })
      if (selfClosing) this.closeRow()
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      this.openCell(attributes)
      if (selfClosing) this.closeCell()
    } else if (this.inCell) this.openText(name, attributes, selfClosing)
  }

  close(name: string): void {
    if (this.aside > 0) {
      this.aside -= 1
      return
    }
    if (name === 'table') this.depth -= 1
    else if (!this.reading) return
    else if (name === 'table-cell' || name === 'covered-table-cell') this.closeCell()
    else if (name === 'table-row') this.closeRow()
    else if (name === 'p' || name === 'h') this.inParagraph = false
  }

  text(raw: string): void {
    if (this.inParagraph && this.aside === 0) this.append(decodeXml(raw).replace(/[ \t\r\n]+/g, ' '))
  }

  private append(text: string): void {
    const last = this.paragraphs.length - 1
    this.paragraphs[last] = `${this.paragraphs[last] ?? ''}${text}`
  }

  private openText(name: string, attributes: string, selfClosing: boolean): void {
    if (name === 'p' || name === 'h') {
      this.paragraphs.push('')
      this.inParagraph = !selfClosing
    } else if (name === 's')
      this.append(' '.repeat(Math.min(1000, Number(attribute(attributes, 'c') ?? 1) || 1)))
    else if (name === 'tab') this.append('\t')
    else if (name === 'line-break') this.append('\n')
    else if ((name === 'annotation' || name === 'frame' || name === 'custom-shape') && !selfClosing)
      this.aside = 1
  }

  private openCell(attributes: string): void {
    this.inCell = true
    this.paragraphs = []
    this.cellRepeats = Number(attribute(attributes, 'number-columns-repeated') ?? 1) || 1
    this.isDate = false
    this.value = this.typedValue(attributes)
  }

  /** The value by its type; undefined leaves it to the text. */
  private typedValue(attributes: string): string | undefined {
    const type = attribute(attributes, 'value-type')
    if (type === 'float' || type === 'currency' || type === 'percentage')
      return numberText(attribute(attributes, 'value') ?? '')
    this.isDate = type === 'date'
    if (type === 'date')
      return (attribute(attributes, 'date-value') ?? '').replace(/(T\d\d:\d\d:\d\d)\.\d+$/, '$1')
    if (type === 'boolean') return attribute(attributes, 'boolean-value') === 'true' ? 'true' : 'false'
    if (type === 'time') {
      const time = /^PT(\d+)H(\d+)M(\d+)/.exec(attribute(attributes, 'time-value') ?? '')
      return time
        ? time
            .slice(1, 4)
            .map((part) => (part ?? '').padStart(2, '0'))
            .join(':')
        : undefined
    }
    return type === 'string' ? attribute(attributes, 'string-value') : undefined
  }

  private closeCell(): void {
    this.inCell = false
    this.inParagraph = false
    const shown = this.paragraphs.join('\n')
    // LibreOffice leaves the clock of midnight out of the value and shows it in the text.
    const midnight = this.isDate && this.value?.length === 10 && /\s0?0[.:]00/.test(shown)
    const text = midnight ? `${this.value}T00:00:00` : (this.value ?? shown)
    if (text.length > this.limits.cellLength)
      throw limitError('cellLength', this.limits, this.file, `row ${this.record + 1} of the sheet`)
    if (text !== '') {
      const repeats = Math.min(this.cellRepeats, MOST_REPEATS)
      if (this.column + repeats > this.limits.columns)
        throw limitError('columns', this.limits, this.file, `row ${this.record + 1} of the sheet`)
      while (this.cells.length < this.column) this.cells.push('')
      for (let i = 0; i < repeats; i += 1) this.cells.push(text)
    }
    this.column += this.cellRepeats
  }

  private closeRow(): void {
    const filled = this.cells.length > 0
    if (filled) {
      for (let i = 0; i < Math.min(this.rowRepeats, MOST_REPEATS); i += 1) {
        if (this.peek) this.peek(this.sheet, [...this.cells])
        else this.rows.push({ record: this.record + i + 1, cells: [...this.cells] })
      }
    }
    this.record += this.rowRepeats
    this.cells = []
  }
}

const CONTENT = 'content.xml'
const PEEK_ROWS = 40

/**
 * Opens an OpenDocument spreadsheet as a table: cells by their typed value, dates as ISO, the sheet chosen by
 * name and content.
 */
export async function openOds(
  source: ByteSource,
  archive: ZipArchive,
  limits: ReadLimits,
  given?: string | number,
): Promise<Table> {
  const peeks: SheetPeek[] = []
  const first = new OdsReader(
    -1,
    limits,
    source.name,
    () => {},
    (sheet, cells) => {
      const rows = (peeks[sheet] as { rows: string[][] } | undefined)?.rows
      if (rows === undefined) peeks[sheet] = { name: '', hidden: false, rows: [cells] }
      else if (rows.length < PEEK_ROWS) rows.push(cells)
    },
  )
  for await (const _ of scanPart(archive, CONTENT, first, { bytes: 0 })) void _
  if (first.names.length === 0)
    throw new ReadError(
      'not_a_table',
      `${source.name} is an OpenDocument file without a sheet that can be read, or one protected by a password. Save it as a spreadsheet (ODS) without one.`,
    )
  const sheets = first.names.map((name, i) => ({ name, hidden: false, rows: peeks[i]?.rows ?? [] }))
  const chosen = chooseSheet(sheets, given, source.name)

  async function* batches(report: Report, signal?: AbortSignal): AsyncGenerator<RawRow[]> {
    const reader = new OdsReader(chosen, limits, source.name, report)
    for await (const _ of scanPart(archive, CONTENT, reader, { bytes: 0 }, signal)) {
      const rows = reader.take()
      if (rows.length > 0) yield rows
      if (reader.finished) return
    }
  }
  const name = first.names[chosen] ?? ''
  const table = await shapeTable(
    { file: source.name, format: 'ods', encoding: 'ods', delimiter: null, sheet: name },
    batches,
  )
  if (first.names.length > 1) table.otherSheets = first.names.filter((other) => other !== name)
  if (given === undefined && first.names.length > 1)
    table.issues.add(sheetChosen(source.name, name, first.names.length))
  return table
}
