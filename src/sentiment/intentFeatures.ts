import type { Document } from '../language/document.js'
import type { Token } from '../language/tokens.js'
import type { WordReading } from '../language/word.js'
import type { Intent, Polarity, QuestionKind, SupportedLanguage } from '../types.js'
import type { ClauseEvidence } from './clausePolarity.js'
import { isRhetorical } from './questions.js'
import { ASKS, EXCLAIMS, FINITE, holdsTrait, WORD } from './traits.js'
import type { View } from './view.js'

export const INTENTS: readonly Intent[] = [
  'praise',
  'complaint',
  'suggestion',
  'question',
  'contact_request',
  'thanks_to_person',
  'survey_feedback',
  'expectation_gap',
]

/** Classes of words whose meetings in a sentence tell of an intent: those of intent-words.tsv, and grammar. */
const CLASSES = [
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
] as const
type WordClass = (typeof CLASSES)[number]
const bit = (name: WordClass): number => 1 << CLASSES.indexOf(name)
const bits = {
  name: bit('name'),
  number: bit('number'),
  me: bit('me'),
  first: bit('first person'),
  order: bit('order'),
  conditional: bit('conditional'),
  denial: bit('denial'),
  question: bit('question'),
} as const

/** Classes that open an expectation, and those by which the next sentence disappoints or outdoes it. */
const OPENING = ['promise', 'plan', 'expect', 'source', 'survey', 'time'] as const
const ANSWERING = ['outcome', 'denial', 'time', 'number'] as const

const pairs: (readonly [number, number])[] = CLASSES.flatMap((_, x) =>
  CLASSES.slice(x + 1).map((_, y) => [x, x + 1 + y] as const),
)
const follows: (readonly [number, number])[] = OPENING.flatMap((x) =>
  ANSWERING.map((y) => [CLASSES.indexOf(x), CLASSES.indexOf(y)] as const),
)

/** What the rules and the grammar say of a sentence, or of its whole comment, to the learnt heads of intents. */
export const SIGNS: readonly string[] = [
  ...INTENTS.map((intent) => `table ${intent}`),
  'asked good',
  'asked improve',
  'asked general',
  'comment positive',
  'comment negative',
  'comment neutral',
  'comment mixed',
  'improve negative',
  'plus',
  'minus',
  'proposes',
  'wishes',
  'asks',
  'throws',
  'denies',
  'grants',
  'quotes',
  'exclaims',
  'no verb',
  'short',
  'middling',
  'long',
  'only sentence',
  'first sentence',
  'last sentence',
  'signs off',
  'two times',
  ...CLASSES.map((name) => `class ${name}`),
  ...pairs.map(([x, y]) => `${CLASSES[x]} & ${CLASSES[y]}`),
  ...follows.map(([x, y]) => `${CLASSES[x]} > ${CLASSES[y]}`),
]

const places = new Map<string, number>(SIGNS.map((sign, place) => [sign, place]))
const at = (sign: string): number => places.get(sign) as number
const place = {
  plus: at('plus'),
  minus: at('minus'),
  proposes: at('proposes'),
  wishes: at('wishes'),
  asks: at('asks'),
  throws: at('throws'),
  denies: at('denies'),
  grants: at('grants'),
  quotes: at('quotes'),
  exclaims: at('exclaims'),
  verbless: at('no verb'),
  short: at('short'),
  middling: at('middling'),
  long: at('long'),
  only: at('only sentence'),
  first: at('first sentence'),
  last: at('last sentence'),
  signsOff: at('signs off'),
  twoTimes: at('two times'),
  improveNegative: at('improve negative'),
  classes: at(`class ${CLASSES[0]}`),
  pairs: at(`${CLASSES[0]} & ${CLASSES[1]}`),
  follows: at(`${OPENING[0]} > ${ANSWERING[0]}`),
} as const
const asked = { good: at('asked good'), improve: at('asked improve'), general: at('asked general') } as const
const comment = {
  positive: at('comment positive'),
  negative: at('comment negative'),
  neutral: at('comment neutral'),
  mixed: at('comment mixed'),
} as const

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

/** The classes of one word, as bits. */
export function classesOfWord(
  { text, kind }: Token,
  { lemma, pos, features }: WordReading,
  words: ReadonlyMap<string, number>,
): number {
  if (kind === 'number') return bits.number
  if (kind !== 'word') return 0
  const form = text.toLowerCase()
  const base = lemma.toLowerCase()
  let found = (words.get(base) ?? 0) | (words.get(form) ?? 0) | (words.get(`=${form}`) ?? 0)
  if (pos === 'name') found |= bits.name
  if (pos === 'numeral') found |= bits.number
  if (features.mood === 'imperative') found |= bits.order
  if (features.mood === 'conditional') found |= bits.conditional
  if (features.person === '1' && pos === 'verb') found |= bits.first
  if (me.has(form) || features.possessive === 'sg1') found |= bits.me
  if (features.negative === true) found |= bits.denial
  return found
}

const me: ReadonlySet<string> = new Set(
  'minulle mulle meille minut mut meidät minuun muhun meihin minua mua meitä minuun mig oss me us my our mun minun meidän min mitt mina vår våra'.split(
    ' ',
  ),
)

/** Words by which forms of persons matter: "minulle", "teille", "me", "mig". */
const persons: ReadonlySet<string> = new Set(['minä', 'sinä', 'hän', 'me', 'te', 'he', 'joku', 'kukaan'])

/**
 * Names of what one word shows, fully spelled so that a table of weights can be read: its lemma with the language,
 * its mood and person, a question ending, a first name.
 */
export function namesOfWord(
  { text, kind }: Token,
  { lemma, pos, features }: WordReading,
  language: SupportedLanguage,
): string[] {
  if (kind === 'number') return ['number']
  if (kind !== 'word') return kind === 'emoji' ? ['emoji'] : []
  if (pos === 'name') return ['name']
  const own = `${language} ${lemma.toLowerCase()}`
  const names = [own]
  if (/^\p{Lu}\p{Ll}/u.test(text)) names.push('capital')
  if (language !== 'fi') {
    const form = text.toLowerCase()
    if (form !== lemma.toLowerCase()) names.push(`${language} =${form}`)
  }
  if (features.possessive === 'sg1') names.push('my')
  if (persons.has(lemma) && features.case) names.push(`${own} ${features.case}`)
  if (features.clitics?.some((clitic) => clitic === 'ko' || clitic === 'kö')) names.push('-ko', `${own} -ko`)
  if (pos !== 'verb' || features.form !== undefined) return names
  const { mood, person, number, tense } = features
  if (mood === 'imperative' || mood === 'conditional') {
    names.push(mood, `${own} ${mood}`)
    if (person) names.push(`${mood} ${person}${number === 'plural' ? ' plural' : ''}`)
  } else if (language === 'fi' && person) {
    names.push(`person ${person}${number === 'plural' ? ' plural' : ''}${tense === 'past' ? ' past' : ''}`)
    if (person === '4') names.push(`${own} passive`)
  }
  return names
}

/** Short and middling sentences, in tokens. */
const SHORT = 5
const MIDDLING = 12

/** What is asked and felt, as the heads see it. */
export interface Setting {
  label: Polarity
  question: QuestionKind
}

/** Word classes of each sentence as bits, and how many words of time and numbers it has. */
export interface Classes {
  bits: Int32Array
  times: Int32Array
}

export const isTime = (found: number): boolean => (found & (TIME | bits.number)) !== 0
const TIME = bit('time')

/** A sentence with the clauses of its own. */
interface Part {
  first: number
  last: number
  clauses: ClauseEvidence[]
}

const partsOf = ({ sentences }: Document, clauses: readonly ClauseEvidence[]): Part[] => {
  const parts: Part[] = sentences.map(({ first, last }) => ({ first, last, clauses: [] }))
  for (const found of clauses) parts[found.clause.sentence]?.clauses.push(found)
  return parts
}

/**
 * Tells the signs of each sentence: `tell(sentence, sign, value)`, a sign at most once a sentence. `met` are the
 * places of the rows of the table that hold.
 */
export function tellSigns(
  document: Document,
  view: View,
  clauses: readonly ClauseEvidence[],
  met: readonly { intent: Intent; place: number }[],
  { label, question }: Setting,
  classes: Classes,
  tell: (sentence: number, sign: number, value: number) => void,
): void {
  const parts = partsOf(document, clauses)
  const rows = new Set<number>()
  for (const { intent, place: token } of met) {
    const sentence = parts.findIndex(({ last }) => token < last)
    rows.add(sentence * INTENTS.length + INTENTS.indexOf(intent))
  }
  for (const row of rows) tell(Math.floor(row / INTENTS.length), row % INTENTS.length, 1)
  const denied = parts.map((part) => part.clauses.some(({ negated }) => negated))
  for (const [s, part] of parts.entries()) {
    const any = (holds: (found: ClauseEvidence) => boolean): boolean => part.clauses.some(holds)
    const mark = (sign: number, holds: boolean | undefined, value = 1): void => {
      if (holds) tell(s, sign, value)
    }
    mark(asked[question], true)
    mark(comment[label], true)
    mark(place.improveNegative, question === 'improve' && label === 'negative')
    const plus = Math.log1p(part.clauses.reduce((sum, { positive }) => sum + positive, 0))
    const minus = Math.log1p(part.clauses.reduce((sum, { negative }) => sum + negative, 0))
    mark(place.plus, plus > 0, plus)
    mark(place.minus, minus > 0, minus)
    mark(
      place.proposes,
      any(({ proposal }) => proposal),
    )
    mark(
      place.wishes,
      any(({ wish }) => wish),
    )
    const asks = holdsTrait(view, Math.max(part.first, part.last - 3), part.last, ASKS)
    mark(place.asks, asks)
    mark(place.throws, asks && any(({ clause }) => isRhetorical(document, view, clause)))
    mark(place.denies, denied[s])
    mark(
      place.grants,
      any(({ clause }) => clause.link === 'contrast' || clause.link === 'concession'),
    )
    mark(
      place.quotes,
      any(({ clause }) => clause.quoted === true),
    )
    mark(place.exclaims, holdsTrait(view, Math.max(part.first, part.last - 3), part.last, EXCLAIMS))
    mark(place.verbless, !holdsTrait(view, part.first, part.last, FINITE))
    let size = 0
    for (let i = part.first; i < part.last; i += 1) if ((view.seen[i]?.traits ?? 0) & WORD) size += 1
    mark(size <= SHORT ? place.short : size <= MIDDLING ? place.middling : place.long, true)
    mark(place.only, parts.length === 1)
    mark(place.first, parts.length > 1 && s === 0)
    mark(place.last, parts.length > 1 && s === parts.length - 1)
    const own = (classes.bits[s] as number) | (denied[s] ? bits.denial : 0) | (asks ? bits.question : 0)
    mark(
      place.signsOff,
      s > 0 &&
        s === parts.length - 1 &&
        size <= SHORT &&
        (own & bits.name) !== 0 &&
        !holdsTrait(view, part.first, part.last, FINITE),
    )
    mark(place.twoTimes, (classes.times[s] as number) > 1)
    for (let c = 0; c < CLASSES.length; c += 1) mark(place.classes + c, ((own >> c) & 1) === 1)
    for (const [p, [x, y]] of pairs.entries()) mark(place.pairs + p, ((own >> x) & (own >> y) & 1) === 1)
    if (s + 1 === parts.length) continue
    const next = (classes.bits[s + 1] as number) | (denied[s + 1] ? bits.denial : 0)
    for (const [p, [x, y]] of follows.entries()) mark(place.follows + p, ((own >> x) & (next >> y) & 1) === 1)
  }
}
