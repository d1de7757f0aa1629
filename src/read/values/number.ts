/** A cell that should hold a number: the number, or why there is none. */
export type NumberReading =
  | { value: number; label?: string }
  | { problem: 'not_a_number' | 'label_without_number' }

const PLAIN = /^[+-]?\d+(?:[.,]\d+)?$/u
const GROUPED = /^[+-]?\d{1,3}(?:[\s.]\d{3})+(?:,\d+)?$|^[+-]?\d{1,3}(?:[\s,]\d{3})+(?:\.\d+)?$/u
// The separator must be followed by words without digits: `9-10`, `8/10` and `1e1` are no scores.
const LABELLED = /^([+-]?\d+(?:[.,]\d+)?)\s*(?:[=:–—-]|\.\s|\)|\s|(?=\())\s*([^\d]*)$/u
const LABEL_FIRST = /^([^\d]*\p{L}[^\d]*?)\s*[(=:–—-]\s*([+-]?\d+)\s*\)?$/u

function toNumber(text: string): number {
  return Number(text.replace(',', '.').replace('−', '-'))
}

/**
 * A number as survey exports write it: `9`, `8,0`, `10 - Erittäin todennäköisesti`, `0 = en lainkaan`,
 * `Samaa mieltä (4)`. Ranges, fractions and words for numbers are problems, never guesses.
 */
export function readNumber(cell: string): NumberReading {
  const text = cell.trim()
  if (PLAIN.test(text)) return { value: toNumber(text) }
  const percent = /^(\d{1,3}(?:[.,]\d+)?)\s?%$/u.exec(text)
  if (percent) return { value: toNumber(percent[1] ?? ''), label: '%' }
  const labelled = LABELLED.exec(text)
  if (labelled) {
    const label = (labelled[2] ?? '').trim()
    if (label === '' ? /[=:]\s*$|\s[–—-]$|[.)]$/u.test(text) : /\p{L}|\p{Extended_Pictographic}/u.test(label))
      return { value: toNumber(labelled[1] ?? ''), label }
  }
  const first = LABEL_FIRST.exec(text)
  if (first) return { value: toNumber(first[2] ?? ''), label: (first[1] ?? '').trim() }
  return { problem: /\d/u.test(text) ? 'not_a_number' : 'label_without_number' }
}

/** A weight: `1,25`, `1 050,5`, `1.050,5`. A single comma or point is the decimal mark. */
export function readQuantity(cell: string): number | undefined {
  const text = cell.trim()
  if (PLAIN.test(text)) return toNumber(text)
  if (!GROUPED.test(text)) return undefined
  const decimal = text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.'
  const groups = decimal === ',' ? /[\s.]/gu : /[\s,]/gu
  return toNumber(text.replace(groups, ''))
}

/** A count of visits or people, a whole number: `12400`, `12 400`, `12.400`. */
export function readCount(cell: string): number | undefined {
  const text = cell.trim()
  if (!/^\d+(?:[,.]0+)?$|^\d{1,3}(?:[\s.,]\d{3})+$/u.test(text)) return undefined
  const grouped = /^\d{1,3}(?:[\s.,]\d{3})+$/u.test(text)
    ? text.replace(/[\s.,]/gu, '')
    : text.replace(/[,.]0+$/u, '')
  return Number(grouped)
}
