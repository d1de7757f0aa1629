import type { Match } from './pattern.js'
import type { Rule } from './rules.js'
import type { View } from './view.js'

/** A stretch that carries valence; `at` are its tokens. */
export interface Hit {
  grade: number
  first: number
  last: number
  at: readonly number[]
}

type Valence = Extract<Rule, { kind: 'valence' }>

/** How far, in tokens, a context word may be from the word whose sense it decides. */
const REACH = 8

/**
 * Chooses among overlapping valence matches from token `first` to `last`: entries whose context word is near go
 * before those without, longer before shorter, then the earlier. Each token is used once.
 */
export function chooseHits(
  matches: readonly Match<Rule>[],
  view: View,
  first: number,
  last: number,
  used: Uint8Array,
): Hit[] {
  const candidates: { match: Match<Rule>; grade: number; rank: number }[] = []
  for (const match of matches) {
    if (match.value.kind !== 'valence') continue
    const rule = match.value
    if (rule.near && !hasNear(rule, view, match, first, last)) continue
    candidates.push({ match, grade: rule.grade, rank: match.at.length * 2 + (rule.near ? 1 : 0) })
  }
  candidates.sort((x, y) => y.rank - x.rank || x.match.first - y.match.first)
  const hits: Hit[] = []
  for (const { match, grade } of candidates) {
    if (match.at.some((i) => used[i] === 1)) continue
    // A phrase covers its gaps too: what stands between belongs to its meaning.
    for (let i = match.first; i < match.last; i += 1) used[i] = 1
    hits.push({ grade, first: match.first, last: match.last, at: match.at })
  }
  return hits.sort((x, y) => x.first - y.first)
}

function hasNear(rule: Valence, view: View, match: Match<Rule>, first: number, last: number): boolean {
  const from = Math.max(first, match.first - REACH)
  const to = Math.min(last, match.last + REACH)
  for (let i = from; i < to; i += 1) {
    if (i >= match.first && i < match.last) continue
    const lemma = view.lemmas[i] as string
    if (rule.near?.has(lemma) || rule.near?.has(view.forms[i] as string)) return true
    if (rule.nearHeads?.has(view.heads[i] as string)) return true
  }
  return false
}
