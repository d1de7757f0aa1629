import { MAGIC } from '../../src/packedFile.js'

/**
 * One binary file: magic, length of a JSON header, the header, then sections aligned to eight bytes that the
 * reader views in place. The header names each section's type, offset and length.
 */
export type SectionArray = Int32Array | Uint32Array | Uint16Array | Uint8Array | Int16Array | Int8Array

export function packSections(
  sections: Record<string, SectionArray>,
  meta: Record<string, unknown>,
): Uint8Array {
  const table: Record<string, [type: string, offset: number, length: number]> = {}
  let offset = 0
  for (const [name, array] of Object.entries(sections)) {
    table[name] = [array.constructor.name, offset, array.length]
    offset += Math.ceil(array.byteLength / 8) * 8
  }
  const header = new TextEncoder().encode(JSON.stringify({ sections: table, ...meta }))
  const start = Math.ceil((8 + header.length) / 8) * 8
  const out = new Uint8Array(start + offset)
  const view = new DataView(out.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, header.length, true)
  out.set(header, 8)
  for (const [name, array] of Object.entries(sections)) {
    const place = table[name]
    if (place) out.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), start + place[1])
  }
  return out
}
