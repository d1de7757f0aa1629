import { ReadError } from '../errors.js'
import { sniffDialect } from './dialect.js'
import { formatOf } from './formats.js'
import { jsonKind, openJson } from './json.js'
import { type ReadLimits, resolveLimits } from './limits.js'
import { openOds } from './ods.js'
import { openParquet } from './parquet.js'
import { shapeTable } from './shape.js'
import { type ByteSource, openSource } from './source.js'
import { isSummary } from './summary/recognize.js'
import type { Table } from './table.js'
import { csvBatches, readTextHead } from './text.js'
import { openXlsx } from './xlsx.js'
import { openZip } from './zip.js'

export interface OpenOptions {
  /** Name to show for bytes without a path. */
  name?: string
  /** Sheet of a workbook, by name or 1-based place. */
  sheet?: string | number
  /** Delimiter of a text file, where it should not be guessed. */
  delimiter?: string
  /** Encoding of a text file, where it should not be guessed. */
  encoding?: string
  limits?: Partial<ReadLimits>
}

/**
 * Opens an export as a table: format by its bytes, encoding, dialect, sheet and header by their content.
 * Only the head is read here; `rows()` streams the rest.
 *
 * @param source a path (Node), bytes, or a Blob or File
 * @throws ReadError when the file cannot be read or is no table; the message says why and what to do
 * @example
 * const table = await openTable(new TextEncoder().encode('id;nps\n1;9\n'))
 * table.columns.map((column) => column.name) // ['id', 'nps']
 */
export async function openTable(
  source: string | Uint8Array | Blob,
  options: OpenOptions = {},
): Promise<Table> {
  const limits = resolveLimits(options.limits)
  const bytes = await openSource(source, options.name)
  if (bytes.size === 0) throw new ReadError('not_a_table', `${bytes.name} is empty (0 bytes).`)
  const start = await bytes.read(0, Math.min(bytes.size, 4096))
  const format = formatOf(start, bytes.name)
  if (format === 'zip') {
    const archive = await openZip(bytes, limits)
    if (archive.has('content.xml')) return openOds(bytes, archive, limits, options.sheet)
    return openXlsx(bytes, archive, limits, options.sheet)
  }
  if (format === 'parquet') return openParquet(bytes, limits)
  return openText(bytes, options, limits)
}

async function openText(source: ByteSource, options: OpenOptions, limits: ReadLimits): Promise<Table> {
  const head = await readTextHead(source, options.encoding)
  const json = options.delimiter === undefined ? jsonKind(head) : undefined
  if (json !== undefined) return openJson(source, head, json, limits)
  if (head.text.trim() === '') throw new ReadError('not_a_table', `${source.name} holds nothing but blanks.`)
  const dialect = sniffDialect(head.text, head.complete, options.delimiter)
  if (dialect.delimiter === '' && isSummary(head.text))
    throw new ReadError(
      'not_a_table',
      `${source.name} is a questionnaire summary, not a table: it holds labels, counts and open answers, not a row an answer. ` +
        'Export the answers themselves, or read the summary with --format summary (and --form FILE for its questions).',
    )
  return shapeTable(
    {
      file: source.name,
      format: 'csv',
      encoding: head.encoding,
      delimiter: dialect.delimiter === '' ? null : dialect.delimiter,
      sheet: null,
    },
    csvBatches(source, head, dialect, limits),
  )
}
