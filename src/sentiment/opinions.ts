import type { ClauseEvidence } from './clausePolarity.js'
import { cueAt, MINE, OWN, THEIRS } from './cues.js'
import { says, weaken } from './expectations.js'
import { ABROAD } from './hints.js'
import { VERB } from './traits.js'
import type { Seen, View } from './view.js'
import { listOf } from './wordLists.js'

/** What is left of what others think. */
const LEFT = 0.2
/** How many clauses on the own opinion is looked for. */
const AHEAD = 3
/** How many words of a clause may come before "minusta". */
const OPENING = 3
const me = listOf('minusta musta mielestäni minulle mulle minulla mulla minua mua minut mut minä mä itse')
const others = listOf(
  'sisko veli äiti isä naapuri ystävä kaveri tuttu työkaveri mies vaimo puoliso poika tytär moni muu jokainen kaikki kuulemma serkku täti setä mummo anoppi toinen mainos esite sivu nettisivu kotisivu strategia puhe juhlapuhe arvostelu netti lehti some neighbour friend sister brother mother husband wife paper newspaper leaflet website people granne vän väninna syster bror mamma man fru tidning broschyr hemsida folk',
)

/** "Siskon mukaan paikka on painajainen. Minusta se oli taivas": the writer's own opinion decides. */
export function trustOwnOpinion(view: View, clauses: readonly ClauseEvidence[]): void {
  for (let i = 0; i + 1 < clauses.length; i += 1) {
    const found = clauses[i] as ClauseEvidence
    const { first, last } = found.clause
    if (!says(found) || !isOfOthers(view, first, last)) continue
    for (let j = i + 1; j < Math.min(clauses.length, i + 1 + AHEAD); j += 1) {
      const next = clauses[j] as ClauseEvidence
      if (!says(next) || !isMine(view, next)) continue
      for (let k = i; k < j; k += 1) weaken(clauses[k] as ClauseEvidence, LEFT)
      break
    }
  }
}

function isOfOthers(view: View, first: number, last: number): boolean {
  const at = cueAt(view, first, last, THEIRS)
  if (at < 0) return false
  const { seen } = view
  // "Jag klagar inte": the writer.
  if ((seen[at] as Seen).hints & ABROAD && cueAt(view, Math.max(first, at - 2), at, OWN) >= 0) return false
  // "According to the paper", "enligt tidningen": these stand before who thinks so.
  const until = (seen[at] as Seen).hints & ABROAD ? Math.min(last, at + 4) : at
  for (let i = Math.max(first, at - 3); i < until; i += 1)
    if (others.has((seen[i] as Seen).lemma)) return true
  // "Omahoitaja kehui": whoever it was, it was not the writer.
  return others.has((seen[at] as Seen).form) || ((seen[at] as Seen).traits & VERB) !== 0
}

function isMine({ seen }: View, { clause: { first, last } }: ClauseEvidence): boolean {
  for (let i = first; i < Math.min(last, first + OPENING); i += 1) {
    const { form, cues } = seen[i] as Seen
    if (cues & MINE || me.has(form)) return true
  }
  return false
}
