import type { Clause } from '../language/clauses.js'
import type { Document } from '../language/document.js'
import type { WordReading } from '../language/word.js'
import type { Hit } from './hits.js'
import type { View } from './view.js'

/** A word that denies, at its place in the tokens. */
export interface Negator {
  at: number
  scope: string
}

/** Whether a negator reaches a graded stretch. */
export function governs(
  negator: Negator,
  hit: Hit,
  reading: WordReading,
  hits: readonly Hit[],
  view: View,
): boolean {
  const { at, scope } = negator
  if (hit.at.includes(at)) return false
  if (at > hit.first && at < hit.last) return true
  if (scope === 'previous') return at > hit.first && at - hit.last < 2
  if (scope === 'next') return hit.first > at && hit.first - at <= 3
  // Swedish denies its verb after it ("lyssnade inte").
  if (hit.last === at && reading.pos === 'verb') return true
  if (hit.first > at) {
    // "Aldrig varit så nöjd", "en ole koskaan saanut näin hyvää hoitoa": what never was before is now.
    if (scope !== 'rare' && !hasEver(view, at, hit.first)) return true
    // "Harvoin saa näin hyvää": what is rare is the praise itself.
    for (let i = at + 1; i < hit.first; i += 1) if (soWords.has(view.forms[i] as string)) return false
    return true
  }
  // "Aika peruuntuu harvoin".
  if (scope === 'rare' && at - hit.last < 3 && !hits.some((other) => other.first > at)) return true
  // "Hyvää palvelua ei saanut": a fronted partitive is still under the negation (VISK § 1615).
  return (
    scope === 'clause' && reading.features.case === 'partitive' && !hits.some((other) => other.first > at)
  )
}

const everWords: ReadonlySet<string> = new Set(['aldrig', 'never', 'koskaan', 'ikinä', 'ever'])

function hasEver(view: View, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (everWords.has(view.forms[i] as string)) return true
  return false
}

const soWords: ReadonlySet<string> = new Set([
  'näin',
  'noin',
  'yhtä',
  'så',
  'here',
  'such',
  'so',
  'this',
  'lika',
])

/** Abessive and -matta deny their own base ("ongelmitta"); an adjective in -ton has its own entry. */
export const turnsItself = (reading: WordReading, lemma: string): boolean =>
  reading.features.negative === true &&
  !/(?:t[oö]n|m[aä]t[oö]n|tta|ttä|tt[aä])$/.test(lemma) &&
  lemma !== 'ei'

/** "Weren't", "won't": the reader says that the verb denies. */
export function addContractions(
  document: Document,
  { first, last, sentence }: Clause,
  used: Uint8Array,
  negators: Negator[],
): void {
  if (document.sentenceLanguages[sentence]?.code !== 'en') return
  for (let i = first; i < last; i += 1) {
    const word = document.words[i]
    if (word?.features.negative !== true || word.pos !== 'verb' || word.features.form !== undefined) continue
    if (used[i] === 0 && !negators.some(({ at }) => at === i)) negators.push({ at: i, scope: 'clause' })
  }
}
