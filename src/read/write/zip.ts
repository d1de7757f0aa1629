import { nodeBuiltin } from '../../platform.js'
import { drained } from '../zip.js'

/** Reflected CRC-32 (ISO 3309, polynomial 0xEDB88320). */
function crcTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    return value
  })
}

/** Deflates a stream of bytes in Node and in browsers. */
async function* deflate(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const zlib = nodeBuiltin('node:zlib')
  if (zlib) {
    const deflater = zlib.createDeflateRaw({ level: 6 })
    const pump = async () => {
      for await (const piece of input) {
        if (deflater.destroyed) return
        if (!deflater.write(piece)) await drained(deflater)
      }
      deflater.end()
    }
    pump().catch((cause) => deflater.destroy(cause instanceof Error ? cause : new Error('writing failed')))
    try {
      for await (const out of deflater) yield out as Uint8Array
    } finally {
      deflater.destroy()
    }
    return
  }
  const source = input[Symbol.asyncIterator]()
  const stream = new ReadableStream<BufferSource>({
    async pull(controller) {
      const next = await source.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value as BufferSource)
    },
  })
  const reader = stream.pipeThrough(new CompressionStream('deflate-raw')).getReader()
  for (;;) {
    const next = await reader.read()
    if (next.done) return
    yield next.value as Uint8Array
  }
}

export interface ZipPart {
  name: string
  content: AsyncIterable<string> | Iterable<string>
}

/** 1 January 1980: archives carry a time, ours the same always. */
const DOS_DATE = 0x0021

function record(signature: number, length: number, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, signature, true)
  fill(view)
  return bytes
}

/**
 * A ZIP archive of text parts, streamed: sizes and checksum follow each part (data descriptor, APPNOTE 4.3.9),
 * so nothing is held in memory. Same parts, same bytes.
 */
export async function* writeZip(parts: Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const table = crcTable()
  const encoder = new TextEncoder()
  const directory: Uint8Array[] = []
  let offset = 0
  for (const part of parts) {
    const name = encoder.encode(part.name)
    const start = offset
    // Bit 3: sizes follow; bit 11: the name is UTF-8.
    const flags = 0x0808
    const header = record(0x04034b50, 30, (view) => {
      view.setUint16(4, 20, true)
      view.setUint16(6, flags, true)
      view.setUint16(8, 8, true)
      view.setUint16(12, DOS_DATE, true)
      view.setUint16(26, name.length, true)
    })
    yield header
    yield name
    let crc = 0xffffffff
    let size = 0
    let packed = 0
    const bytes = async function* () {
      for await (const text of part.content) {
        const piece = encoder.encode(text)
        for (let i = 0; i < piece.length; i += 1)
          crc = (table[(crc ^ (piece[i] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8)
        size += piece.length
        yield piece
      }
    }
    for await (const piece of deflate(bytes())) {
      packed += piece.length
      yield piece
    }
    const checksum = (crc ^ 0xffffffff) >>> 0
    yield record(0x08074b50, 16, (view) => {
      view.setUint32(4, checksum, true)
      view.setUint32(8, packed, true)
      view.setUint32(12, size, true)
    })
    offset += 30 + name.length + packed + 16
    directory.push(
      record(0x02014b50, 46, (view) => {
        view.setUint16(4, 20, true)
        view.setUint16(6, 20, true)
        view.setUint16(8, flags, true)
        view.setUint16(10, 8, true)
        view.setUint16(14, DOS_DATE, true)
        view.setUint32(16, checksum, true)
        view.setUint32(20, packed, true)
        view.setUint32(24, size, true)
        view.setUint16(28, name.length, true)
        view.setUint32(42, start, true)
      }),
      name,
    )
  }
  const directorySize = directory.reduce((sum, piece) => sum + piece.length, 0)
  for (const piece of directory) yield piece
  yield record(0x06054b50, 22, (view) => {
    view.setUint16(8, directory.length / 2, true)
    view.setUint16(10, directory.length / 2, true)
    view.setUint32(12, directorySize, true)
    view.setUint32(16, offset, true)
  })
}
