/** Labels of rows that sum the records above them, as survey tools and people write them. */
const labels = new Set([
  'yhteensä',
  'kaikki yhteensä',
  'summa',
  'loppusumma',
  'välisumma',
  'keskiarvo',
  'ka',
  'ka.',
  'mediaani',
  'keskihajonta',
  'vastaajia',
  'vastaajia yhteensä',
  'vastauksia',
  'vastauksia yhteensä',
  'vastausten lukumäärä',
  'totalt',
  'summa totalt',
  'delsumma',
  'medelvärde',
  'medeltal',
  'genomsnitt',
  'median',
  'standardavvikelse',
  'antal svar',
  'total',
  'totals',
  'grand total',
  'subtotal',
  'sum',
  'average',
  'mean',
  'standard deviation',
  'responses in total',
])

/** Labels that could be ids or units: they sum up only below another such row or a blank one. */
const weak = new Set([
  'n',
  'lkm',
  'kpl',
  'antal',
  'count',
  'minimi',
  'maksimi',
  'min',
  'max',
  'std',
  'kh',
  'osuus',
  '%',
])

// "n = 340" sums up; "N1" is the code of a unit.
const counted =
  /^(?:(?:yhteensä|totalt?|(?:vastauksia|vastaajia)(?: yhteensä)?|antal svar|responses(?: in total)?)\s*[:=]?|n\s*[:=])\s*\d+(\s*(vastausta|vastaajaa|svar|responses?))?$/

/**
 * Whether a record sums others up: its first filled cell is such a label, the rest numbers or nothing. A
 * comment "Yhteensä" in a table of one column is an answer.
 */
export function isTotals(cells: readonly string[], columns: number, below = false): boolean {
  if (columns < 2) return false
  let at = 0
  while (at < cells.length && cells[at] === '') at += 1
  const first = cells[at]
  if (first === undefined || first.length > 40 || first.charCodeAt(0) < 58) return false
  const label = first.trim().replace(/\s*:$/, '').toLowerCase()
  if (!labels.has(label) && !counted.test(label) && !(below && weak.has(label))) return false
  for (let i = at + 1; i < cells.length; i += 1) if (!/^[\d\s.,%()±-]*$/.test(cells[i] ?? '')) return false
  return true
}
