import type { Token } from '../language/tokens.js'
import type { WordReading } from '../language/word.js'
import type { SupportedLanguage } from '../types.js'

/** Classes of words whose meetings in a sentence tell of an intent: those of intent-words.tsv, and grammar. */
export const CLASSES = [
  'promise',
  'plan',
  'expect',
  'source',
  'outcome',
  'time',
  'contact',
  'request',
  'person',
  'thanks',
  'survey',
  'asking',
  'this',
  'more',
  'name',
  'number',
  'me',
  'first person',
  'order',
  'conditional',
  'denial',
  'question',
  'query',
  'goal',
  'partitive',
  'comparative',
  'verbless',
  'improve',
  'signature',
] as const
export type WordClass = (typeof CLASSES)[number]

const bit = (name: WordClass): number => 1 << CLASSES.indexOf(name)

/** The classes that grammar tells, and those asked for by name. */
export const BITS = {
  name: bit('name'),
  number: bit('number'),
  time: bit('time'),
  me: bit('me'),
  first: bit('first person'),
  order: bit('order'),
  conditional: bit('conditional'),
  denial: bit('denial'),
  question: bit('question'),
  query: bit('query'),
  goal: bit('goal'),
  partitive: bit('partitive'),
  comparative: bit('comparative'),
  verbless: bit('verbless'),
  improve: bit('improve'),
  signature: bit('signature'),
  thanks: bit('thanks'),
} as const

/** Classes that open an expectation, and those by which the next sentence disappoints or outdoes it. */
export const OPENING = ['promise', 'plan', 'expect', 'source', 'survey', 'asking', 'time'] as const
export const ANSWERING = ['outcome', 'denial', 'time', 'number'] as const

/** Word classes by language and word; `=` before a form that counts only as it stands. */
export type IntentWords = Record<SupportedLanguage, ReadonlyMap<string, number>>

/** Reads intent-words.tsv. */
export function readIntentWords(text: string): IntentWords {
  const words = {
    fi: new Map<string, number>(),
    sv: new Map<string, number>(),
    en: new Map<string, number>(),
  }
  for (const line of text.split('\n').slice(1)) {
    const [name = '', language = '', members = ''] = line.split('\t')
    const own = words[language as SupportedLanguage]
    if (own === undefined) continue
    for (const word of members.split('|')) own.set(word, (own.get(word) ?? 0) | bit(name as WordClass))
  }
  return words
}

const me: ReadonlySet<string> = new Set(
  'minulle mulle meille minut mut meidät minuun muhun meihin minua mua meitä mig oss me us my our mun minun meidän min mitt mina vår våra'.split(
    ' ',
  ),
)

/** The classes of one word, as bits. */
export function classesOfWord(
  { text, kind }: Token,
  { lemma, pos, features }: WordReading,
  words: ReadonlyMap<string, number>,
): number {
  if (kind === 'number') return BITS.number
  if (kind !== 'word') return 0
  const form = text.toLowerCase()
  let found = (words.get(lemma.toLowerCase()) ?? 0) | (words.get(form) ?? 0) | (words.get(`=${form}`) ?? 0)
  const mark = (own: number, holds: boolean): void => {
    if (holds) found |= own
  }
  mark(BITS.name, pos === 'name')
  mark(BITS.number, pos === 'numeral')
  mark(BITS.order, features.mood === 'imperative')
  mark(BITS.conditional, features.mood === 'conditional')
  mark(BITS.first, features.person === '1' && pos === 'verb')
  mark(BITS.me, me.has(form) || features.possessive === 'sg1')
  mark(BITS.denial, features.negative === true)
  mark(BITS.comparative, features.degree === 'comparative')
  mark(BITS.query, asksByEnding(features.clitics))
  // "Aulaan kello", "vessoihin paperia": where to, and what.
  mark(BITS.goal, pos === 'noun' && (features.case === 'illative' || features.case === 'allative'))
  mark(BITS.partitive, pos === 'noun' && features.case === 'partitive')
  return found
}

/** "Voiko", "onko" (VISK § 1690). */
export const asksByEnding = (clitics: readonly string[] | undefined): boolean =>
  clitics?.some((clitic) => clitic === 'ko' || clitic === 'kö') ?? false
