import type { Clause } from '../language/clauses.js'
import type { QuestionKind } from '../types.js'
import type { Hit } from './hits.js'
import { granting } from './matrix.js'
import type { Match } from './pattern.js'
import { affirms } from './questions.js'
import type { Rule } from './rules.js'
import { addContractions, type Negator } from './scope.js'
import { VERB } from './traits.js'
import type { Seen, View } from './view.js'
import { hasVerbBefore } from './wishes.js'
import { listOf } from './wordLists.js'

export type Modifier = Extract<Rule, { kind: 'modifier' }>

/** What governs the graded words of a clause. */
export interface Setting {
  negators: Negator[]
  /** By the token that they stand before. */
  modifiers: ReadonlyMap<number, Modifier>
  /** Denials inside phrases of the table, with the sign of the phrase. */
  blocks: { at: number; sign: number }[]
  /** A word of wishing that counts in an answer to what should improve. */
  bareWish: boolean
  /** "Nothing, they were good": the answer to what should improve, which denies no more. */
  content: boolean
}

const NO_MODIFIERS: ReadonlyMap<number, Modifier> = new Map()

export function settingOf(
  view: View,
  clause: Clause,
  matches: readonly Match<Rule>[],
  hits: readonly Hit[],
  used: boolean[],
  asked: QuestionKind,
): Setting {
  const negators: Negator[] = []
  const blocks: Setting['blocks'] = []
  let modifiers: Map<number, Modifier> | undefined
  let bareWish = false
  const content = asked === 'improve' && !used[0] && clause.first === 0 && answersNothing(view)
  for (const { value: rule, first, last } of matches) {
    if (rule.kind === 'negator') {
      if (granting.has((view.seen[first] as Seen).form) || affirms(view, first)) continue
      if (content && first === 0) continue
      if (!used[first]) {
        if (negators.at(-1)?.at !== first) negators.push({ at: first, scope: rule.scope })
      } else {
        const phrase = hits.find((hit) => hit.first <= first && first < hit.last)
        // "Kivut eivät loppuneet": a denial within a phrase that does not name it turns the phrase.
        if (phrase && !phrase.at.includes(first)) {
          if (negators.at(-1)?.at !== first) negators.push({ at: first, scope: rule.scope })
        } else if (phrase && phrase.grade !== 0)
          blocks.push({ at: phrase.first, sign: Math.sign(phrase.grade) })
      }
    } else if (rule.kind === 'modifier') {
      if (rule.modifier === 'wish') {
        if (asked === 'improve' && !hasVerbBefore(view, clause, first)) bareWish = true
      } else {
        modifiers ??= new Map()
        modifiers.set(last - 1, rule)
      }
    }
  }
  addContractions(view, clause, used, negators)
  return { negators, modifiers: modifiers ?? NO_MODIFIERS, blocks, bareWish, content }
}

const nothing = listOf('nothing none nope nil nowt inget ingenting')
const no = listOf('no nej inga ingen')
const opening = listOf(
  ', . ! - – — : ; ... i it its they the this all everything everyone you we he she my very always det den de allt alla jag vi ni hon han mycket alltid',
)

/** Whether a comment opens by saying that nothing should change; "no parking" asks for something. */
function answersNothing({ seen }: View): boolean {
  const form = seen[0]?.form ?? ''
  const next = seen[1]
  if (next === undefined) return false
  return (nothing.has(form) && !(next.traits & VERB)) || (no.has(form) && opening.has(next.form))
}
