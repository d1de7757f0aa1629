import type { ClauseEvidence } from './clausePolarity.js'
import { cueAt, MINE, OWN, THEIRS } from './cues.js'
import { says, weaken } from './expectations.js'
import { ABROAD } from './hints.js'
import { VERB, WORD } from './traits.js'
import type { Seen, View } from './view.js'
import { holdsForm, listOf } from './wordLists.js'

/** What is left of what others think. */
const LEFT = 0.2
/** How many clauses on the own opinion is looked for. */
const AHEAD = 3
/** How many words of a clause may come before "minusta". */
const OPENING = 3
const me = listOf(
  'minusta musta mielestäni minulle mulle minulla mulla minua mua minut mut minä mä itse todellisuus todellisuudessa totuus käytännössä',
)
const others = listOf(
  'sisko veli äiti isä naapuri ystävä kaveri tuttu työkaveri mies vaimo puoliso poika tytär moni muu jokainen kaikki kuulemma serkku täti setä mummo anoppi toinen mainos esite sivu nettisivu kotisivu strategia puhe juhlapuhe arvostelu netti lehti some neighbour friend sister brother mother husband wife paper newspaper leaflet website people granne vän väninna syster bror mamma man fru tidning broschyr hemsida folk',
)

/** "Siskon mukaan paikka on painajainen. Minusta se oli taivas": the writer's own opinion decides. */
export function trustOwnOpinion(view: View, clauses: readonly ClauseEvidence[]): void {
  for (let i = 0; i < clauses.length; i += 1) {
    const found = clauses[i] as ClauseEvidence
    const { first, last } = found.clause
    if (!says(found) || !isOfOthers(view, first, last)) continue
    if (view.cues & MINE) trustWithin(view, found)
    for (let j = i + 1; j < Math.min(clauses.length, i + 1 + AHEAD); j += 1) {
      const next = clauses[j] as ClauseEvidence
      if (!isMine(view, next)) continue
      if (!says(next) || holdsForm(view, next.clause.first, next.clause.last, reversed)) {
        if (!reverses(view, next.clause.first, next.clause.last)) continue
        const { positive, negative } = found
        weaken(next, 0)
        if (positive > negative) next.negative = REVERSED
        else next.positive = REVERSED
      }
      for (let k = i; k < j; k += 1) weaken(clauses[k] as ClauseEvidence, LEFT)
      break
    }
  }
}

/** What is thought is the reverse of what was said. */
const REVERSED = 2
const reversed = listOf('päinvastoin toisin muuta aiheetta suotta turhaan syyttä')

/** "Minusta päinvastoin", "minusta ei": an opinion that has no other words than that it is another. */
function reverses({ seen }: View, first: number, last: number): boolean {
  for (let i = first; i < last; i += 1) {
    const { form, lemma } = seen[i] as Seen
    const ends = ((seen[i + 1]?.traits ?? 0) & WORD) === 0
    if (reversed.has(form) || (ends && form === 'toinen')) return true
    if (lemma === 'ei') return ends
  }
  return false
}

/** "Muiden mielestä hyvä paikka, minusta ei": both opinions in a clause without a verb of its own. */
function trustWithin(view: View, found: ClauseEvidence): void {
  const { seen } = view
  const { first, last } = found.clause
  const others = cueAt(view, first, last, THEIRS)
  let mine = cueAt(view, others + 1, last, MINE)
  while (mine > 0 && seen[mine - 1]?.form !== ',' && seen[mine - 2]?.form !== ',')
    mine = cueAt(view, mine + 1, last, MINE)
  if (mine < 0) return
  let theirs = 0
  let positive = 0
  let negative = 0
  for (const { first: at, weight } of found.hits)
    if (at < mine) theirs += weight
    else if (weight > 0) positive += weight
    else negative -= weight
  if (theirs === 0) return
  if (reverses(view, mine, last)) {
    found.positive = theirs < 0 ? REVERSED : 0
    found.negative = theirs < 0 ? 0 : REVERSED
  } else if (positive + negative > 0) {
    found.positive = positive
    found.negative = negative
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
