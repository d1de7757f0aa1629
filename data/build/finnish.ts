import { encodeKey } from '../../src/finnish/alphabet.js'
import { featureSpace } from '../../src/finnish/features.js'
import type { LinkKind } from '../../src/finnish/links.js'
import { openPacked } from '../../src/finnish/packed.js'
import { entryFlags, partsOfSpeech } from '../../src/finnish/parts-of-speech.js'
import {
  anySuffix,
  formSuffix,
  isLast,
  mostEntries,
  mostParadigms,
  valueCell,
} from '../../src/finnish/values.js'
import { buildDoubleArray } from './double-array.js'
import { lemmaFrequencies } from './finnish-frequency.js'
import { buildGuesser, type GuesserTable } from './finnish-guesser.js'
import { formItems, lexemeItems, linkItems, type StemItems } from './finnish-items.js'
import { type FormRow, type Lexeme, readForms, readLexicon } from './finnish-lexicon.js'
import { type RankerModel, readRanker } from './finnish-ranker.js'
import { firstPartLines, Numbering, suffixLetters, suffixSections, trieCells } from './finnish-sections.js'
import { packSections, type SectionArray } from './sections.js'

interface Value {
  paradigm: number
  entry: number
  frequency: number
  /** Plain lemma and part of speech, for counts. */
  key: string
}

/** How the lemma comes from a stem: letters to cut, text to add, places of '#' in the lemma. */
export function lemmaRule(stem: string, lemma: string): string {
  const plain = lemma.replace(/#/g, '')
  const lower = plain.toLowerCase()
  let shared = 0
  while (shared < stem.length && stem[shared] === lower[shared]) shared++
  const marks: number[] = []
  let at = 0
  for (const letter of lemma) {
    if (letter === '#') marks.push(at)
    else at += letter.length
  }
  // Capitals beyond the first cannot be restored by rule: the whole lemma stands in it.
  const restored = lower.charAt(0).toUpperCase() + lower.slice(1)
  if (plain !== lower && plain !== restored) return `${stem.length}|${plain}|${marks.join(',')}`
  return `${stem.length - shared}|${lower.slice(shared)}|${marks.join(',')}`
}

const capitalOf = (lemma: string): number =>
  lemma.charAt(0) === lemma.charAt(0).toLowerCase() ? 0 : entryFlags.capital

function flagsOf(lexeme: Lexeme): number {
  let bits = 0
  bits |= capitalOf(lexeme.lemma)
  if (lexeme.standard !== null) bits |= entryFlags.colloquial
  for (const [flag, bit] of [
    ['lexicalized', entryFlags.lexicalized],
    ['firstname', entryFlags.firstname],
    ['surname', entryFlags.surname],
    ['place', entryFlags.place],
    ['org', entryFlags.organization],
    ['drug', entryFlags.drug],
    ['first', entryFlags.first],
    ['last', entryFlags.last],
  ] as const)
    if (lexeme.flags.has(flag)) bits |= bit
  return bits
}

export interface FinnishTables {
  lexicon: readonly Lexeme[]
  forms: readonly FormRow[]
  frequency: (lemma: string, pos: string) => number
  ranker: RankerModel
}

export function finnishTables(): FinnishTables {
  return { lexicon: readLexicon(), forms: readForms(), frequency: lemmaFrequencies(), ranker: readRanker() }
}

export interface Guessers {
  commons: GuesserTable
  names: GuesserTable
}

export function buildGuessers(tables: FinnishTables): Guessers {
  return {
    commons: buildGuesser(tables.lexicon, false, tables.ranker.tagWeight),
    names: buildGuesser(tables.lexicon, true, tables.ranker.tagWeight),
  }
}

/** Packs the Finnish tables. The same tables give the same bytes. */
export function buildFinnish(
  tables: FinnishTables = finnishTables(),
  guessers = buildGuessers(tables),
): { bytes: Uint8Array; summary: string; valueKeys: string[] } {
  const paradigms = new Numbering()
  const rules = new Numbering()
  const entries = new Numbering()
  const byStem = new Map<string, Value[]>()
  const put = (stem: string, value: Value) => {
    const list = byStem.get(stem)
    if (!list) byStem.set(stem, [value])
    else if (!list.some((other) => other.paradigm === value.paradigm && other.entry === value.entry))
      list.push(value)
  }
  // A rare word is counted under a name of its own, so that its homographs' forms are not taken for it.
  const putAll = (
    items: StemItems,
    lemma: string,
    pos: string,
    flags: number,
    frequency: number,
    rare = false,
  ) => {
    for (const [stem, set] of items) {
      const entry = entries.of(
        `${rules.of(lemmaRule(stem, lemma))}|${Math.max(0, (partsOfSpeech as readonly string[]).indexOf(pos))}|${flags}`,
      )
      put(stem, {
        paradigm: paradigms.of([...set].sort().join('\n')),
        entry,
        frequency,
        key: `${rare ? '~' : ''}${lemma.replace(/#/g, '').toLowerCase()}/${pos}`,
      })
    }
  }

  const links = linkItems()
  const linkNames = [...links.keys()]
  /** link name -> the stems of its suffix with their paradigms */
  const linkStems = new Map<string, [stem: string, paradigm: number][]>()
  for (const [name, link] of links)
    linkStems.set(
      name,
      [...link.items].map(([stem, set]) => [stem, paradigms.of([...set].sort().join('\n'))]),
    )

  // The table of forms says all there is to say of its pronouns and numerals.
  const spelled = new Set(
    tables.forms
      .filter((row) => row.pos === 'pronoun' || row.pos === 'numeral')
      .flatMap((row) => [row.lemma, row.form]),
  )
  for (const lexeme of tables.lexicon) {
    if ((lexeme.pos === 'pronoun' || lexeme.pos === 'numeral') && spelled.has(lexeme.lemma)) continue
    const lemma = lexeme.standard ?? lexeme.lemma
    const rare = lexeme.flags.has('rare')
    const frequency = rare ? 0 : tables.frequency(lemma, lexeme.pos)
    putAll(lexemeItems(lexeme), lemma, lexeme.pos, flagsOf(lexeme), frequency, rare)
  }
  for (const row of tables.forms)
    putAll(
      formItems(row),
      row.lemma,
      row.pos,
      entryFlags.form | capitalOf(row.lemma),
      tables.frequency(row.lemma, row.pos),
    )

  // Items that always occur together in paradigms are one group: a paradigm is a set of groups.
  const holders = new Map<string, number[]>()
  paradigms.list.forEach((text, id) => {
    for (const item of text.split('\n')) {
      const list = holders.get(item)
      if (list) list.push(id)
      else holders.set(item, [id])
    }
  })
  const groups = new Numbering()
  const groupOf = new Map<string, number>()
  for (const [item, ids] of holders) groupOf.set(item, groups.of(ids.join(',')))
  const words = Math.ceil(groups.list.length / 32)
  const paradigmBits = new Uint32Array(paradigms.list.length * words)
  groups.list.forEach((ids, group) => {
    for (const id of ids.split(',')) {
      const at = Number(id) * words + (group >> 5)
      paradigmBits[at] = (paradigmBits[at] ?? 0) | (1 << (group & 31))
    }
  })

  // Endings, by their letters from the end; suffixes that go on, by their letters from the front.
  const tags = new Numbering()
  const endings = new Map<string, [tag: number, group: number][]>()
  const suffixes = new Map<string, [kind: number, group: number, paradigm: number, infix: number][]>()
  const boundaryKinds = new Numbering()
  for (const [item, group] of groupOf) {
    const [type = '', text = '', name = ''] = item.split('|')
    if (type === 'E') {
      const list = endings.get(text) ?? []
      list.push([tags.of(name), group])
      endings.set(text, list)
    } else if (type === 'B') {
      const list = suffixes.get(text) ?? []
      list.push([linkNames.length + boundaryKinds.of(name), group, 0, 0])
      suffixes.set(text, list)
    } else
      for (const [stem, paradigm] of linkStems.get(name) ?? []) {
        const list = suffixes.get(text + stem) ?? []
        list.push([linkNames.indexOf(name), group, paradigm, text.length])
        suffixes.set(text + stem, list)
      }
  }

  const endingKeys = [...endings.keys()].sort()
  const endingOffsets = new Uint16Array(endingKeys.length + 1)
  const endingData: number[] = []
  endingKeys.forEach((key, index) => {
    if (key !== '') for (const [tag, group] of endings.get(key) ?? []) endingData.push(tag, group)
    endingOffsets[index + 1] = endingData.length / 2
  })
  // What stems make by themselves is asked of nearly every word: the paradigms have it in a list of their own.
  const wholeForms = endings.get('') ?? []
  const wholeOffsets = new Uint16Array(paradigms.list.length + 1)
  const wholeTags: number[] = []
  for (let paradigm = 0; paradigm < paradigms.list.length; paradigm++) {
    for (const [tag, group] of wholeForms)
      if ((((paradigmBits[paradigm * words + (group >> 5)] ?? 0) >>> (group & 31)) & 1) === 1)
        wholeTags.push(tag)
    wholeOffsets[paradigm + 1] = wholeTags.length
  }
  const endingTrie = buildDoubleArray(
    endingKeys.map((key) => encodeKey(key).reverse()),
    endingKeys.map((_, index) => index),
  )
  const suffixKeys = [...suffixes.keys()].sort()
  const suffixOffsets = new Uint16Array(suffixKeys.length + 1)
  const suffixData: number[] = []
  // Forms of the base word come first: most words need nothing else.
  const suffixSplit = new Uint16Array(suffixKeys.length)
  const isForm = (kind: number) =>
    kind < linkNames.length && links.get(linkNames[kind] ?? '')?.kind.makes !== 'own'
  suffixKeys.forEach((key, index) => {
    const rows = suffixes.get(key) ?? []
    const forms = rows.filter(([kind]) => isForm(kind))
    for (const row of [...forms, ...rows.filter(([kind]) => !isForm(kind))]) suffixData.push(...row)
    suffixSplit[index] = (suffixOffsets[index] ?? 0) + forms.length
    suffixOffsets[index + 1] = suffixData.length / 4
  })
  const suffixTrie = buildDoubleArray(
    suffixKeys.map((key) => encodeKey(key)),
    suffixKeys.map((_, index) => index),
  )

  const letters = suffixLetters(
    suffixKeys,
    { suffixData, suffixOffsets, suffixSplit },
    { paradigmBits, words, count: paradigms.list.length },
  )
  const goesOn = (paradigm: number): number =>
    (letters[paradigm * 2] === 0 ? 0 : formSuffix) | (letters[paradigm * 2 + 1] === 0 ? 0 : anySuffix)
  const stems = [...byStem.keys()].sort()
  const values: number[] = []
  const valueKeys: string[] = []
  const first = stems.map((stem) => {
    const start = values.length
    const list = byStem.get(stem) ?? []
    list.forEach((value, index) => {
      valueKeys.push(value.key)
      values.push(valueCell({ ...value, goesOn: goesOn(value.paradigm), last: index === list.length - 1 }))
    })
    return start
  })
  const stemTrie = buildDoubleArray(
    stems.map((stem) => encodeKey(stem)),
    first,
  )
  const hasFormSuffix = (first: number): boolean => {
    for (let at = first; ; at++) {
      const value = values[at] ?? 1
      if ((value & formSuffix) !== 0 || isLast(value)) return (value & formSuffix) !== 0
    }
  }
  if (entries.list.length > mostEntries || paradigms.list.length > mostParadigms)
    throw new Error('too many entries or paradigms')
  const entryRows = entries.list.map((text) => text.split('|').map(Number))
  const kinds: (LinkKind & { name: string })[] = [...links].map(([name, link]) => ({ name, ...link.kind }))

  const { commons, names } = guessers
  const adds = new Numbering()
  const marks = new Numbering()
  const lemmaRules = rules.list.map((rule) => rule.split('|'))
  const sections: Record<string, SectionArray> = {
    stemCells: trieCells(stemTrie, hasFormSuffix),
    values: Int32Array.from(values),
    entryRule: Uint16Array.from(entryRows.map((row) => row[0] ?? 0)),
    entryPos: Uint8Array.from(entryRows.map((row) => row[1] ?? 0)),
    entryFlags: Uint16Array.from(entryRows.map((row) => row[2] ?? 0)),
    paradigmBits,
    endingCells: trieCells(endingTrie),
    endingOffsets,
    endingData: Uint16Array.from(endingData),
    suffixLetters: letters,
    wholeOffsets,
    wholeTags: Uint16Array.from(wholeTags),
    suffixCells: trieCells(suffixTrie),
    suffixOffsets,
    suffixSplit,
    suffixData: Uint16Array.from(suffixData),
    ...suffixSections('guesser', commons, adds, tags),
    ...suffixSections('names', names, adds, tags),
    ruleCut: Uint8Array.from(lemmaRules, ([cut]) => Number(cut)),
    ruleAdd: Uint16Array.from(lemmaRules, ([, add]) => adds.of(add ?? '')),
    ruleMarks: Uint8Array.from(lemmaRules, ([, , marked]) => marks.of(marked ?? '')),
  }
  const preferences = Object.entries(tables.ranker.preferences)
    .map(([form, lemmas]) => [form, ...Object.entries(lemmas).flat()].join('\t'))
    .join('\n')
  const text = (value: string) => new TextEncoder().encode(value)
  Object.assign(sections, {
    adds: text(adds.list.join('\n')),
    marks: text(marks.list.join('\n')),
    preferences: text(preferences),
    context: text(
      [...tables.ranker.context].map(([name, points]) => `${name}\t${Math.round(points * 256)}`).join('\n'),
    ),
  })
  const meta = {
    tags: tags.list,
    links: kinds,
    boundaries: boundaryKinds.list,
    words,
  }
  // What the reader's own tables tell: the file is opened once to learn the numbers of the ranker's features and what
  // first parts of compounds are forms of.
  const opened = openPacked(
    packSections({ ...sections, firstParts: text(''), weights: new Int16Array(0) }, meta),
  )
  const space = featureSpace(opened)
  const firstParts = text(firstPartLines(opened, tables.lexicon).join('\n'))
  const weights = Int16Array.from(space.names(), (name) =>
    Math.max(-32000, Math.min(32000, Math.round((tables.ranker.weights.get(name) ?? 0) * 256))),
  )
  const bytes = packSections({ ...sections, firstParts, weights }, meta)
  const summary = `${tables.lexicon.length} entries, ${tables.forms.length} forms, ${stems.length} stems, ${values.length} values, ${paradigms.list.length} paradigms, ${groups.list.length} groups, ${endingKeys.length} endings, ${entries.list.length} entry kinds, ${rules.list.length} rules, trie ${stemTrie.base.length}, guesser ${commons.trie.base.length}/${commons.ruleIds.length}/${commons.rules.length}, names ${names.trie.base.length}/${names.ruleIds.length}`
  return { bytes, summary, valueKeys }
}
