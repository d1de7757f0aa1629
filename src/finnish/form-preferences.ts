import { SievedMap } from './sieved-map.js'

/** Lemmas of one form in small letters, with their points in 256ths. */
interface Preferred {
  lemmas: readonly string[]
  points: readonly number[]
}

/** What ambiguous everyday forms are more often. */
export type FormPreferences = SievedMap<Preferred>

/** `rows`: form, then lemmas and points in turn, with tabs between. */
export function formPreferences(rows: readonly string[]): FormPreferences {
  return new SievedMap(rows.map(preference))
}

function preference(line: string): [string, Preferred] {
  const [form = '', ...cells] = line.split('\t')
  const lemmas = cells.filter((_, at) => at % 2 === 0)
  const points = cells.filter((_, at) => at % 2 === 1).map(Number)
  return [form, { lemmas, points }]
}

/** Points of a lemma, 0 for one that is not preferred. Of two or three it is found by comparing sooner than by a map. */
export function pointsOf(preferred: Preferred, lemma: string): number {
  const points = pointsAsWritten(preferred, lemma)
  if (points !== 0) return points
  const small = lemma.toLowerCase()
  return small === lemma ? 0 : pointsAsWritten(preferred, small)
}

function pointsAsWritten({ lemmas, points }: Preferred, lemma: string): number {
  for (let at = 0; at < lemmas.length; at++) if (lemmas[at] === lemma) return points[at] as number
  return 0
}
