import type { Document } from '../language/document.js'
import type { Polarity } from '../types.js'

/** Whole grades as words; of the short names of school grades those that no scale of five has. */
const NUMBERS: ReadonlyMap<string, number> = new Map(
  [
    'nolla noll zero',
    'yksi yhden en one',
    'kaksi kahden två two',
    'kolme kolmen tre three',
    'neljä neljän fyra four',
    'viisi viiden fem five',
    'kuusi kuuden six',
    'seitsemän seiska',
    'kahdeksan kasi',
    'yhdeksän ysi',
    'kymmenen kymppi kympin',
  ].flatMap((words, grade) => words.split(' ').map((word) => [word, grade] as const)),
)

const SPELLED = [...NUMBERS.keys()].join('|')

/** A grade alone: "9+", "Arvosana 10", "2/10", "5 tähteä", "10 out of 10", "vahva ysi", "viiden tähden palvelu". */
const GRADE = new RegExp(
  `^(?:(?:arvosana|arvosanaksi|annan|numero|vitsord|betyg|grade|score|rating|täysi|täyden|vahva|selvä)\\s*:?\\s*)?(\\d{1,3}|${SPELLED})([.,]\\d+)?\\s*(½\\+?|\\+|-|plus|miinus)?\\s*(?:(?:\\/|kautta|out of|of|av)\\s*(\\d{1,3}|${SPELLED})|(täht(?:eä|i|en)|tähden|stjärn(?:or|a)|stars?)(?: \\p{L}+)?|(pistettä|piste|poäng|points?))?\\s*[!.]*$`,
  'iu',
)

/** Stars are counted out of five; Finnish schools grade from 4 to 10, of which 8 is good (basic education act 2020). */
const STARS = 5
const GOOD_ALONE = 8
const FAIR_ALONE = 7
const GOOD_SHARE = 0.7
const POOR_SHARE = 0.4
const HIGHEST = 10
const HALF = 50
const LONGEST_GRADE = 40

const gradeOf = (number: string): number => NUMBERS.get(number.toLowerCase()) ?? Number(number)

/** How a comment that is a grade and nothing else is meant; a bare number of unknown scale is not graded. */
export function readGrade(text: string): Polarity | undefined {
  if (text.length > LONGEST_GRADE) return undefined
  const found = GRADE.exec(text.trim())
  if (found === null) return undefined
  const [, whole = '', decimals = '', , outOf = '', stars, points] = found
  const grade = gradeOf(whole) + Number(`0${decimals.replace(',', '.')}`)
  if (stars === undefined && outOf === '') return gradeAlone(grade, whole, points !== undefined)
  const scale = stars === undefined ? gradeOf(outOf) : STARS
  if (grade > scale) return undefined
  // Half and half.
  if (grade === HALF && scale === HALF) return 'neutral'
  const share = grade / scale
  return share >= GOOD_SHARE ? 'positive' : share <= POOR_SHARE ? 'negative' : 'neutral'
}

function gradeAlone(grade: number, written: string, isPoints: boolean): Polarity | undefined {
  if (grade === 0 && isPoints) return 'negative'
  if (grade === FAIR_ALONE && NUMBERS.has(written.toLowerCase())) return 'neutral'
  return grade >= GOOD_ALONE && grade <= HIGHEST ? 'positive' : undefined
}

const KEYS: readonly string[] = ['qwertyuiopå', 'asdfghjklöä', 'zxcvbnm']
/** Abbreviations of three letters have no vowel either ("hlö", "tk", "sh"). */
const LEAST_MASHED = 4
/** Whoever hits keys at random soon stops. */
const MOST_MASHED = 3
const VOWEL = /[aeiouyåäö]/iu

/** A hand that rests on the keys hits those under its fingers. */
const HAND = 3

/** Letters under one hand, on one row of the keyboard ("asdasd", "hjkl"). */
const liesUnderHand = (word: string): boolean =>
  KEYS.some((row) => {
    const places = [...word].map((letter) => row.indexOf(letter))
    return !places.includes(-1) && Math.max(...places) - Math.min(...places) <= HAND
  })

/** Each letter beside the one before it ("qwerty"). */
const isRun = (word: string): boolean =>
  KEYS.some((row) =>
    [...word].every(
      (letter, i) =>
        row.includes(letter) &&
        (i === 0 || Math.abs(row.indexOf(letter) - row.indexOf(word.charAt(i - 1))) === 1),
    ),
  )

/** Keys hit at random: letters that make no syllable or lie side by side on the keyboard. */
export function isMashed({ tokens, words }: Document): boolean {
  if (tokens.length > MOST_MASHED) return false
  let mashed = false
  for (const [i, { kind, text }] of tokens.entries()) {
    if (kind === 'punctuation' || kind === 'symbol') continue
    const source = words[i]?.source
    if (kind !== 'word' || (source !== 'guess' && source !== 'identity')) return false
    if (!isMash(text.toLowerCase())) return false
    mashed = true
  }
  return mashed
}

function isMash(word: string): boolean {
  if (word.length < 3) return false
  if (new Set(word).size === 1 || isRun(word)) return true
  return word.length >= LEAST_MASHED && (!VOWEL.test(word) || liesUnderHand(word))
}
