/** Character encodings that exports of Finnish survey tools come in. */
export type Encoding =
  | 'utf-8'
  | 'utf-8-bom'
  | 'utf-16le'
  | 'utf-16be'
  | 'windows-1252'
  | 'iso-8859-15'
  | 'macintosh'

/** Windows-1252 at 0x80..0x9F (WHATWG Encoding Standard); the five unassigned bytes stay C1 controls. */
const windows1252 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178'

/** Where ISO-8859-15 differs from Latin-1. */
const latin9: readonly (readonly [number, number])[] = [
  [0xa4, 0x20ac],
  [0xa6, 0x0160],
  [0xa8, 0x0161],
  [0xb4, 0x017d],
  [0xb8, 0x017e],
  [0xbc, 0x0152],
  [0xbd, 0x0153],
  [0xbe, 0x0178],
]

/** Code unit of each byte in a one-byte encoding. Own tables: engines differ in what they call latin1. */
export function byteTable(encoding: 'windows-1252' | 'iso-8859-15' | 'macintosh'): Uint16Array {
  const table = Uint16Array.from({ length: 256 }, (_, byte) => byte)
  if (encoding === 'windows-1252') for (let i = 0; i < 32; i += 1) table[0x80 + i] = windows1252.charCodeAt(i)
  if (encoding === 'iso-8859-15') for (const [byte, unit] of latin9) table[byte] = unit
  if (encoding === 'macintosh') {
    const upper = new TextDecoder('macintosh').decode(Uint8Array.from({ length: 128 }, (_, i) => 0x80 + i))
    for (let i = 0; i < 128; i += 1) table[0x80 + i] = upper.charCodeAt(i)
  }
  return table
}

/** Length of the well-formed UTF-8 sequence at `at`; 0 when ill-formed, -1 when the bytes end inside it. */
export function utf8Length(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
  if (length === 0) return 0
  for (let i = 1; i < length; i += 1) {
    if (at + i >= bytes.length) return -1
    const next = bytes[at + i] ?? 0
    const low = i > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
    const high = i > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
    if (next < low || next > high) return 0
  }
  return length
}

const isLetter = (byte: number) => (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte >= 0xc0

const isLower = (byte: number) => (byte >= 97 && byte <= 122) || byte >= 0xdf

/** Which one-byte encoding: only bytes whose meaning differs are evidence, and only in a place that fits. */
function oneByteEncoding(bytes: Uint8Array): Encoding {
  let controls = 0
  let mac = 0
  let nordic = 0
  let nine = 0
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0
    if (byte < 0x80) continue
    const before = bytes[i - 1] ?? 32
    const after = bytes[i + 1] ?? 32
    if (byte < 0xa0) {
      controls += 1
      // ä, ö, å of Mac OS Roman inside a word; in windows-1252 they would be Š, š and Œ.
      if ((byte === 0x8a || byte === 0x9a || byte === 0x8c) && (isLower(before) || isLower(after))) mac += 1
    } else if (byte === 0xe4 || byte === 0xf6 || byte === 0xe5) nordic += 1
    // € after a number; the currency sign ¤ is not typed by people.
    else if (byte === 0xa4) nine += 1
    // š and ž inside or at the head of a word; ¨ and ¸ do not stand beside letters.
    else if ((byte === 0xa8 || byte === 0xb8) && (isLetter(before) || isLetter(after))) nine += 1
    // Š and Ž at the head of a word; ´ inside a word is an apostrophe.
    else if ((byte === 0xa6 || byte === 0xb4) && !isLetter(before) && isLower(after)) nine += 1
  }
  if (mac > 2 && mac > nordic * 2) return 'macintosh'
  return nine > 0 && controls === 0 ? 'iso-8859-15' : 'windows-1252'
}

export interface EncodingGuess {
  encoding: Encoding
  /** Bytes of the byte order mark. */
  skip: number
}

/** NUL bytes at every second place tell UTF-16 without a mark; anywhere else they tell a binary file. */
function withoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | 'binary' | 'text' {
  let even = 0
  let odd = 0
  for (let i = 0; i < bytes.length; i += 1) {
    if (bytes[i] !== 0) continue
    if (i % 2 === 0) even += 1
    else odd += 1
  }
  if (even + odd === 0) return 'text'
  const half = bytes.length / 2
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le'
  if (even > half * 0.4 && odd < half * 0.05) return 'utf-16be'
  return 'binary'
}

/**
 * Encoding by byte order mark, then by NUL bytes, then by well-formed UTF-8, then by the bytes in which the
 * one-byte encodings differ. A file of both well-formed and ill-formed sequences is UTF-8 when the former are
 * more. Text without any byte above 127 is UTF-8.
 *
 * @param head the first bytes of the file, at best some megabytes
 * @returns undefined for bytes that are no text
 */
export function detectEncoding(head: Uint8Array): EncodingGuess | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8-bom', skip: 3 }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', skip: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', skip: 2 }
  const kind = withoutMark(head)
  if (kind === 'binary') return undefined
  if (kind !== 'text') return { encoding: kind, skip: 0 }
  let good = 0
  let bad = 0
  let controls = 0
  for (let i = 0; i < head.length; ) {
    const byte = head[i] ?? 0
    if (byte < 0x80) {
      if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 26) controls += 1
      i += 1
      continue
    }
    const length = utf8Length(head, i)
    if (length < 0) break
    if (length === 0) bad += 1
    else good += 1
    i += length || 1
  }
  // Vertical tabs and stray controls come with text from Word; more than a few in a thousand is no text.
  if (controls > 3 + head.length / 200) return undefined
  if (bad === 0 || good > bad) return { encoding: 'utf-8', skip: 0 }
  return { encoding: oneByteEncoding(head), skip: 0 }
}
