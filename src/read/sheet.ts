import { limitError, type ReadLimits } from './limits.js'
import { type FormatKind, numberText, serialToIso } from './serial.js'
import type { RawRow, Report } from './table.js'
import { attribute, decodeXml, type XmlHandler } from './xml.js'

/** `_x000D_` and the like: how OOXML writes characters that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export function decodeText(raw: string): string {
  const text = decodeXml(raw)
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
}

export interface SheetContext {
  file: string
  strings: readonly string[]
  styles: readonly FormatKind[]
  from1904: boolean
  limits: ReadLimits
  report: Report
}

/** 0-based column of a cell reference ("AB12" is 27), -1 when it has no letters. */
function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length; i += 1) {
    const code = reference.charCodeAt(i) & ~32
    if (code < 65 || code > 90) break
    column = column * 26 + (code - 64)
  }
  return column - 1
}

/** Reads the cells of one worksheet part; complete rows gather in `rows` until they are taken. */
export class SheetReader implements XmlHandler {
  private rows: RawRow[] = []
  private record = 0
  private cells: string[] = []
  private column = -1
  private type = ''
  private style = 0
  private value = ''
  private reading = false
  private phonetic = false
  private done = false

  constructor(private readonly context: SheetContext) {}

  take(): RawRow[] {
    const rows = this.rows
    this.rows = []
    return rows
  }

  /** True after the last row, when what follows (merges, validations) need not be read. */
  get finished(): boolean {
    return this.done
  }

  open(name: string, attributes: string, selfClosing: boolean): void {
    if (name === 'c') {
      this.openCell(attributes)
      if (selfClosing) this.closeCell()
    } else if (name === 'v' || name === 't') this.reading = !selfClosing && !this.phonetic
    else if (name === 'row') {
      const given = Number(attribute(attributes, 'r'))
      this.record = given > this.record ? given : this.record + 1
      this.cells = []
      this.column = -1
      const hidden = attribute(attributes, 'hidden')
      if (hidden === '1' || hidden === 'true')
        this.context.report({
          code: 'hidden_row',
          severity: 'info',
          record: this.record,
          hint: 'The row is hidden in the sheet; it was read.',
        })
      if (selfClosing) this.closeRow()
    } else if (name === 'rPh') this.phonetic = !selfClosing
    else if (name === 'sheetData' && selfClosing) this.done = true
  }

  close(name: string): void {
    if (name === 'c') this.closeCell()
    else if (name === 'v' || name === 't') this.reading = false
    else if (name === 'row') this.closeRow()
    else if (name === 'rPh') this.phonetic = false
    else if (name === 'sheetData') this.done = true
  }

  text(raw: string): void {
    if (!this.reading) return
    this.value = this.value === '' ? raw : this.value + raw
    if (this.value.length > this.context.limits.cellLength * 2) throw this.passed('cellLength')
  }

  private passed(limit: 'cellLength' | 'columns') {
    return limitError(limit, this.context.limits, this.context.file, `row ${this.record} of the sheet`)
  }

  /** The three attributes in one walk: this runs for every cell. */
  private openCell(attributes: string): void {
    this.type = ''
    this.style = 0
    this.value = ''
    let column = this.column + 1
    for (let i = 0; i < attributes.length; i += 1) {
      if (attributes.charCodeAt(i) !== 61) continue
      const name = attributes.charCodeAt(i - 1)
      const mark = attributes.charAt(i + 1)
      const end = attributes.indexOf(mark, i + 2)
      if (end < 0) break
      if (attributes.charCodeAt(i - 2) <= 32) {
        if (name === 114) column = columnOf(attributes.slice(i + 2, end))
        else if (name === 116) this.type = attributes.slice(i + 2, end)
        else if (name === 115) this.style = Number(attributes.slice(i + 2, end))
      }
      i = end
    }
    this.column = column < 0 ? this.column + 1 : column
    if (this.column >= this.context.limits.columns) throw this.passed('columns')
  }

  private closeCell(): void {
    const text = this.value === '' && this.type !== 's' ? '' : this.cellText()
    if (text === '') return
    if (text.length > this.context.limits.cellLength) throw this.passed('cellLength')
    while (this.cells.length < this.column) this.cells.push('')
    this.cells[this.column] = text
  }

  private cellText(): string {
    const { type, value, context } = this
    if (type === 's') {
      const text = value === '' ? '' : context.strings[Number(value)]
      if (text === undefined)
        context.report({
          code: 'broken_cell',
          severity: 'warning',
          record: this.record,
          column: this.column,
          hint: 'The cell points to a text that the workbook does not hold; read as empty.',
        })
      return text ?? ''
    }
    if (type === '' || type === 'n') return this.number(value)
    if (type === 'b') return value.trim() === '1' || value.trim() === 'true' ? 'true' : 'false'
    // "Strict Open XML" stores dates as ISO text.
    if (type === 'd')
      return value
        .trim()
        .replace(/(T\d\d:\d\d:\d\d)\.0+$/, '$1')
        .replace(/T00:00:00$/, '')
    return decodeText(value)
  }

  private number(value: string): string {
    const format = this.style === 0 ? undefined : this.context.styles[this.style]
    if (format === undefined || format.kind === 'number') return numberText(value)
    if (format.kind === 'zeros') return numberText(value).padStart(format.width, '0')
    const iso = serialToIso(Number(value), { from1904: this.context.from1904, kind: format.kind })
    if (iso !== undefined) return iso
    this.context.report({
      code: 'bad_date_cell',
      severity: 'warning',
      record: this.record,
      column: this.column,
      value: value.slice(0, 40),
      hint: 'A cell is formatted as a date, yet its number is outside the calendar; the number was kept.',
    })
    return numberText(value)
  }

  private closeRow(): void {
    this.rows.push({ record: this.record, cells: this.cells })
    this.cells = []
  }
}

/** Texts of the shared strings part, in order; runs of a rich text are joined, phonetic guides left out. */
export class StringsReader implements XmlHandler {
  readonly strings: string[] = []
  private value = ''
  private reading = false
  private phonetic = false

  constructor(
    private readonly limits: ReadLimits,
    private readonly file: string,
  ) {}

  open(name: string, _attributes: string, selfClosing: boolean): void {
    if (name === 't') this.reading = !selfClosing && !this.phonetic
    else if (name === 'rPh') this.phonetic = !selfClosing
    else if (name === 'si') {
      this.value = ''
      if (selfClosing) this.strings.push('')
    }
  }

  close(name: string): void {
    if (name === 't') this.reading = false
    else if (name === 'rPh') this.phonetic = false
    else if (name === 'si') {
      if (this.strings.length >= this.limits.items)
        throw limitError('items', this.limits, this.file, 'the list of shared texts')
      // A copy of its own: a slice would keep the whole piece of XML in memory.
      this.strings.push(decodeText(this.value))
      this.value = ''
    }
  }

  text(raw: string): void {
    if (this.reading) this.value = this.value === '' ? raw : this.value + raw
  }
}
