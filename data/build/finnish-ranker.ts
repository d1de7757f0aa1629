import { existsSync, readFileSync } from 'node:fs'

/**
 * Points that we give by hand where treebanks are silent and a form is nearly always one of its words
 * (data/finnish/preferred.tsv); they stand before what was learnt of the same form.
 */
export function readPreferred(
  url: URL = new URL('../finnish/preferred.tsv', import.meta.url),
): Record<string, Record<string, number>> {
  const out: Record<string, Record<string, number>> = {}
  for (const line of readFileSync(url, 'utf8').split('\n').slice(1)) {
    const [form = '', lemma = '', points = ''] = line.split('\t')
    if (form !== '') out[form] = { ...out[form], [lemma]: Math.round(Number(points) * 256) }
  }
  return out
}

/** What training learnt (data/models/finnish-ranker.tsv): weights by feature name, choices by form, counts of tags. */
export interface RankerModel {
  weights: ReadonlyMap<string, number>
  preferences: Record<string, Record<string, number>>
  /** Points of context features by name. */
  context: ReadonlyMap<string, number>
  /** How common a form is among words of a part of speech, 0-1; what was never met has a little. */
  tagWeight: (pos: string, tag: string) => number
}

/**
 * Rows are `weight<TAB>feature<TAB>points`, `context<TAB>feature<TAB>points`, `form<TAB>form<TAB>lemma<TAB>points` and
 * `tag<TAB>pos:tag<TAB>count`. Without the file (a first build before any training) all weights are zero.
 */
export function readRanker(url: URL = new URL('../models/finnish-ranker.tsv', import.meta.url)): RankerModel {
  const weights = new Map<string, number>()
  const preferences: Record<string, Record<string, number>> = {}
  const context = new Map<string, number>()
  const tags = new Map<string, number>()
  let most = 1
  if (existsSync(url))
    for (const line of readFileSync(url, 'utf8').split('\n')) {
      const [kind, first = '', second = '', third = ''] = line.split('\t')
      if (kind === 'weight') weights.set(first, Number(second))
      else if (kind === 'context') context.set(first, Number(second))
      else if (kind === 'form')
        preferences[first] = { ...preferences[first], [second]: Math.round(Number(third) * 256) }
      else if (kind === 'tag') {
        tags.set(first, Number(second))
        most = Math.max(most, Number(second))
      }
    }
  return {
    weights,
    preferences: { ...preferences, ...readPreferred() },
    context,
    tagWeight: (pos, tag) => {
      // Possessives and spoken forms are not guessed: their share is small and their ends mislead.
      if (tag.includes('.spoken')) return 0
      if (/\.(?:ni|si|nsa|mme|nne)$/.test(tag)) return 0.002
      return tags.size === 0 ? 1 : ((tags.get(`${pos}:${tag}`) ?? 0) + 0.5) / most
    },
  }
}
