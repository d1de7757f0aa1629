import { PalauteError } from './errors.js'

/** "PALT" read little end first; `packSections` of data/build writes it. */
export const MAGIC = 0x54_4c_41_50

type Section = Int32Array | Uint32Array | Uint16Array | Uint8Array | Int16Array | Int8Array

/** A packed file, its sections viewed in place. */
export interface PackedFile<Meta> {
  meta: Meta
  /** Everything after the header. */
  body: Uint8Array
  /**
   * The section of this name.
   *
   * @throws {PalauteError} `cannot_read` where it is missing or of another type
   */
  section<Kind extends Section>(name: string, type: SectionType<Kind>): Kind
  /** A section of UTF-8. */
  text(name: string): string
}

interface SectionType<Kind extends Section> {
  new (buffer: ArrayBufferLike, offset: number, length: number): Kind
  readonly BYTES_PER_ELEMENT: number
}

/** The names under which the writer notes the types: those of the classes themselves a bundler may shorten. */
const types: readonly (readonly [string, SectionType<Section>])[] = [
  ['Int32Array', Int32Array],
  ['Uint32Array', Uint32Array],
  ['Uint16Array', Uint16Array],
  ['Uint8Array', Uint8Array],
  ['Int16Array', Int16Array],
  ['Int8Array', Int8Array],
]

export const damaged = (name: string): PalauteError =>
  new PalauteError(
    'cannot_read',
    `The packed data "${name}" is damaged or of another version; reinstall palaute.`,
  )

/**
 * Opens a packed file: magic, length of a JSON header, the header with the places of the sections, then these, aligned
 * to eight bytes. Nothing is copied where the bytes themselves are aligned.
 *
 * @param name what the user is told is damaged
 * @throws {PalauteError} `cannot_read` where the bytes are no such file
 */
export function openPackedFile<Meta>(name: string, bytes: Uint8Array): PackedFile<Meta> {
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice()
  const view = new DataView(aligned.buffer, aligned.byteOffset, aligned.byteLength)
  if (aligned.byteLength < 8 || view.getUint32(0, true) !== MAGIC) throw damaged(name)
  const length = view.getUint32(4, true)
  if (8 + length > aligned.byteLength) throw damaged(name)
  const header = headerOf<Meta>(aligned.subarray(8, 8 + length))
  if (header === undefined) throw damaged(name)
  const first = Math.ceil((8 + length) / 8) * 8
  const body = aligned.subarray(first)
  const section = <Kind extends Section>(of: string, type: SectionType<Kind>): Kind => {
    const place = header.sections[of]
    const written = types.find(([, known]) => known === (type as unknown))?.[0]
    if (place === undefined || place[0] !== written) throw damaged(name)
    const [, offset, count] = place
    if (offset + count * type.BYTES_PER_ELEMENT > body.byteLength) throw damaged(name)
    return new type(body.buffer, body.byteOffset + offset, count)
  }
  return {
    meta: header,
    body,
    section,
    text: (of) => new TextDecoder().decode(section(of, Uint8Array)),
  }
}

type Header<Meta> = Meta & {
  sections: Record<string, [type: string, offset: number, length: number] | undefined>
}

function headerOf<Meta>(bytes: Uint8Array): Header<Meta> | undefined {
  try {
    const header: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return typeof header === 'object' && header !== null && 'sections' in header
      ? (header as Header<Meta>)
      : undefined
  } catch {
    return undefined
  }
}
