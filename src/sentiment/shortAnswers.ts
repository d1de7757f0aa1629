import type { Document } from '../language/document.js'
import type { Polarity, QuestionKind } from '../types.js'
import type { ShortAnswerRow } from './tables.js'

/** Answers of at most this many words are looked up whole. */
const LONGEST = 9

interface Piece {
  words: ReadonlySet<string>
  optional: boolean
}

interface CompiledAnswer {
  pieces: readonly Piece[]
  row: ShortAnswerRow
}

/** Answers by their possible first words, in the order of the table. */
export type ShortAnswers = ReadonlyMap<string, readonly CompiledAnswer[]>

export interface ShortAnswer {
  label: Polarity
  substance: boolean
}

export function compileShortAnswers(rows: readonly ShortAnswerRow[]): ShortAnswers {
  const index = new Map<string, CompiledAnswer[]>()
  for (const row of rows) {
    const pieces = row.pattern.split(' ').map((piece) => {
      const optional = piece.startsWith('[')
      return { words: new Set((optional ? piece.slice(1, -1) : piece).split('|')), optional }
    })
    const answer = { pieces, row }
    for (const { words, optional } of pieces) {
      for (const word of words) {
        const held = index.get(word)
        if (held === undefined) index.set(word, [answer])
        else if (held.at(-1) !== answer) held.push(answer)
      }
      if (!optional) break
    }
  }
  return index
}

/** Words that an answer may hold without saying more by them. */
const fillers: ReadonlySet<string> = new Set(
  'no noh niin juu joo kyllä kai varmaan varmaankin ehkä oikeastaan siis nyt just juuri vaan vain ainakaan ainakin mielestäni mielestä minusta musta mun minun mulla minulla mulle minulle meidän ihan aivan todellakaan oikein tähän tässä tästä ju nog väl egentligen faktiskt well really honestly actually probably think guess'.split(
    ' ',
  ),
)

/** Spoken and hasty spellings of words that the table writes out. */
const written: ReadonlyMap<string, string> = new Map(
  'mitää:mitään mittää:mitään mittään:mitään mithään:mitään mitn:mitään mtn:mitään mtään:mitään mikää:mikään oo:ole tuu:tule tiiä:tiedä tiä:tiedä tierä:tiedä oikeestaan:oikeastaan oikeestas:oikeastaan varmaa:varmaan ennää:enää enään:enää kaik:kaikki kaikk:kaikki tosiaan:todella erityst:erityistä nåt:något nånting:något inge:inget mycke:mycket nothin:nothing nuthin:nothing everythin:everything evrything:everything'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)

/**
 * Reads a comment that is nothing but a short answer: its meaning hangs on what was asked. Nothing but
 * punctuation says nothing; words that only fill are passed over; of answers side by side ("Inget, allt var bra")
 * those that say something decide. Undefined where the comment says more, so that the clauses must be weighed.
 */
export function readShortAnswer(
  answers: ShortAnswers,
  document: Document,
  question: QuestionKind,
): ShortAnswer | undefined {
  const words: string[] = []
  const parts: string[][] = [[]]
  for (const { kind, text } of document.tokens) {
    if (kind === 'punctuation' || kind === 'symbol') {
      if (parts[parts.length - 1]?.length) parts.push([])
      continue
    }
    const form = text.toLowerCase().replace(/[\u{1F3FB}-\u{1F3FF}\uFE0F\u200D]/gu, '')
    if (kind === 'emoji' && words.at(-1) === form) continue
    if (words.length > LONGEST) return undefined
    words.push(form)
    parts[parts.length - 1]?.push(form)
  }
  if (words.length === 0) return { label: 'neutral', substance: false }
  if (words.length > LONGEST) return undefined
  const whole = lookUp(answers, words, question)
  if (whole !== undefined) return whole
  const filled = parts.filter((part) => part.length > 0)
  return filled.length > 1 ? joined(filled.map((part) => lookUp(answers, part, question))) : undefined
}

/** Finds an answer as it stands, then without its filling words. */
function lookUp(
  answers: ShortAnswers,
  words: readonly string[],
  question: QuestionKind,
): ShortAnswer | undefined {
  const found = find(answers, words, question)
  if (found !== undefined) return found
  const plain = words.map((word) => written.get(word) ?? word)
  const bare = plain.filter((word) => !fillers.has(word))
  return find(answers, plain, question) ?? (bare.length > 0 ? find(answers, bare, question) : undefined)
}

function find(
  answers: ShortAnswers,
  words: readonly string[],
  question: QuestionKind,
): ShortAnswer | undefined {
  for (const { pieces, row } of answers.get(words[0] as string) ?? []) {
    if (!matchWhole(pieces, 0, words, 0)) continue
    const label = row[question]
    return label === '-' ? { label: 'neutral', substance: false } : { label, substance: true }
  }
  return undefined
}

/** One answer out of several, if those that say anything agree. */
function joined(found: readonly (ShortAnswer | undefined)[]): ShortAnswer | undefined {
  let held: ShortAnswer | undefined
  for (const one of found) {
    if (one === undefined) return undefined
    if (!one.substance || one.label === 'neutral') held ??= one
    else if (held === undefined || !held.substance || held.label === 'neutral') held = one
    else if (held.label !== one.label) return undefined
  }
  return held
}

/** A longer list is no bare topic, and a word graded above these is an opinion, whatever was asked. */
const MOST_TOPICS = 5
const OPINION = { positive: 3.5, negative: 1.5 } as const
const joining: ReadonlySet<string> = new Set(['ja', 'sekä', 'och', 'samt', 'and', 'the'])

/**
 * Reads an answer that only names things ("Hoitajat", "ruoka ja odotusajat"): what was asked says whether they
 * are praised or blamed. `sums` is what the rules found in it.
 */
export function readTopic(
  { tokens, words }: Document,
  sums: { positive: number; negative: number },
  question: QuestionKind,
): ShortAnswer | undefined {
  let topics = 0
  for (let i = 0; i < tokens.length; i += 1) {
    const { kind, text } = tokens[i] as { kind: string; text: string }
    if (kind === 'punctuation' && text !== '?') continue
    if (kind !== 'word') return undefined
    if (words[i]?.pos === 'noun') topics += 1
    else if (!joining.has(text.toLowerCase())) return undefined
    if (topics > MOST_TOPICS) return undefined
  }
  if (topics === 0 || sums.positive > OPINION.positive || sums.negative > OPINION.negative) return undefined
  if (question === 'good') return { label: 'positive', substance: true }
  if (question === 'improve') return { label: 'negative', substance: true }
  return sums.positive + sums.negative === 0 ? { label: 'neutral', substance: true } : undefined
}

function matchWhole(pieces: readonly Piece[], p: number, words: readonly string[], w: number): boolean {
  const piece = pieces[p]
  if (piece === undefined) return w === words.length
  if (w < words.length && piece.words.has(words[w] as string) && matchWhole(pieces, p + 1, words, w + 1))
    return true
  return piece.optional && matchWhole(pieces, p + 1, words, w)
}
