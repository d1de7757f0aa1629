import { SievedMap } from './sieved-map.js'

/** What ambiguous everyday forms are more often: points of their lemmas, in 256ths. */
export type FormPreferences = SievedMap<ReadonlyMap<string, number>>

/** `rows`: form, then lemmas and points in turn, with tabs between. */
export function formPreferences(rows: readonly string[]): FormPreferences {
  return new SievedMap(rows.map(preference))
}

function preference(line: string): [string, Map<string, number>] {
  const [form = '', ...cells] = line.split('\t')
  const lemmas = new Map<string, number>()
  for (let at = 0; at + 1 < cells.length; at += 2) lemmas.set(cells[at] ?? '', Number(cells[at + 1]))
  return [form, lemmas]
}
