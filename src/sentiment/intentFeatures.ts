import type { Document } from '../language/document.js'
import type { Token } from '../language/tokens.js'
import type { WordReading } from '../language/word.js'
import type { Intent, Polarity, QuestionKind, SupportedLanguage } from '../types.js'
import type { ClauseEvidence } from './clausePolarity.js'
import { ANSWERING, asksByEnding, BITS, CLASSES, OPENING } from './intentClasses.js'
import { isRhetorical } from './questions.js'
import { ASKS, EXCLAIMS, FINITE, WORD } from './traits.js'
import type { Seen, View } from './view.js'

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

const SETTINGS = [
  'asked good',
  'asked improve',
  'asked general',
  'comment positive',
  'comment negative',
  'comment neutral',
  'comment mixed',
  'improve negative',
] as const
const FACTS = [
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
] as const

/** What the rules and the grammar say of a sentence, or of its whole comment, to the learnt heads of intents. */
export const SIGNS: readonly string[] = [
  ...INTENTS.map((intent) => `table ${intent}`),
  ...SETTINGS,
  ...FACTS,
  'plus',
  'minus',
  ...CLASSES.map((name) => `class ${name}`),
  ...pairs.map(([x, y]) => `${CLASSES[x]} & ${CLASSES[y]}`),
  ...follows.map(([x, y]) => `${CLASSES[x]} > ${CLASSES[y]}`),
]

const at = (sign: string): number => SIGNS.indexOf(sign)
const place = {
  asked: { good: at('asked good'), improve: at('asked improve'), general: at('asked general') },
  comment: {
    positive: at('comment positive'),
    negative: at('comment negative'),
    neutral: at('comment neutral'),
    mixed: at('comment mixed'),
  },
  improveNegative: at('improve negative'),
  facts: INTENTS.length + SETTINGS.length,
  plus: at('plus'),
  minus: at('minus'),
  classes: at(`class ${CLASSES[0]}`),
  pairs: at(`${CLASSES[0]} & ${CLASSES[1]}`),
  follows: at(`${OPENING[0]} > ${ANSWERING[0]}`),
} as const

/** What holds of a sentence, as bits after those of the rows of the table that open in it. */
const fact = (name: (typeof FACTS)[number]): number => 1 << (INTENTS.length + FACTS.indexOf(name))
const facts = {
  proposes: fact('proposes'),
  wishes: fact('wishes'),
  asks: fact('asks'),
  throws: fact('throws'),
  denies: fact('denies'),
  grants: fact('grants'),
  quotes: fact('quotes'),
  exclaims: fact('exclaims'),
  verbless: fact('no verb'),
  short: fact('short'),
  middling: fact('middling'),
  long: fact('long'),
  only: fact('only sentence'),
  first: fact('first sentence'),
  last: fact('last sentence'),
  signsOff: fact('signs off'),
  twoTimes: fact('two times'),
  opensAsking: fact('opens with a query'),
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

const isSignature = (told: number): boolean =>
  (told & BITS.name) !== 0 && ((told & BITS.signature) !== 0 || (told & BITS.thanks) === 0)

/** What is told of a sentence beside its words: bits of facts and of classes, and the sums of the rules. */
export interface SentenceSigns {
  facts: number
  classes: number
  /** Classes that open an expectation, and beneath them those of the next sentence that answer it. */
  follows: number
  plus: number
  minus: number
}

/** The signs of each sentence. `met` are the rows of the table that hold, by the token at which they open. */
export function signsOfSentences(
  document: Document,
  view: View,
  clauses: readonly ClauseEvidence[],
  met: readonly { intent: Intent; place: number }[],
  question: QuestionKind,
): SentenceSigns[] {
  const { sentences } = document
  const signs: SentenceSigns[] = sentences.map(() => ({
    facts: 0,
    classes: 0,
    follows: 0,
    plus: 0,
    minus: 0,
  }))
  for (let c = 0; c < clauses.length; c += 1) addClause(signs, clauses[c] as ClauseEvidence)
  for (const { intent, place: token } of met) {
    const own = signs[sentences.findIndex(({ last }) => token < last)]
    if (own) own.facts |= 1 << INTENTS.indexOf(intent)
  }
  for (let s = sentences.length - 1; s >= 0; s -= 1) {
    const own = signs[s] as SentenceSigns
    const { first, last } = sentences[s] as { first: number; last: number }
    let traits = 0
    let size = 0
    let classes = 0
    let times = 0
    for (let i = first; i < last; i += 1) {
      const { traits: found, intents } = view.seen[i] as Seen
      traits |= found
      if (found & WORD) size += 1
      if (intents === null) continue
      classes |= intents.bits
      if (intents.bits & (BITS.time | BITS.number)) times += 1
    }
    let ends = 0
    for (let i = Math.max(first, last - 3); i < last; i += 1) ends |= (view.seen[i] as Seen).traits
    const isLast = s === sentences.length - 1
    if (ends & ASKS) {
      own.facts |= facts.asks
      if (clauses.some(({ clause }) => clause.sentence === s && isRhetorical(document, view, clause)))
        own.facts |= facts.throws
    }
    if (ends & EXCLAIMS) own.facts |= facts.exclaims
    if ((traits & FINITE) === 0) own.facts |= facts.verbless
    own.facts |= size <= SHORT ? facts.short : size <= MIDDLING ? facts.middling : facts.long
    if (sentences.length === 1) own.facts |= facts.only
    else if (s === 0) own.facts |= facts.first
    else if (isLast) own.facts |= facts.last
    if ((view.seen[first]?.intents?.bits ?? 0) & BITS.query) own.facts |= facts.opensAsking
    if (times > 1) own.facts |= facts.twoTimes
    const told =
      classes |
      (own.facts & facts.denies ? BITS.denial : 0) |
      (own.facts & facts.asks ? BITS.question : 0) |
      (own.facts & facts.verbless ? BITS.verbless : 0) |
      (question === 'improve' ? BITS.improve : 0)
    const signsOff = s > 0 && isLast && size <= SHORT && (traits & FINITE) === 0 && isSignature(told)
    if (signsOff) own.facts |= facts.signsOff
    // Who signs thanks nobody by it.
    own.classes = signsOff ? told & ~(BITS.name | BITS.thanks) : told
    const next = signs[s + 1]
    if (next) own.follows = followBits(own.classes, next.classes)
  }
  return signs
}

/** What the rules found in a clause goes to its sentence. */
function addClause(signs: readonly SentenceSigns[], found: ClauseEvidence): void {
  const own = signs[found.clause.sentence]
  if (own === undefined) return
  own.plus += found.positive
  own.minus += found.negative
  if (found.proposal) own.facts |= facts.proposes
  if (found.wish) own.facts |= facts.wishes
  if (found.question) own.facts |= facts.asks
  if (found.negated) own.facts |= facts.denies
  if (found.clause.quoted) own.facts |= facts.quotes
  const { link } = found.clause
  if (link === 'contrast' || link === 'concession') own.facts |= facts.grants
}

const openingPlaces = OPENING.map((name) => CLASSES.indexOf(name))
const answeringPlaces = ANSWERING.map((name) => CLASSES.indexOf(name))

function followBits(own: number, next: number): number {
  let bits = 0
  for (let o = 0; o < openingPlaces.length; o += 1)
    bits |= ((own >> (openingPlaces[o] as number)) & 1) << (ANSWERING.length + o)
  for (let a = 0; a < answeringPlaces.length; a += 1)
    bits |= ((next >> (answeringPlaces[a] as number)) & 1) << a
  return bits
}

/** Places of signs, by what tells them. */
export const placesOf = {
  setting({ label, question }: Setting): number[] {
    const told = [place.asked[question], place.comment[label]]
    return question === 'improve' && label === 'negative' ? [...told, place.improveNegative] : told
  },
  facts: (bits: number): number[] => [
    ...INTENTS.flatMap((_, b) => ((bits >> b) & 1 ? [b] : [])),
    ...FACTS.flatMap((_, f) => ((bits >> (INTENTS.length + f)) & 1 ? [place.facts + f] : [])),
  ],
  classes: (bits: number): number[] => [
    ...CLASSES.flatMap((_, c) => ((bits >> c) & 1 ? [place.classes + c] : [])),
    ...pairs.flatMap(([x, y], p) => ((bits >> x) & (bits >> y) & 1 ? [place.pairs + p] : [])),
  ],
  follows: (bits: number): number[] =>
    follows.flatMap((_, p) => {
      const opening = Math.floor(p / ANSWERING.length) + ANSWERING.length
      return (bits >> opening) & (bits >> (p % ANSWERING.length)) & 1 ? [place.follows + p] : []
    }),
  ofClass: (x: number): number => place.classes + x,
  /** Of two classes, the lower first. */
  ofPair: (x: number, y: number): number =>
    place.pairs + (x * (2 * CLASSES.length - x - 1)) / 2 + (y - x - 1),
  plus: place.plus,
  minus: place.minus,
} as const
