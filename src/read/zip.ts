import { ReadError } from '../errors.js'
import { nodeBuiltin } from '../platform.js'
import { limitError, type ReadLimits } from './limits.js'
import type { ByteSource } from './source.js'

/** APPNOTE.TXT 6.3.10 of PKWARE: sections 4.3.7, 4.3.12, 4.3.14-16. */
interface ZipEntry {
  method: number
  compressed: number
  encrypted: boolean
  /** Offset of the local header. */
  offset: number
}

export interface ZipArchive {
  names: readonly string[]
  has(name: string): boolean
  /**
   * Inflated bytes of an entry, in pieces. `spent` counts what was inflated, whatever the archive says of
   * its sizes; past the limit a ReadError is thrown.
   */
  inflate(name: string, spent: { bytes: number }, signal?: AbortSignal): AsyncIterable<Uint8Array>
}

function damaged(file: string, cause?: unknown): ReadError {
  return new ReadError(
    'cannot_read',
    `${file} is damaged or cut short: its ZIP structure cannot be read. Fetch or save it again.`,
    { cause },
  )
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Where the central directory is; ZIP64 where the classic fields are full. */
async function findDirectory(source: ByteSource): Promise<{ start: number; size: number }> {
  const tailStart = Math.max(0, source.size - 65_557)
  const tail = await source.read(tailStart, source.size)
  const data = view(tail)
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (data.getUint32(at, true) !== 0x06054b50) continue
    const size = data.getUint32(at + 12, true)
    const start = data.getUint32(at + 16, true)
    if (start !== 0xffffffff && size !== 0xffffffff) return { start, size }
    if (at < 20 || data.getUint32(at - 20, true) !== 0x07064b50) break
    const record = await source.read(Number(data.getBigUint64(at - 12, true)), source.size)
    if (record.length < 56) break
    return {
      size: Number(view(record).getBigUint64(40, true)),
      start: Number(view(record).getBigUint64(48, true)),
    }
  }
  throw damaged(source.name)
}

function readDirectory(bytes: Uint8Array, file: string): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>()
  const data = view(bytes)
  const decoder = new TextDecoder()
  let at = 0
  while (at + 46 <= bytes.length && data.getUint32(at, true) === 0x02014b50) {
    const nameLength = data.getUint16(at + 28, true)
    const extraLength = data.getUint16(at + 30, true)
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength))
    let compressed = data.getUint32(at + 20, true)
    let offset = data.getUint32(at + 42, true)
    // ZIP64 extra field: only the values that are full in the record, in this order.
    for (
      let x = at + 46 + nameLength;
      x + 4 <= at + 46 + nameLength + extraLength && x + 4 <= bytes.length;
    ) {
      const length = data.getUint16(x + 2, true)
      if (data.getUint16(x, true) === 1) {
        let field = x + 4
        if (data.getUint32(at + 24, true) === 0xffffffff) field += 8
        if (compressed === 0xffffffff && field + 8 <= bytes.length) {
          compressed = Number(data.getBigUint64(field, true))
          field += 8
        }
        if (offset === 0xffffffff && field + 8 <= bytes.length)
          offset = Number(data.getBigUint64(field, true))
      }
      x += 4 + length
    }
    entries.set(name.replaceAll('\\', '/').replace(/^\//, ''), {
      method: data.getUint16(at + 10, true),
      encrypted: (data.getUint16(at + 8, true) & 1) === 1,
      compressed,
      offset,
    })
    at += 46 + nameLength + extraLength + data.getUint16(at + 32, true)
  }
  if (entries.size === 0) throw damaged(file)
  return entries
}

const PIECE = 128 * 1024

/** Compressed bytes in pieces of their own memory: the inflater may still hold one when the next is read. */
async function* pieces(source: ByteSource, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end; at += PIECE) yield (await source.read(at, Math.min(end, at + PIECE))).slice()
}

async function* inflateNode(zlib: typeof import('node:zlib'), input: AsyncIterable<Uint8Array>) {
  const inflater = zlib.createInflateRaw({ chunkSize: PIECE })
  const pump = async () => {
    for await (const piece of input) {
      if (inflater.destroyed) return
      if (!inflater.write(piece)) await drained(inflater)
    }
    inflater.end()
  }
  pump().catch((cause) => inflater.destroy(cause instanceof Error ? cause : new Error('reading failed')))
  try {
    for await (const out of inflater) yield out as Uint8Array
  } finally {
    inflater.destroy()
  }
}

async function* inflateWeb(input: AsyncGenerator<Uint8Array>) {
  const stream = new ReadableStream<BufferSource>({
    async pull(controller) {
      const next = await input.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value as BufferSource)
    },
  })
  const reader = stream.pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  try {
    for (;;) {
      const next = await reader.read()
      if (next.done) return
      yield next.value as Uint8Array
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}

/** Waits until a stream takes more, or is closed. */
export function drained(
  stream: import('node:zlib').InflateRaw | import('node:zlib').DeflateRaw,
): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      stream.off('drain', go).off('close', go)
      resolve()
    }
    stream.on('drain', go).on('close', go)
  })
}

/** Opens a ZIP archive by its central directory. */
export async function openZip(source: ByteSource, limits: ReadLimits): Promise<ZipArchive> {
  const place = await findDirectory(source)
  if (place.start + place.size > source.size) throw damaged(source.name)
  const entries = readDirectory(await source.read(place.start, place.start + place.size), source.name)
  const zlib = nodeBuiltin('node:zlib')

  async function* inflate(
    name: string,
    spent: { bytes: number },
    signal?: AbortSignal,
  ): AsyncGenerator<Uint8Array> {
    const entry = entries.get(name)
    if (!entry) throw damaged(source.name)
    if (entry.encrypted)
      throw new ReadError('not_supported', `${source.name} is protected by a password; save it without one.`)
    if (entry.method !== 0 && entry.method !== 8)
      throw new ReadError(
        'not_supported',
        `${source.name} is packed by a method that is not read here (${entry.method}); save it again.`,
      )
    const local = await source.read(entry.offset, entry.offset + 30)
    if (local.length < 30 || view(local).getUint32(0, true) !== 0x04034b50) throw damaged(source.name)
    const start = entry.offset + 30 + view(local).getUint16(26, true) + view(local).getUint16(28, true)
    const end = entry.compressed > 0 ? start + entry.compressed : place.start
    if (end > source.size) throw damaged(source.name)
    const input = pieces(source, start, end)
    const output = entry.method === 0 ? input : zlib ? inflateNode(zlib, input) : inflateWeb(input)
    try {
      for await (const out of output) {
        signal?.throwIfAborted()
        spent.bytes += out.length
        if (spent.bytes > limits.inflatedBytes)
          throw limitError('inflatedBytes', limits, source.name, 'the unpacked workbook')
        yield out
      }
    } catch (cause) {
      if (cause instanceof ReadError || signal?.aborted) throw cause
      throw damaged(source.name, cause)
    }
  }
  return { names: [...entries.keys()], has: (name) => entries.has(name), inflate }
}

/** Text of a small entry as a whole; '' when the archive has no such entry. */
export async function entryText(
  archive: ZipArchive,
  name: string,
  spent: { bytes: number },
): Promise<string> {
  if (!archive.has(name)) return ''
  const decoder = new TextDecoder()
  let text = ''
  for await (const bytes of archive.inflate(name, spent)) text += decoder.decode(bytes, { stream: true })
  return text + decoder.decode()
}
