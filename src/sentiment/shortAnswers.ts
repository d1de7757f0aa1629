import type { Document } from '../language/document.js'
import type { WordReading } from '../language/word.js'
import type { QuestionKind } from '../types.js'
import {
  type AnswerWord,
  compileShortAnswers,
  findAnswer,
  type ShortAnswer,
  type ShortAnswers,
} from './answerPatterns.js'
import { isMashed, readGrade } from './plainAnswers.js'
import { fillers, folded } from './shortAnswerWords.js'
import { readTopic } from './topicAnswers.js'

export { compileShortAnswers, readTopic, type ShortAnswers }

/** Answers of at most this many words are looked up whole. */
const LONGEST = 9

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
  const parts = partsOf(document)
  if (parts === undefined) return undefined
  if (parts.length === 0) return NOTHING_SAID
  const grade = readGrade(document.text)
  if (grade !== undefined) return { label: grade, substance: true }
  const whole = lookUp(answers, parts.flat(), question)
  if (whole !== undefined) return { label: whole.label, substance: whole.substance }
  if (isMashed(document)) return NOTHING_SAID
  return parts.length > 1 ? joined(parts.map((part) => lookUp(answers, part, question))) : undefined
}

/** Words between punctuation marks; an emoji is a part by itself. Undefined for more words than an answer has. */
function partsOf({ tokens, words }: Document): AnswerWord[][] | undefined {
  const parts: AnswerWord[][] = []
  let open: AnswerWord[] | undefined
  let count = 0
  const deniesOthers = words.some(({ lemma, features }) => lemma === NEGATION && features.person !== '1')
  for (let i = 0; i < tokens.length; i += 1) {
    const { kind, text } = tokens[i] as { kind: string; text: string }
    if (kind === 'punctuation' || kind === 'symbol') {
      open = undefined
      continue
    }
    if (kind === 'emoji' || kind === 'smiley') {
      open = undefined
      const sign = folded(kind === 'smiley' ? text.replace(/([()[\]|\\/*DP])\1+$/iu, '$1') : text)
      if (parts.at(-1)?.[0]?.form === sign) continue
      parts.push([{ form: sign, lemma: sign, isName: false }])
    } else {
      if (open === undefined) {
        open = []
        parts.push(open)
      }
      open.push(answerWord(text, words[i], deniesOthers))
    }
    count += 1
    if (count > LONGEST) return undefined
  }
  return parts
}

/**
 * A comparative is met as it stands ("Ei parempaa"), and so is a verb by which others are denied: "Ei kerrottu mitään"
 * blames, where "En kommentoi" says nothing.
 */
function answerWord(text: string, reading: WordReading | undefined, deniesOthers: boolean): AnswerWord {
  const form = folded(text)
  if (reading === undefined) return { form, lemma: form, isName: false }
  const { lemma, pos, features } = reading
  const own =
    features.degree !== undefined ||
    (pos === 'verb' && lemma !== NEGATION && (deniesOthers || features.person === '4'))
  return { form, lemma: own ? form : lemma, isName: pos === 'name' }
}

const NEGATION = 'ei'

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
 * only the question gives a sign ("Inget, allt var bra", asked what was good).
 */
function joined(found: readonly (Found | undefined)[]): ShortAnswer | undefined {
  let held: Found | undefined
  for (const one of found) {
    if (one === undefined) return undefined
    if (held === undefined || weight(one) > weight(held)) held = one
    else if (weight(one) === weight(held) && one.label !== held.label) return undefined
  }
  return held && { label: held.label, substance: held.substance }
}

const weight = ({ label, substance, always }: Found): number =>
  !substance ? 0 : label === 'neutral' ? 1 : always ? 3 : 2
