import labels from '../../../data/columns/labels.json'
import type { Scale } from '../../types.js'
import { anyPhrase, plainWords } from './text.js'

/** What a header says of its scale: `(0–10)`, `asteikolla 1-5`, `1 = erittäin vaikeaa, 7 = erittäin helppoa`. */
export interface DeclaredScale extends Scale {
  /** The words of the ends told which is best; otherwise `best` is only the habit. */
  directionKnown: boolean
}

const RANGE =
  /(?<![\d.,/:_])(0|1|4|-?[235])\s?(?:-|–|—|−|\.{2,3}|…|\bto\b|\btill\b)\s?(\d{1,3})(?![\d/:]|[.,]\d)/u
const ENDS =
  /(?<![\d.,])(-?\d{1,3})\s?(?:=|:|–|-)\s?([^\d=;,()]{3,60}?)\s*(?:[;,.]|\bja\b|\boch\b|\band\b|–|-|\.{2,3}|…|\s)\s*(-?\d{1,3})\s?(?:=|:|–|-)\s?([^\d=;()]{3,60})/u
/** A range of ages is no scale: `lapsi 7-12`, `0-3 v`. */
const AGE = /(?:lapsi|lapset|lasten|lapsen|barn|barnet|child|children|ikä|ålder|age|aged)\S*[\s(]*$/iu
const YEARS = /^\s*-?(?:v\b|v\.|vuot|vuod|år|year|yr|kk\b|min|krt|kertaa|pv|lause)/iu

let endWords: { good: RegExp; bad: RegExp } | undefined

function goodness(text: string): number {
  endWords ??= { good: anyPhrase(labels.good), bad: anyPhrase(labels.bad) }
  const words = plainWords(text)
  if (endWords.bad.test(words)) return -1
  return endWords.good.test(words) ? 1 : 0
}

function plausible(min: number, max: number): boolean {
  return max - min >= 2 && max - min <= 100 && (max <= 11 || max === 100)
}

/** The scale that a header declares, or undefined where it declares none. */
export function declaredScale(header: string): DeclaredScale | undefined {
  const text = header.replaceAll('_', ' ')
  const ends = ENDS.exec(text)
  if (ends) {
    const first = Number(ends[1])
    const second = Number(ends[3])
    const min = Math.min(first, second)
    const max = Math.max(first, second)
    if (plausible(min, max)) {
      const sign = Math.sign(second - first) * (goodness(ends[4] ?? '') - goodness(ends[2] ?? ''))
      return { min, max, best: sign < 0 ? 'low' : 'high', directionKnown: sign !== 0 }
    }
  }
  const range = RANGE.exec(text)
  if (!range) return undefined
  const min = Number(range[1])
  const max = Number(range[2])
  if (!plausible(min, max)) return undefined
  if (AGE.test(text.slice(0, range.index)) || YEARS.test(text.slice(range.index + range[0].length)))
    return undefined
  return { min, max, best: 'high', directionKnown: false }
}
