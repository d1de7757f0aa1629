import type { Document } from '../language/document.js'
import type { Token } from '../language/tokens.js'
import type { WordReading } from '../language/word.js'
import type { QuestionKind } from '../types.js'
import {
  type AnswerWord,
  compileShortAnswers,
  findAnswer,
  NEGATION,
  type ShortAnswer,
  type ShortAnswers,
} from './answerPatterns.js'
import { isMashed, readGrade } from './plainAnswers.js'
import { fillers, folded } from './shortAnswerWords.js'
import { readTopic } from './topicAnswers.js'

export { compileShortAnswers, readTopic, type ShortAnswers }

/** Answers of at most this many words are looked up whole. */
const LONGEST = 9
/** No pattern leaves more places open to any word. */
const MOST_STRANGE = 3

/** An answer found in the table: whether it is meant so whatever was asked. */
interface Found extends ShortAnswer {
  always: boolean
}

const NOTHING_SAID: ShortAnswer = { label: 'neutral', substance: false }

/**
 * Reads a comment that is nothing but a short answer: its meaning hangs on what was asked. Nothing but
 * punctuation or keys hit at random says nothing; words that only fill are passed over; of answers side by side
 * ("Inget, allt var bra") those that say something decide. Undefined where the comment says more, so that the
 * clauses must be weighed.
 */
export function readShortAnswer(
  answers: ShortAnswers,
  document: Document,
  question: QuestionKind,
): ShortAnswer | undefined {
  const { tokens, words } = document
  if (isLong(tokens)) return undefined
  const first = tokens.findIndex((token) => !isMark(token))
  if (first < 0) return NOTHING_SAID
  const grade = readGrade(document.text)
  if (grade !== undefined) return { label: grade, substance: true }
  const opening = answers.wordOf(tokens[first] as Token, words[first] as WordReading)
  if (mayOpen(answers, opening)) {
    const parts = partsOf(answers, document)
    const found =
      parts &&
      (joined(answers, parts, question) ??
        lookUp(answers, parts.flat(), question) ??
        joined(answers, parts.flatMap(beforeReasons), question))
    if (found !== undefined) return { label: found.label, substance: found.substance }
  }
  return isMashed(document) ? NOTHING_SAID : undefined
}

/** Most comments open with no word of the table: they are no short answer, and nothing more is looked up. */
const mayOpen = ({ rows }: ShortAnswers, { form, lemma, runTogether }: AnswerWord): boolean =>
  runTogether !== undefined || rows.has(form) || rows.has(lemma) || filling.has(form)

/** Words between punctuation marks; an emoji is a part by itself. Undefined where too many are strange to the table. */
function partsOf({ wordOf }: ShortAnswers, { tokens, words }: Document): AnswerWord[][] | undefined {
  const deniesOthers = words.some(isDenialOfOthers)
  const parts: AnswerWord[][] = []
  let open: AnswerWord[] | undefined
  let strange = 0
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token
    if (isMark(token)) {
      open = undefined
      continue
    }
    const word = wordOf(token, words[i] as WordReading)
    if (!word.isKnown && !word.runTogether) strange += 1
    if (strange > MOST_STRANGE) return undefined
    if (token.kind === 'emoji' || token.kind === 'smiley') {
      open = undefined
      if (parts.at(-1)?.[0]?.form !== word.form) parts.push([word])
      continue
    }
    if (open === undefined) {
      open = []
      parts.push(open)
    }
    if (word.runTogether !== undefined) {
      open.push(...word.runTogether)
      continue
    }
    // "Ei kerro mitään" blames others, where "En kerro mitään" says nothing.
    open.push(
      deniesOthers && word.pos === 'verb' && word.lemma !== NEGATION ? { ...word, lemma: word.form } : word,
    )
  }
  return parts
}

const because: ReadonlySet<string> = new Set(['kun', 'ku', 'koska', 'sillä', 'eftersom', 'because'])

/** "Ei mitään kun kaikki oli hyvin": an answer, and another as its reason. */
function beforeReasons(part: readonly AnswerWord[]): AnswerWord[][] {
  const at = part.findIndex(({ form }) => because.has(form))
  return at > 0 && at < part.length - 1 ? [part.slice(0, at), part.slice(at + 1)] : [[...part]]
}

const isDenialOfOthers = ({ lemma, features }: WordReading): boolean =>
  lemma === NEGATION && features.person !== '1'

const isMark = ({ kind }: Token): boolean => kind === 'punctuation' || kind === 'symbol'

function isLong(tokens: readonly Token[]): boolean {
  let count = 0
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token
    if (isMark(token) || (i > 0 && token.kind === 'emoji' && tokens[i - 1]?.text === token.text)) continue
    count += 1
    if (count > LONGEST) return true
  }
  return false
}

/** Finds an answer as it stands, then without its filling words. */
function lookUp(
  answers: ShortAnswers,
  words: readonly AnswerWord[],
  question: QuestionKind,
): Found | undefined {
  const row = findAnswer(answers, words) ?? bareAnswer(answers, words)
  if (row === undefined) return undefined
  const label = row[question]
  const always = row.good === row.improve && row.good === row.general
  return label === '-' ? { ...NOTHING_SAID, always } : { label, substance: true, always }
}

const filling: ReadonlySet<string> = new Set(fillers.map(folded))

function bareAnswer(answers: ShortAnswers, words: readonly AnswerWord[]) {
  const bare = words.filter(({ form }) => !filling.has(form))
  return bare.length > 0 && bare.length < words.length ? findAnswer(answers, bare) : undefined
}

/**
 * One answer out of several, if those that say anything agree. What is meant so whatever was asked goes before what
 * only the question gives a sign ("Inget, allt var bra", asked what was good). Thanks after a refusal are manners.
 */
function joined(
  answers: ShortAnswers,
  parts: readonly AnswerWord[][],
  question: QuestionKind,
): Found | undefined {
  if (parts.length < 2) return undefined
  let held: Found | undefined
  for (const part of parts) {
    if (
      held &&
      !(held.always && held.substance) &&
      part.length === 1 &&
      thanks.has((part[0] as AnswerWord).lemma)
    )
      continue
    const one = lookUp(answers, part, question)
    if (one === undefined) return undefined
    if (held === undefined || weight(one) > weight(held)) held = one
    else if (weight(one) === weight(held) && one.label !== held.label) return undefined
  }
  return held
}

const thanks: ReadonlySet<string> = new Set(['kiitos', 'kiitti', 'tack', 'thanks'])

const weight = ({ label, substance, always }: Found): number =>
  !substance ? 0 : label === 'neutral' ? 1 : always ? 3 : 2
