import { PalauteError } from '../errors.js'
import { FormPreferences } from './form-preferences.js'
import type { GuessRule, SuffixTable } from './guesser.js'
import type { LinkKind } from './links.js'

type SectionArray = Int32Array | Uint32Array | Uint16Array | Uint8Array | Int16Array | Int8Array

interface Header {
  sections: Record<string, [type: string, offset: number, length: number]>
  tags: string[]
  links: (LinkKind & { name: string })[]
  boundaries: string[]
  words: number
}

/** How a lemma comes from a stem: letters to cut, text to add, places of the compound boundaries in the lemma. */
export interface LemmaRule {
  cut: number
  add: string
  marks: readonly number[]
}

/** The packed tables, viewed in place. Written by data/build/finnish.ts. */
export interface PackedFinnish {
  /** Double arrays, their cells as trie-cells.ts says: stems, and below endings (from their ends) and suffixes. */
  stemCells: Int32Array
  /** What stems may be stems of, as values.ts says. */
  values: Int32Array
  entryRule: Uint16Array
  entryPos: Uint8Array
  entryFlags: Uint16Array
  paradigmBits: Uint32Array
  endingCells: Int32Array
  endingOffsets: Uint16Array
  endingData: Uint16Array
  /** By paradigm: tags of the forms that are the stem itself, in place of a list of endings. */
  wholeOffsets: Uint16Array
  wholeTags: Uint16Array
  suffixCells: Int32Array
  suffixOffsets: Uint16Array
  /** Where, in each suffix's rows, derived words and joints of compounds begin. */
  suffixSplit: Uint16Array
  suffixData: Uint16Array
  tags: readonly string[]
  /** Rules of lemmas. */
  rules: Rows<LemmaRule>
  links: readonly (LinkKind & { name: string })[]
  boundaries: readonly string[]
  /** By paradigm: what goes on from its stems (`formSuffix`, `anySuffix`). */
  goesOn: Uint8Array
  /** 32-bit words of a paradigm's set of ending groups. */
  words: number
  /** Suffix statistics of common words, and of names. */
  guesser: SuffixTable
  nameGuesser: SuffixTable
  /** The ranker's weights by feature number, in 256ths. */
  weights: Int16Array
  /** What ambiguous everyday forms are more often. */
  preferences: () => FormPreferences
  /** Points of context features, in 256ths. */
  context: () => ReadonlyMap<string, number>
}

/** Computes on first use, so that loading does not wait for text that few words need. */
function lazy<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Rows of a table in text, each parsed on first use. */
export class Rows<T> {
  private lines: readonly string[] | null = null
  private rows: (T | undefined)[] = []

  constructor(
    private readonly read: () => readonly string[],
    private readonly parse: (line: string) => T,
  ) {}

  row(number: number): T {
    const known = this.rows[number]
    return known === undefined ? this.first(number) : known
  }

  private first(number: number): T {
    if (this.lines === null) {
      this.lines = this.read()
      this.rows = new Array<T | undefined>(this.lines.length).fill(undefined)
    }
    const row = this.parse(this.lines[number] ?? '')
    this.rows[number] = row
    return row
  }
}

function lemmaRule(line: string): LemmaRule {
  const [cut = '0', add = '', marks = ''] = line.split('|')
  return { cut: Number(cut), add, marks: marks === '' ? [] : marks.split(',').map(Number) }
}

function guessRule(line: string): GuessRule {
  const [cut = '0', add = '', pos = '0', tag = '0'] = line.split('|')
  return { cut: Number(cut), add, pos: Number(pos), tag: Number(tag) }
}

const bad = () => new PalauteError('cannot_read', 'The packed Finnish data is damaged; reinstall palaute.')

/** Views the sections of a packed file without copying them. */
export function openPacked(bytes: Uint8Array): PackedFinnish {
  // Views need aligned offsets: a slice of a larger buffer is copied once.
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice()
  const view = new DataView(aligned.buffer, aligned.byteOffset, aligned.byteLength)
  if (aligned.byteLength < 8 || view.getUint32(0, true) !== 0x54_4c_41_50) throw bad()
  const length = view.getUint32(4, true)
  const header = JSON.parse(new TextDecoder().decode(aligned.subarray(8, 8 + length))) as Header
  const start = aligned.byteOffset + Math.ceil((8 + length) / 8) * 8
  const section = <T extends SectionArray>(
    name: string,
    type: { new (buffer: ArrayBufferLike, offset: number, length: number): T; name: string },
    typeName: string,
  ): T => {
    const place = header.sections[name]
    if (!place || place[0] !== typeName) throw bad()
    return new type(aligned.buffer, start + place[1], place[2])
  }
  const lines = (name: string) =>
    lazy(() => new TextDecoder().decode(section(name, Uint8Array, 'Uint8Array')).split('\n'))
  const preferenceLines = lines('preferences')
  const contextLines = lines('context')
  const suffixTable = (name: string): SuffixTable => ({
    base: section(`${name}Base`, Int32Array, 'Int32Array'),
    check: section(`${name}Check`, Uint8Array, 'Uint8Array'),
    offsets: section(`${name}Offsets`, Uint32Array, 'Uint32Array'),
    ruleIds: section(`${name}RuleIds`, Uint16Array, 'Uint16Array'),
    sureness: section(`${name}Sureness`, Uint8Array, 'Uint8Array'),
    rules: new Rows(lines(`${name}Rules`), guessRule),
  })
  return {
    guesser: suffixTable('guesser'),
    nameGuesser: suffixTable('names'),
    weights: section('weights', Int16Array, 'Int16Array'),
    rules: new Rows(lines('rules'), lemmaRule),
    context: lazy(
      () =>
        new Map(
          contextLines().map((line): [string, number] => {
            const at = line.lastIndexOf('\t')
            return [line.slice(0, at), Number(line.slice(at + 1))]
          }),
        ),
    ),
    preferences: lazy(() => new FormPreferences(preferenceLines())),
    stemCells: section('stemCells', Int32Array, 'Int32Array'),
    values: section('values', Int32Array, 'Int32Array'),
    entryRule: section('entryRule', Uint16Array, 'Uint16Array'),
    entryPos: section('entryPos', Uint8Array, 'Uint8Array'),
    entryFlags: section('entryFlags', Uint16Array, 'Uint16Array'),
    paradigmBits: section('paradigmBits', Uint32Array, 'Uint32Array'),
    endingCells: section('endingCells', Int32Array, 'Int32Array'),
    endingOffsets: section('endingOffsets', Uint16Array, 'Uint16Array'),
    endingData: section('endingData', Uint16Array, 'Uint16Array'),
    wholeOffsets: section('wholeOffsets', Uint16Array, 'Uint16Array'),
    wholeTags: section('wholeTags', Uint16Array, 'Uint16Array'),
    goesOn: section('goesOn', Uint8Array, 'Uint8Array'),
    suffixCells: section('suffixCells', Int32Array, 'Int32Array'),
    suffixOffsets: section('suffixOffsets', Uint16Array, 'Uint16Array'),
    suffixSplit: section('suffixSplit', Uint16Array, 'Uint16Array'),
    suffixData: section('suffixData', Uint16Array, 'Uint16Array'),
    tags: header.tags,
    links: header.links,
    boundaries: header.boundaries,
    words: header.words,
  }
}
