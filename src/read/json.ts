import { ReadError } from '../errors.js'
import { limitError, type ReadLimits } from './limits.js'
import { fieldNames, ObjectRows, parseJson } from './objects.js'
import { shapeTable } from './shape.js'
import type { ByteSource } from './source.js'
import type { RawRow, Report, Table } from './table.js'
import { type TextHead, textChunks } from './text.js'

/** One element of the file: its value, or the reason why it is none. */
type Element = { value: unknown } | { bad: true }

const SAMPLE = 2000

function parse(text: string): Element {
  try {
    return { value: parseJson(text) }
  } catch {
    return { bad: true }
  }
}

/** Lines of NDJSON. */
async function* lineElements(
  source: ByteSource,
  head: TextHead,
  limits: ReadLimits,
  report: Report,
  signal?: AbortSignal,
): AsyncGenerator<Element[]> {
  let rest = ''
  for await (const { text, last } of textChunks(source, head.encoding, head.skip, report, signal)) {
    const lines = (rest + text).split('\n')
    rest = last ? '' : (lines.pop() ?? '')
    if (rest.length > limits.recordLength) throw limitError('recordLength', limits, source.name, 'a line')
    // A blank line is a blank record, except at the end.
    if (last) while (lines.length > 0 && lines[lines.length - 1]?.trim() === '') lines.pop()
    yield lines.map((line) => (line.trim() === '' ? { value: null } : parse(line)))
  }
}

/** Finds the elements of the first array of objects or arrays in a JSON text that comes in pieces. */
class ArrayElements {
  private rest = ''
  private depth = 0
  private start = -1
  private at = 0
  private inText = false
  private inside = false
  /** An array was opened and its first element is not seen yet. */
  private candidate = false
  /** Depth of the array whose elements are the records. */
  private base = 0
  ended = false

  push(piece: string): string[] {
    this.rest = this.rest === '' ? piece : this.rest + piece
    const found: string[] = []
    const text = this.rest
    for (; this.at < text.length && !this.ended; this.at += 1) {
      const code = text.charCodeAt(this.at)
      if (this.inText) {
        if (code === 92) this.at += 1
        else if (code === 34) this.inText = false
        continue
      }
      if (this.candidate && code > 32) {
        // The array of records is the one that begins with a record; at the top any array is.
        if (code === 123 || code === 91 || this.depth === 1) {
          this.inside = true
          this.base = this.depth
        }
        this.candidate = false
      }
      if (code === 34) {
        this.inText = true
        if (this.inside && this.depth === this.base && this.start < 0) this.start = this.at
      } else if (code === 91 || code === 123) {
        if (this.inside && this.depth === this.base && this.start < 0) this.start = this.at
        this.depth += 1
        if (!this.inside && code === 91 && this.depth <= 3) this.candidate = true
      } else if (code === 93 || code === 125) {
        if (this.inside && this.depth === this.base && code === 93) {
          if (this.start >= 0) found.push(text.slice(this.start, this.at))
          this.start = -1
          this.ended = true
        }
        this.depth -= 1
      } else if (code === 44 && this.inside && this.depth === this.base) {
        if (this.start >= 0) found.push(text.slice(this.start, this.at))
        this.start = -1
      } else if (code > 32 && this.inside && this.depth === this.base && this.start < 0) this.start = this.at
    }
    const keep = this.start >= 0 ? this.start : Math.min(this.at, text.length)
    this.rest = text.slice(keep)
    this.at -= keep
    if (this.start >= 0) this.start = 0
    return found
  }

  get waiting(): number {
    return this.rest.length
  }

  /** An array was found at all. */
  get found(): boolean {
    return this.inside
  }

  get cut(): boolean {
    return this.inside && !this.ended
  }
}

async function* arrayElements(
  source: ByteSource,
  head: TextHead,
  limits: ReadLimits,
  report: Report,
  signal?: AbortSignal,
): AsyncGenerator<Element[]> {
  const elements = new ArrayElements()
  for await (const { text } of textChunks(source, head.encoding, head.skip, report, signal)) {
    const found = elements.push(text)
    if (elements.waiting > limits.recordLength)
      throw limitError('recordLength', limits, source.name, 'an element')
    if (found.length > 0) yield found.map(parse)
    if (elements.ended) return
  }
  if (!elements.found)
    throw new ReadError(
      'not_a_table',
      `${source.name} is JSON without an array of records. Give an array of objects, or one object a line (NDJSON).`,
    )
  if (elements.cut)
    report({
      code: 'cut_short',
      severity: 'error',
      record: 0,
      hint: 'The JSON ends inside its array: the file is cut short. What came before was read.',
    })
}

/** Whether a text that begins with `{` or `[` is lines of JSON rather than one value. */
export function jsonKind(head: TextHead): 'ndjson' | 'json' | undefined {
  const text = head.text.trimStart()
  if (!/^[{[]/.test(text)) return undefined
  const line = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  const whole = parse(line)
  const first =
    'value' in whole && typeof whole.value === 'object' && whole.value !== null ? whole.value : undefined
  if (first === undefined) {
    // A first line that is cut by the head is one long value or one long line; an array is an array.
    return /^\[\s*[[{"\]\d-]/.test(text) || /^\{\s*("|\})/.test(text) ? 'json' : undefined
  }
  if (text.slice(line.length).trim() !== '') return 'ndjson'
  if (Array.isArray(first)) return first.every((item) => typeof item === 'object') ? 'json' : 'ndjson'
  // One object alone: records under one of its fields, or a record itself.
  return Object.values(first).some(
    (value) =>
      Array.isArray(value) &&
      value.length > 0 &&
      value.every((item) => typeof item === 'object' && item !== null),
  )
    ? 'json'
    : 'ndjson'
}

/** Opens NDJSON or a JSON array as a table; objects within objects become columns `outer.inner`. */
export async function openJson(
  source: ByteSource,
  head: TextHead,
  format: 'ndjson' | 'json',
  limits: ReadLimits,
): Promise<Table> {
  const elements = format === 'ndjson' ? lineElements : arrayElements
  const sample: unknown[] = []
  let good = 0
  let bad = 0
  for await (const batch of elements(source, head, limits, () => {})) {
    for (const element of batch) {
      if ('bad' in element) bad += 1
      else if (element.value !== null) {
        good += 1
        sample.push(element.value)
      }
    }
    if (sample.length >= SAMPLE) break
  }
  if (good === 0 && bad > 0)
    throw new ReadError(
      'not_a_table',
      `${source.name} looks like JSON and cannot be parsed: check it with a JSON validator.`,
    )
  const arrays = sample.length > 0 && sample.every(Array.isArray)
  const names = arrays ? [] : fieldNames(sample, limits, source.name)

  async function* batches(report: Report, signal?: AbortSignal): AsyncGenerator<RawRow[]> {
    const rows = new ObjectRows(names, report)
    if (arrays) rows.record = 0
    else yield [{ record: 1, cells: [...names] }]
    for await (const batch of elements(source, head, limits, report, signal)) {
      yield batch.map((element) => {
        if (!('bad' in element)) return rows.row(element.value)
        const row = rows.row(null)
        rows.refuse('The line cannot be parsed as JSON; it was left out.')
        return row
      })
    }
  }
  const columns = names.map((name) => ({ name }))
  return shapeTable(
    { file: source.name, format, encoding: head.encoding, delimiter: null, sheet: null },
    batches,
    arrays ? {} : { header: { skip: 1, preamble: 0, columns, duplicates: [], unnamed: [] } },
  )
}
