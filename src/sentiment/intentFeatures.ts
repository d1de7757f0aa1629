import type { Document } from '../language/document.js'
import type { Token } from '../language/tokens.js'
import type { WordReading } from '../language/word.js'
import type { Intent, Polarity, QuestionKind, SupportedLanguage } from '../types.js'
import type { ClauseEvidence } from './clausePolarity.js'
import { ANSWERING, asksByEnding, BITS, CLASSES, type Classes, OPENING } from './intentClasses.js'
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
  'opens with a query',
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
  opensAsking: at('opens with a query'),
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

/** Words whose case tells whom something is done to: "minulle", "teille". */
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
  if (asksByEnding(features.clitics)) names.push('-ko', `${own} -ko`)
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

/** Short and middling sentences, in words. */
const SHORT = 5
const MIDDLING = 12

/** What is asked and felt, as the heads see it. */
export interface Setting {
  label: Polarity
  question: QuestionKind
}

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

const isSignature = (told: number): boolean =>
  (told & BITS.name) !== 0 && ((told & BITS.signature) !== 0 || (told & BITS.thanks) === 0)

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
  for (let s = 0; s < parts.length; s += 1) {
    const { first, last, clauses: own } = parts[s] as Part
    const mark = (sign: number, holds: boolean | undefined): void => {
      if (holds) tell(s, sign, 1)
    }
    tell(s, asked[question], 1)
    tell(s, comment[label], 1)
    mark(place.improveNegative, question === 'improve' && label === 'negative')
    const end = Math.max(first, last - 3)
    const asks = holdsTrait(view, end, last, ASKS)
    const verbless = !holdsTrait(view, first, last, FINITE)
    const isLast = s === parts.length - 1
    tellClauses(own, s, tell)
    mark(place.asks, asks)
    mark(place.throws, asks && own.some(({ clause }) => isRhetorical(document, view, clause)))
    mark(place.denies, denied[s])
    mark(place.exclaims, holdsTrait(view, end, last, EXCLAIMS))
    mark(place.verbless, verbless)
    let size = 0
    for (let i = first; i < last; i += 1) if ((view.seen[i]?.traits ?? 0) & WORD) size += 1
    tell(s, size <= SHORT ? place.short : size <= MIDDLING ? place.middling : place.long, 1)
    mark(place.only, parts.length === 1)
    mark(place.first, s === 0 && !isLast)
    mark(place.last, s > 0 && isLast)
    const told =
      (classes.bits[s] as number) |
      (denied[s] ? BITS.denial : 0) |
      (asks ? BITS.question : 0) |
      (verbless ? BITS.verbless : 0) |
      (question === 'improve' ? BITS.improve : 0)
    const signsOff = s > 0 && isLast && size <= SHORT && verbless && isSignature(told)
    mark(place.signsOff, signsOff)
    mark(place.opensAsking, classes.asking[s] === 1)
    mark(place.twoTimes, (classes.times[s] as number) > 1)
    // Who signs thanks nobody by it.
    const next = isLast ? 0 : (classes.bits[s + 1] as number) | (denied[s + 1] ? BITS.denial : 0)
    tellClasses(signsOff ? told & ~(BITS.name | BITS.thanks) : told, next, s, tell)
  }
}

/** What the rules found in the clauses of a sentence. */
function tellClauses(
  clauses: readonly ClauseEvidence[],
  s: number,
  tell: (sentence: number, sign: number, value: number) => void,
): void {
  let positive = 0
  let negative = 0
  const signs = new Set<number>()
  for (const { clause, proposal, wish, ...found } of clauses) {
    positive += found.positive
    negative += found.negative
    if (proposal) signs.add(place.proposes)
    if (wish) signs.add(place.wishes)
    if (clause.quoted) signs.add(place.quotes)
    if (clause.link === 'contrast' || clause.link === 'concession') signs.add(place.grants)
  }
  if (positive > 0) tell(s, place.plus, Math.log1p(positive))
  if (negative > 0) tell(s, place.minus, Math.log1p(negative))
  for (const sign of signs) tell(s, sign, 1)
}

/** Classes of a sentence by themselves, by twos, and with those of the next sentence. */
function tellClasses(
  own: number,
  next: number,
  s: number,
  tell: (sentence: number, sign: number, value: number) => void,
): void {
  for (let c = 0; c < CLASSES.length; c += 1) if ((own >> c) & 1) tell(s, place.classes + c, 1)
  for (let p = 0; p < pairs.length; p += 1) {
    const [x, y] = pairs[p] as readonly [number, number]
    if ((own >> x) & (own >> y) & 1) tell(s, place.pairs + p, 1)
  }
  if (next === 0) return
  for (let p = 0; p < follows.length; p += 1) {
    const [x, y] = follows[p] as readonly [number, number]
    if ((own >> x) & (next >> y) & 1) tell(s, place.follows + p, 1)
  }
}
