import { ReadError } from '../errors.js'
import { nodeBuiltin } from '../platform.js'
import { limitError, type ReadLimits } from './limits.js'
import { shapeTable } from './shape.js'
import type { ByteSource } from './source.js'
import type { RawRow, Table } from './table.js'

const PIECE = 2000

const two = (n: number) => String(n).padStart(2, '0')

/** Values of Parquet as cells: times as ISO (with Z when the file says UTC), lists joined by `;`. */
export function parquetCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value)
  if (typeof value === 'bigint') return String(value)
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().replace(/\.000Z$/, 'Z')
  if (value instanceof Uint8Array) return new TextDecoder().decode(value)
  if (Array.isArray(value)) return value.map(parquetCell).join(';')
  return JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? String(inner) : inner))
}

/** A day of a DATE column: never shifted by a time zone. */
function dayText(days: number): string {
  const date = new Date(days * 86_400_000)
  return `${String(date.getUTCFullYear()).padStart(4, '0')}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`
}

/** Opens a Parquet file as a table, by hyparquet; row groups are read one piece at a time. */
export async function openParquet(source: ByteSource, limits: ReadLimits): Promise<Table> {
  const { parquetMetadataAsync, parquetReadObjects, parquetSchema } = await import('hyparquet')
  const zlib = nodeBuiltin('node:zlib')
  const unpack =
    (inflate: ((bytes: Uint8Array) => Uint8Array) | undefined, name: string) => (bytes: Uint8Array) => {
      if (inflate) return new Uint8Array(inflate(bytes))
      throw new ReadError(
        'not_supported',
        `${source.name} is packed with ${name}, which is not read here; write it with Snappy.`,
      )
    }
  const file = {
    byteLength: source.size,
    async slice(start: number, end: number = source.size) {
      const bytes = await source.read(start, end)
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
    },
  }
  const options = {
    file,
    compressors: {
      GZIP: unpack(zlib?.gunzipSync, 'GZIP'),
      BROTLI: unpack(zlib?.brotliDecompressSync, 'Brotli'),
      ZSTD: unpack(undefined, 'Zstandard'),
      LZ4: unpack(undefined, 'LZ4'),
      LZ4_RAW: unpack(undefined, 'LZ4'),
    },
    parsers: { dateFromDays: dayText },
  }
  const fail = (cause: unknown) =>
    cause instanceof ReadError
      ? cause
      : new ReadError(
          'cannot_read',
          `${source.name} is a Parquet file that cannot be read: it is damaged or of a newer kind.`,
          { cause },
        )
  const metadata = await parquetMetadataAsync(file).catch((cause) => Promise.reject(fail(cause)))
  const names = parquetSchema(metadata).children.map((child) => child.element.name)
  if (names.length > limits.columns) throw limitError('columns', limits, source.name, 'the schema')
  const count = Number(metadata.num_rows)
  const localTime = new Set(
    metadata.schema
      .filter(
        (element) => element.logical_type?.type === 'TIMESTAMP' && !element.logical_type.isAdjustedToUTC,
      )
      .map((element) => element.name),
  )
  async function* batches(_report: unknown, signal?: AbortSignal): AsyncGenerator<RawRow[]> {
    yield [{ record: 1, cells: [...names] }]
    for (let at = 0; at < count; at += PIECE) {
      signal?.throwIfAborted()
      const objects = await parquetReadObjects({
        ...options,
        metadata,
        rowStart: at,
        rowEnd: Math.min(count, at + PIECE),
      }).catch((cause) => Promise.reject(fail(cause)))
      yield objects.map((object, i) => ({
        record: at + i + 2,
        cells: names.map((name) => {
          const text = parquetCell(Object.hasOwn(object, name) ? object[name] : undefined)
          return localTime.has(name) ? text.replace(/Z$/, '') : text
        }),
      }))
    }
  }
  const columns = names.map((name) => ({ name }))
  return shapeTable(
    { file: source.name, format: 'parquet', encoding: 'parquet', delimiter: null, sheet: null },
    batches,
    { header: { skip: 1, preamble: 0, columns, duplicates: [], unnamed: [] } },
  )
}
