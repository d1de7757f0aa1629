import type { Span } from '../types.js'
import { type ClauseLink, type Connective, connectiveTable, coordinators } from './connectives.js'
import { rememberByWord } from './memo.js'
import type { Sentence } from './sentences.js'
import type { Token } from './tokens.js'
import type { WordReading } from './word.js'

/** A stretch of a sentence that says one thing; `first` and `last` are its token range, last exclusive. */
export interface Clause extends Span {
  first: number
  last: number
  /** Index of its sentence. */
  sentence: number
  /** How it hangs on what came before; absent for a plain main clause. */
  link?: ClauseLink
  /** Inside quotation marks: somebody else's words. */
  quoted?: true
}

const quotes: ReadonlySet<string> = new Set(['"', '”', '“', '„', '«', '»', '‟'])
const pauses: ReadonlySet<string> = new Set([',', ';', ':', '–', '—', '-', '(', ')', '...', '…', '..', '/'])
const connectives = connectiveTable()

/** No clause is longer, in tokens, so that no later step meets a giant. */
const LONGEST = 60

/**
 * Cuts sentences into clauses: at contrast, concession, exception, condition and cause, at relative and
 * complement clauses after a comma, at commas and conjunctions that a finite verb follows (a list stays whole),
 * and at quotations of two words or more. Linear in the number of tokens; the clauses cover all of them.
 *
 * @example
 * // 'Jonotin tunnin, mutta hoitaja oli ihana' -> ['Jonotin tunnin,', 'mutta hoitaja oli ihana' (contrast)]
 */
export function splitClauses(
  tokens: readonly Token[],
  words: readonly WordReading[],
  sentences: readonly Sentence[],
): Clause[] {
  const clauses: Clause[] = []
  for (let s = 0; s < sentences.length; s += 1) {
    const sentence = sentences[s] as Sentence
    splitSentence(tokens, words, sentence, s, clauses)
  }
  return clauses
}

/** What one word means to the clauses about it. */
interface Joint {
  pause: boolean
  /** Of a quotation. */
  quote: boolean
  coordinates: boolean
  finite: boolean
  connective: Connective | undefined
  /** May open a sentence that grants something before it says what counts. */
  grants: boolean
  subject: boolean
}

/** "Fast jag kom sent togs jag emot", "although I was late I was met": what is granted first needs no comma. */
const granting: ReadonlySet<string> = new Set('fast fastän trots även although though even'.split(' '))
const subjects: ReadonlySet<string> = new Set(
  'jag vi de dom hon han man det den ni du i we they she he it you'.split(' '),
)

const PLAIN: Joint = {
  pause: false,
  quote: false,
  coordinates: false,
  finite: false,
  connective: undefined,
  grants: false,
  subject: false,
}
const FINITE: Joint = { ...PLAIN, finite: true }
const SUBJECT: Joint = { ...PLAIN, subject: true }

/** Asked of every word of every text, so worked out once a word; most words share one of three. */
const jointOf = rememberByWord(({ kind, text }, { pos, features }): Joint => {
  const lower = text.toLowerCase()
  const finite = pos === 'verb' && features.form === undefined
  const [pause, quote, coordinates] = [pauses.has(lower), quotes.has(text), coordinators.has(lower)]
  const connective = kind === 'word' ? connectives.get(lower) : undefined
  const [grants, subject] = [granting.has(lower), subjects.has(lower)]
  if (!pause && !quote && !coordinates && !grants && connective === undefined && !(finite && subject))
    return finite ? FINITE : subject ? SUBJECT : PLAIN
  return { pause, quote, coordinates, finite, connective, grants, subject }
})

function splitSentence(
  tokens: readonly Token[],
  words: readonly WordReading[],
  sentence: Sentence,
  index: number,
  out: Clause[],
): void {
  const { first, last } = sentence
  const joints: Joint[] = new Array(last - first)
  let quoting = 0
  for (let i = first; i < last; i += 1) {
    const joint = jointOf(tokens[i] as Token, words[i] as WordReading)
    joints[i - first] = joint
    if (joint.quote) quoting += 1
  }
  // For each place: does a finite verb come before the next pause or joining word?
  const verbAhead: boolean[] = new Array(joints.length + 1).fill(false)
  let ahead = false
  for (let at = joints.length - 1; at >= 0; at -= 1) {
    const { pause, coordinates, finite, connective } = joints[at] as Joint
    // "Ei ollut ystävällinen, nopea eikä osaava": a list goes on until its last member.
    if (pause || coordinates || connective?.link === 'negation') ahead = false
    else if (finite) ahead = true
    verbAhead[at] = ahead
  }
  const quotations = quoting > 1 ? findQuotations(joints, first) : undefined
  let start = first
  let link: ClauseLink | undefined
  let quoted = false
  let hasVerb = false
  let afterPause = true
  let pausedBefore = false
  const granted = joints[0]?.grants && opensGrant(tokens, first)
  const cut = (at: number, next: ClauseLink | undefined) => {
    if (at > start) out.push(makeClause(tokens, start, at, index, link, quoted))
    start = at
    link = next
    hasVerb = false
  }
  for (let i = first; i < last; i += 1) {
    const { pause, coordinates, connective, finite } = joints[i - first] as Joint
    const quotation = quotations?.get(i)
    if (quotation !== undefined) {
      cut(i, quotation ? 'quote' : undefined)
      quoted = quotation
      afterPause = true
      continue
    }
    if (pause) {
      const next = tokens[i + 1]
      if (next && hasVerb && verbAhead[i + 1 - first]) {
        cut(i + 1, connectives.has(next.text.toLowerCase()) ? undefined : 'coordination')
      }
      afterPause = true
      continue
    }
    if (connective) {
      const { link: kind, place } = connective
      if (place === 'second') {
        if (pausedBefore && i - 1 > first && (tokens[i - 1] as Token).text.toLowerCase() === 'sen')
          cut(i - 1, kind)
      } else if (place === 'within' || (place === 'either' && !afterPause)) {
        if (link === undefined || link === 'coordination') link = kind
      } else if (place === 'anywhere' || afterPause) {
        if (i === start) link = strongest(link, kind)
        else cut(i, kind)
      }
    } else if (coordinates) {
      if (hasVerb && verbAhead[i + 1 - first]) cut(i, 'coordination')
    }
    if (granted && start === first && hasVerb && opensMain(joints, i - first)) {
      link = 'concession'
      cut(i, undefined)
    }
    if (i - start >= LONGEST) cut(i, link)
    if (finite) hasVerb = true
    pausedBefore = afterPause
    afterPause = false
  }
  cut(last, undefined)
}

const seconds: ReadonlyMap<string, string> = new Map([
  ['trots', 'att'],
  ['även', 'om'],
  ['even', 'though'],
])

/** "Även om", "even though", but "även han". */
const opensGrant = (tokens: readonly Token[], first: number): boolean => {
  const second = seconds.get((tokens[first] as Token).text.toLowerCase())
  return second === undefined || tokens[first + 1]?.text.toLowerCase() === second
}

/** A verb before its subject in Swedish, a subject before its verb in English, where a clause has had its verb. */
const opensMain = (joints: readonly Joint[], at: number): boolean => {
  const here = joints[at] as Joint
  const next = joints[at + 1]
  return next !== undefined && ((here.finite && next.subject) || (here.subject && next.finite))
}

/** "mutta kun ..." keeps its contrast. */
const strongest = (held: ClauseLink | undefined, found: ClauseLink): ClauseLink =>
  held === 'contrast' || held === 'concession' || held === 'exception' ? held : found

/** Places where a quotation of at least two words opens (true, at the mark) or has closed (false, after it). */
function findQuotations(joints: readonly Joint[], first: number): Map<number, boolean> {
  const places = new Map<number, boolean>()
  let open = -1
  for (let at = 0; at < joints.length; at += 1) {
    if (!joints[at]?.quote) continue
    if (open < 0) open = at
    else {
      if (at - open > 2) {
        places.set(first + open, true)
        if (at + 1 < joints.length) places.set(first + at + 1, false)
      }
      open = -1
    }
  }
  return places
}

function makeClause(
  tokens: readonly Token[],
  first: number,
  last: number,
  sentence: number,
  link: ClauseLink | undefined,
  quoted: boolean,
): Clause {
  const clause: Clause = {
    start: (tokens[first] as Token).start,
    end: (tokens[last - 1] as Token).end,
    first,
    last,
    sentence,
  }
  if (link !== undefined) clause.link = link
  if (quoted) clause.quoted = true
  return clause
}
