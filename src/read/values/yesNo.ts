import labels from '../../../data/columns/labels.json'
import { plainWords } from '../columns/text.js'

let words: Map<string, 'yes' | 'no' | 'partial'> | undefined

function yesNoWords(): Map<string, 'yes' | 'no' | 'partial'> {
  if (words) return words
  words = new Map()
  for (const kind of ['yes', 'no', 'partial'] as const)
    for (const word of labels[kind]) words.set(plainWords(word), kind)
  return words
}

/**
 * Yes, no or in part, by the first words of the answer: "Kyllä, kokonaan", "Ei, jouduin soittamaan uudelleen",
 * "ei vielä". A code such as `1` or `K` says nothing by itself. Cells that say "no answer" ("en tiedä") are
 * sorted out before this.
 */
export function yesNo(cell: string): 'yes' | 'no' | 'partial' | undefined {
  if (cell.length > 80) return undefined
  const known = yesNoWords()
  const plain = plainWords(cell)
  const whole = known.get(plain)
  if (whole) return whole
  const space = plain.indexOf(' ')
  if (space < 0) return undefined
  const first = plain.slice(0, space)
  // "on" and "en" alone answer; at the head of a longer text they may be anything. "yes, partly" is in part.
  const reading =
    first.length > 2 || first === 'ei' || first === 'ja' || first === 'no' ? known.get(first) : undefined
  if (
    reading === 'yes' &&
    [...known].some(([word, kind]) => kind === 'partial' && ` ${plain} `.includes(` ${word} `))
  )
    return 'partial'
  return reading
}
