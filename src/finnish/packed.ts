import { openPackedFile } from '../packedFile.js'
import { type FormPreferences, formPreferences } from './form-preferences.js'
import type { SuffixTable } from './guesser.js'
import type { LinkKind } from './links.js'
import { SievedMap } from './sieved-map.js'

interface Header {
  tags: string[]
  links: (LinkKind & { name: string })[]
  boundaries: string[]
  words: number
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
  /** By rule of lemmas: letters to cut from the stem, text to add (a number of `adds`), boundaries (of `marks`). */
  ruleCut: Uint8Array
  ruleAdd: Uint16Array
  ruleMarks: Uint8Array
  /** Texts that make a lemma of a stem. */
  adds: () => readonly string[]
  /** Places of the compound boundaries in lemmas. */
  marks: () => readonly (readonly number[])[]
  links: readonly (LinkKind & { name: string })[]
  boundaries: readonly string[]
  /**
   * By paradigm, twice: what the suffixes that go on from its stems begin with (`firstLetter`), of those that make forms
   * of the base and of all.
   */
  suffixLetters: Int32Array
  /** 32-bit words of a paradigm's set of ending groups. */
  words: number
  /** Suffix statistics of common words, and of names. */
  guesser: SuffixTable
  nameGuesser: SuffixTable
  /** The ranker's weights by feature number, in 256ths. */
  weights: Int16Array
  /** Lemmas of first parts of the lexicon's compounds, by how they stand there (`ajan`: aika); of others they are the lemma. */
  firstParts: () => SievedMap<string>
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

/** Views the sections of a packed file without copying them. */
export function openPacked(bytes: Uint8Array): PackedFinnish {
  const { meta: header, section, text } = openPackedFile<Header>('finnish', bytes)
  const lines = (name: string) => lazy(() => text(name).split('\n'))
  const preferenceLines = lines('preferences')
  const contextLines = lines('context')
  const firstPartLines = lines('firstParts')
  const adds = lines('adds')
  const markLines = lines('marks')
  const suffixTable = (name: string): SuffixTable => ({
    cells: section(`${name}Cells`, Int32Array),
    offsets: section(`${name}Offsets`, Uint32Array),
    ruleIds: section(`${name}RuleIds`, Uint16Array),
    sureness: section(`${name}Sureness`, Uint8Array),
    cut: section(`${name}Cut`, Uint8Array),
    add: section(`${name}Add`, Uint16Array),
    pos: section(`${name}Pos`, Uint8Array),
    tag: section(`${name}Tag`, Uint16Array),
    adds,
  })
  return {
    guesser: suffixTable('guesser'),
    nameGuesser: suffixTable('names'),
    weights: section('weights', Int16Array),
    ruleCut: section('ruleCut', Uint8Array),
    ruleAdd: section('ruleAdd', Uint16Array),
    ruleMarks: section('ruleMarks', Uint8Array),
    adds,
    marks: lazy(() => markLines().map((line) => (line === '' ? [] : line.split(',').map(Number)))),
    context: lazy(
      () =>
        new Map(
          contextLines().map((line): [string, number] => {
            const at = line.lastIndexOf('\t')
            return [line.slice(0, at), Number(line.slice(at + 1))]
          }),
        ),
    ),
    firstParts: lazy(
      () => new SievedMap(firstPartLines().map((line) => line.split('\t') as [string, string])),
    ),
    preferences: lazy(() => formPreferences(preferenceLines())),
    stemCells: section('stemCells', Int32Array),
    values: section('values', Int32Array),
    entryRule: section('entryRule', Uint16Array),
    entryPos: section('entryPos', Uint8Array),
    entryFlags: section('entryFlags', Uint16Array),
    paradigmBits: section('paradigmBits', Uint32Array),
    endingCells: section('endingCells', Int32Array),
    endingOffsets: section('endingOffsets', Uint16Array),
    endingData: section('endingData', Uint16Array),
    wholeOffsets: section('wholeOffsets', Uint16Array),
    wholeTags: section('wholeTags', Uint16Array),
    suffixLetters: section('suffixLetters', Int32Array),
    suffixCells: section('suffixCells', Int32Array),
    suffixOffsets: section('suffixOffsets', Uint16Array),
    suffixSplit: section('suffixSplit', Uint16Array),
    suffixData: section('suffixData', Uint16Array),
    tags: header.tags,
    links: header.links,
    boundaries: header.boundaries,
    words: header.words,
  }
}
