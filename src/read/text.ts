import { ReadError } from '../errors.js'
import { CsvScanner } from './csv.js'
import { createDecoding } from './decode.js'
import type { DialectGuess } from './dialect.js'
import { detectEncoding, type Encoding } from './encoding.js'
import type { ReadLimits } from './limits.js'
import { createMojibakeRepair } from './mojibake.js'
import type { ByteSource } from './source.js'
import type { RawBatches, RawRow, Report } from './table.js'

/** Bytes looked at before anything is said of the encoding, and of the dialect. */
const ENCODING_BYTES = 1024 * 1024
const DIALECT_BYTES = 256 * 1024

export interface TextHead {
  text: string
  encoding: Encoding
  skip: number
  /** Whether the head is the whole file. */
  complete: boolean
}

/** Encoding and text of the first bytes; bytes that are no text throw. */
export async function readTextHead(source: ByteSource, given?: string): Promise<TextHead> {
  const all = await source.read(0, Math.min(source.size, ENCODING_BYTES))
  const guess = detectEncoding(all)
  const encoding = given === undefined ? guess?.encoding : knownEncoding(given, source.name)
  if (encoding === undefined)
    throw new ReadError(
      'not_a_table',
      `${source.name} holds binary data (NUL bytes), not text. Export the answers as CSV, XLSX, ODS, NDJSON or Parquet.`,
    )
  const skip = guess?.skip ?? 0
  const decoding = createDecoding(encoding)
  const bytes = all.subarray(0, DIALECT_BYTES)
  const complete = bytes.length >= source.size
  const text = decoding.decode(bytes.subarray(skip), complete)
  return { text: createMojibakeRepair().repair(text, true), encoding, skip, complete }
}

const aliases: Record<string, Encoding> = {
  utf8: 'utf-8',
  'utf-8': 'utf-8',
  'utf-8-bom': 'utf-8-bom',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'utf-16': 'utf-16le',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
  latin9: 'iso-8859-15',
  macintosh: 'macintosh',
}

function knownEncoding(name: string, file: string): Encoding {
  const encoding = aliases[name.toLowerCase()]
  if (encoding) return encoding
  throw new ReadError(
    'not_supported',
    `${file}: the encoding given is not known here; give one of ${Object.values(aliases)
      .filter((v, i, all) => all.indexOf(v) === i)
      .join(', ')}.`,
    { path: 'encoding' },
  )
}

/** Text of a file in pieces, decoded and repaired; what was odd is told of the file as a whole. */
export async function* textChunks(
  source: ByteSource,
  encoding: Encoding,
  skip: number,
  report: Report,
  signal?: AbortSignal,
): AsyncGenerator<{ text: string; last: boolean }> {
  const decoding = createDecoding(encoding)
  const mojibake = createMojibakeRepair()
  let seen = 0
  let lost = false
  for await (const chunk of source.chunks(signal)) {
    const from = Math.max(0, skip - seen)
    seen += chunk.length
    const last = seen >= source.size
    let text = mojibake.repair(decoding.decode(from > 0 ? chunk.subarray(from) : chunk, last), last)
    // Files joined end to end leave byte order marks inside; DOS ended texts with Ctrl-Z.
    if (text.includes('\uFEFF')) text = text.replaceAll('\uFEFF', '')
    if (last && text.endsWith('\u001A')) text = text.slice(0, -1)
    if (text.includes('\0'))
      throw new ReadError(
        'not_a_table',
        `${source.name} holds NUL bytes: it is damaged or no text. Export it again.`,
      )
    if (decoding.illFormed > 0)
      report({
        code: 'mixed_encoding',
        severity: 'warning',
        record: 0,
        hint: 'Some bytes are not UTF-8; they were read as windows-1252. The file seems to be joined from several.',
      })
    if (mojibake.found > 0)
      report({
        code: 'mojibake_repaired',
        severity: 'warning',
        record: 0,
        hint: 'Letters had been garbled (UTF-8 read as windows-1252) before this file was saved; they were repaired.',
      })
    if (!lost && text.includes('\uFFFD')) {
      lost = true
      report({
        code: 'lost_characters',
        severity: 'warning',
        record: 0,
        hint: 'Some letters were lost (U+FFFD) before this file was saved and cannot be brought back. Export it again if you can.',
      })
    }
    yield { text, last }
    if (last) return
  }
  yield { text: mojibake.repair(decoding.decode(new Uint8Array(0), true), true), last: true }
}

/** A record that was quoted as a whole (`"1;9;Ok"`): its one cell holds the cells. */
function unwrap(row: RawRow, dialect: DialectGuess, limits: ReadLimits): RawRow {
  if (row.cells.length !== 1) return row
  const inner = { ...dialect, delimiter: dialect.wrapped ?? '', newline: 'none' as const }
  const [batch] = new CsvScanner(inner, limits, '', () => {}).push(row.cells[0] ?? '', true)
  return { record: row.record, cells: batch?.[0]?.cells ?? [''] }
}

/** Raw records of a delimited text. */
export function csvBatches(
  source: ByteSource,
  head: TextHead,
  dialect: DialectGuess,
  limits: ReadLimits,
): RawBatches {
  return async function* (report, signal) {
    const scanner = new CsvScanner(
      dialect.wrapped ? { ...dialect, delimiter: '' } : dialect,
      limits,
      source.name,
      report,
    )
    let skip = dialect.skip
    let pending: string[] = []
    let length = 0
    for await (const { text, last } of textChunks(source, head.encoding, head.skip, report, signal)) {
      const piece = skip > 0 ? text.slice(skip) : text
      skip = Math.max(0, skip - text.length)
      pending.push(piece)
      length += piece.length
      // A long record is scanned again only when as much text has come anew: linear in all.
      if (!last && length < scanner.waiting) continue
      const ready = pending.length === 1 ? piece : pending.join('')
      pending = []
      length = 0
      for (const rows of scanner.push(ready, last))
        yield dialect.wrapped ? rows.map((row) => unwrap(row, dialect, limits)) : rows
    }
  }
}
