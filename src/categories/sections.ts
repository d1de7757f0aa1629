import { PalauteError } from '../errors.js'

interface Header {
  sections: Record<string, [type: string, offset: number, length: number]>
}

const MAGIC = 0x54_4c_41_50

/** Views of a packed file (written by data/build/sections.ts), without copies where its bytes are aligned. */
export function openSections<Meta>(bytes: Uint8Array) {
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice()
  const view = new DataView(aligned.buffer, aligned.byteOffset, aligned.byteLength)
  if (aligned.byteLength < 8 || view.getUint32(0, true) !== MAGIC) throw damaged()
  const length = view.getUint32(4, true)
  const header = JSON.parse(new TextDecoder().decode(aligned.subarray(8, 8 + length))) as Header & Meta
  const start = aligned.byteOffset + Math.ceil((8 + length) / 8) * 8
  const place = (name: string, type: string) => {
    const found = header.sections[name]
    if (found === undefined || found[0] !== type) throw damaged()
    return found
  }
  return {
    meta: header as Meta,
    body: aligned.subarray(start - aligned.byteOffset),
    text: (name: string) => {
      const [, offset, size] = place(name, 'Uint8Array')
      return new TextDecoder().decode(new Uint8Array(aligned.buffer, start + offset, size))
    },
    bytes: (name: string) => {
      const [, offset, size] = place(name, 'Int8Array')
      return new Int8Array(aligned.buffer, start + offset, size)
    },
    hashes: (name: string) => {
      const [, offset, size] = place(name, 'Uint32Array')
      return new Uint32Array(aligned.buffer, start + offset, size)
    },
  }
}

/** FNV-1a over bytes: tells a damaged file from a whole one. */
export function checksumOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < bytes.length; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193)
  return hash >>> 0
}

export function damaged(): PalauteError {
  return new PalauteError('cannot_read', 'The packed categories are damaged; reinstall palaute.')
}
