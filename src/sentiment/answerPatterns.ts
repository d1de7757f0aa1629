import { rememberByWord } from '../language/memo.js'
import type { Token } from '../language/tokens.js'
import type { PartOfSpeech, WordReading } from '../language/word.js'
import type { Polarity } from '../types.js'
import { answerClasses, fillers, folded } from './shortAnswerWords.js'
import type { ShortAnswerRow } from './tables.js'

/** What a short answer says, and whether it says anything. */
export interface ShortAnswer {
  label: Polarity
  substance: boolean
}

/** A word of an answer, as patterns meet it. */
export interface AnswerWord {
  /** Without doubled letters. */
  form: string
  /** Its dictionary word, as it is written: "muuttaa" is not "muuta". */
  lemma: string
  pos: PartOfSpeech
  case?: string | undefined
  /** Whether the table or the list of fillers holds it. */
  isKnown: boolean
  /** Two words written as one ("emmätiedä"). */
  runTogether?: readonly AnswerWord[]
}

/** Words that may stand in one place, or any word, or any of a part of speech or in a case. */
interface Piece {
  /** Without doubled letters. */
  words: ReadonlySet<string>
  lemmas: ReadonlySet<string>
  optional: boolean
  any?: (typeof wildcards)[number]
}

interface CompiledAnswer {
  pieces: readonly Piece[]
  /** Words stand in any order, each as often as it likes. */
  free: boolean
  /** Whether a word that the table does not hold may stand in it. */
  open: boolean
  row: ShortAnswerRow
}

export interface ShortAnswers {
  /** Rows by the words that may open an answer, in the order of the table. */
  rows: ReadonlyMap<string, readonly CompiledAnswer[]>
  wordOf: (token: Token, reading: WordReading) => AnswerWord
}

const FREE = '~ '

/**
 * Compiles the patterns of the table. `a|b` are alternatives of one word, `[a|b]` may be absent, `@class` stands for
 * the words of a class. After `~` the places stand in any order and a word of each must be there: Finnish orders
 * words freely, and a refusal says the same however it is turned.
 */
export function compileShortAnswers(rows: readonly ShortAnswerRow[]): ShortAnswers {
  const index = new Map<string, CompiledAnswer[]>()
  const known = new Set(fillers.map(folded))
  for (const row of rows) {
    const free = row.pattern.startsWith(FREE)
    const pieces = (free ? row.pattern.slice(FREE.length) : row.pattern).split(' ').map(compilePiece)
    const answer = { pieces, free, open: pieces.some(({ any }) => any !== undefined), row }
    for (const { words, lemmas } of pieces) for (const word of [...words, ...lemmas]) known.add(word)
    for (const { words, lemmas, optional } of pieces) {
      for (const word of free ? new Set([...words, ...lemmas]) : words) {
        const held = index.get(word)
        if (held === undefined) index.set(word, [answer])
        else if (held.at(-1) !== answer) held.push(answer)
      }
      if (!optional && !free) break
    }
  }
  return { rows: index, wordOf: rememberByWord(wordReader(known)) }
}

export const NEGATION = 'ei'

/** Sounds that speech drops at the end of a word: "juur" is "juuri", "hyvi" is "hyvin", "sanomist" is "sanomista". */
const DROPPED: readonly string[] = ['i', 'n', 'a', 'ä']
/** A keyboard without ä and ö: "mikaan". */
const withoutDots = (word: string): string => word.replace(/[äå]/gu, 'a').replace(/ö/gu, 'o')
const refusing: ReadonlySet<string> = new Set(
  ['ei', 'inte', 'not'].flatMap((name) => answerClasses.get(name) ?? []).map(folded),
)
/** Shorter words are too like one another, and no two words run together. */
const LEAST_ODD = 4
const LEAST_PART = 2

/** Reads words as the table spells them, if their reader does not know them as they are written. */
function wordReader(known: ReadonlySet<string>): ShortAnswers['wordOf'] {
  const undotted = new Map([...known].map((word) => [withoutDots(word), word]))
  return (token, reading) => {
    const word = answerWord(token, reading, known)
    if (word.isKnown || reading.source === 'lexicon' || token.text.length < LEAST_ODD) return word
    const form =
      DROPPED.map((end) => word.form + end).find((one) => known.has(one)) ?? undotted.get(word.form)
    if (form !== undefined) return { ...word, form, isKnown: true }
    const runTogether = split(word.form)
    return runTogether === undefined ? word : { ...word, runTogether }
  }

  function split(word: string): AnswerWord[] | undefined {
    for (let at = LEAST_PART; at <= word.length - LEAST_PART; at += 1) {
      const [head, tail] = [word.slice(0, at), word.slice(at)]
      const isRefusal = refusing.has(head) || (refusing.has(tail) && tail.length > LEAST_PART)
      if (isRefusal && known.has(head) && known.has(tail))
        return [head, tail].map((form) => ({ form, lemma: form, pos: 'unknown', isKnown: true }))
    }
    return undefined
  }
}

/** A comparative and a passive are met as they stand: "Ei parempaa" praises, "Ei sanottu" blames. */
function answerWord(
  { kind, text }: Token,
  { lemma, pos, features }: WordReading,
  known: ReadonlySet<string>,
): AnswerWord {
  const form = folded(kind === 'smiley' ? text.replace(/([()[\]|\\/*DP])\1+$/iu, '$1') : text)
  const asItStands = features.degree !== undefined || features.person === '4'
  return {
    form,
    lemma: asItStands ? form : lemma,
    pos,
    case: features.case,
    isKnown: known.has(form) || known.has(lemma),
  }
}

/** What a pattern names `@word`, `@name`, `@adverb`, `@noun`, `@partitive`, `@allative`. */
const wildcards = ['word', 'name', 'adverb', 'noun', 'partitive', 'allative'] as const

function compilePiece(piece: string): Piece {
  const optional = piece.startsWith('[')
  const names = (optional ? piece.slice(1, -1) : piece).split('|')
  const lemmas = names.flatMap((name) =>
    name.startsWith('@') ? (answerClasses.get(name.slice(1)) ?? []) : [name],
  )
  const any = wildcards.find((one) => names.includes(`@${one}`))
  return { words: new Set(lemmas.map(folded)), lemmas: new Set(lemmas), optional, ...(any && { any }) }
}

/** The first row of the table whose pattern is the whole answer. */
export function findAnswer(answers: ShortAnswers, words: readonly AnswerWord[]): ShortAnswerRow | undefined {
  const { form, lemma } = words[0] as AnswerWord
  const closed = words.every(({ isKnown }) => isKnown)
  for (const key of form === lemma ? [form] : [form, lemma])
    for (const { pieces, free, open, row } of answers.rows.get(key) ?? [])
      if ((closed || open) && (free ? matchFree(pieces, words) : matchInOrder(pieces, 0, words, 0)))
        return row
  return undefined
}

const holds = ({ words, any }: Piece, word: AnswerWord): boolean =>
  words.has(word.form) || (any !== undefined && (any === 'word' || any === word.pos || any === word.case))

function matchInOrder(pieces: readonly Piece[], p: number, words: readonly AnswerWord[], w: number): boolean {
  const piece = pieces[p]
  if (piece === undefined) return w === words.length
  if (w < words.length && holds(piece, words[w] as AnswerWord) && matchInOrder(pieces, p + 1, words, w + 1))
    return true
  return piece.optional && matchInOrder(pieces, p + 1, words, w)
}

const meets = (piece: Piece, word: AnswerWord): boolean => holds(piece, word) || piece.lemmas.has(word.lemma)

const matchFree = (pieces: readonly Piece[], words: readonly AnswerWord[]): boolean =>
  words.every((word) => pieces.some((piece) => meets(piece, word))) &&
  pieces.every((piece) => piece.optional || words.some((word) => meets(piece, word)))
