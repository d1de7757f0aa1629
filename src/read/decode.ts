import { byteTable, type Encoding, utf8Length } from './encoding.js'

/** Turns the chunks of one file into text; `last` flushes what is held back at a boundary. */
export interface TextDecoding {
  decode(chunk: Uint8Array, last: boolean): string
  /** Ill-formed UTF-8 bytes so far, each read as windows-1252. */
  illFormed: number
}

/** Bytes at the end of a chunk that belong to a sequence of UTF-8 that is not complete. */
function incompleteTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return utf8Length(bytes, bytes.length - back) < 0 ? back : 0
  }
  return 0
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

function utf8Decoding(): TextDecoding {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let table: Uint16Array | undefined
  let held: Uint8Array = new Uint8Array(0)

  /** A file glued from several exports: what is no UTF-8 is read as windows-1252, the rest as it is. */
  function decodeMixed(bytes: Uint8Array, state: TextDecoding): string {
    table ??= byteTable('windows-1252')
    let text = ''
    let from = 0
    for (let i = 0; i < bytes.length; ) {
      const length = utf8Length(bytes, i)
      if (length > 0) {
        i += length
        continue
      }
      text += decoder.decode(bytes.subarray(from, i)) + String.fromCharCode(table[bytes[i] ?? 0] ?? 0)
      state.illFormed += 1
      i += 1
      from = i
    }
    return text + decoder.decode(bytes.subarray(from))
  }

  return {
    illFormed: 0,
    decode(chunk, last) {
      let bytes = concat(held, chunk)
      const tail = last ? 0 : incompleteTail(bytes)
      held = bytes.slice(bytes.length - tail)
      bytes = bytes.subarray(0, bytes.length - tail)
      const text = decoder.decode(bytes)
      return text.includes('\uFFFD') ? decodeMixed(bytes, this) : text
    },
  }
}

function utf16Decoding(encoding: 'utf-16le' | 'utf-16be'): TextDecoding {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  return { illFormed: 0, decode: (chunk, last) => decoder.decode(chunk, { stream: !last }) }
}

function oneByteDecoding(encoding: 'windows-1252' | 'iso-8859-15' | 'macintosh'): TextDecoding {
  const table = byteTable(encoding)
  const decoder = new TextDecoder('utf-16le', { ignoreBOM: true })
  let units = new Uint16Array(0)
  return {
    illFormed: 0,
    decode(chunk) {
      if (units.length < chunk.length) units = new Uint16Array(chunk.length)
      for (let i = 0; i < chunk.length; i += 1) units[i] = table[chunk[i] ?? 0] ?? 0
      return decoder.decode(units.subarray(0, chunk.length))
    },
  }
}

/** A streaming decoder. Boundaries of chunks may fall anywhere; the byte order mark must be skipped before. */
export function createDecoding(encoding: Encoding): TextDecoding {
  if (encoding === 'utf-8' || encoding === 'utf-8-bom') return utf8Decoding()
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return utf16Decoding(encoding)
  return oneByteDecoding(encoding)
}
