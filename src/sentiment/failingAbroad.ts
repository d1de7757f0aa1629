import { denials } from './bareDenials.js'
import type { ClauseEvidence } from './clausePolarity.js'
import { says } from './expectations.js'
import { holdsHint, LIMITS } from './hints.js'
import { FINITE, NOUN } from './traits.js'
import type { Seen, View } from './view.js'
import { holdsForm, listOf } from './wordLists.js'

/** Praise that somebody failed at is blame of nearly its weight. */
const DENIED = 0.85
const UNDONE = 1.5
/** "Only a nurse", "half of them": the other side of what is said. */
const REST = 1.3
const REACH = 4

const failing = listOf('fail fails failed failing misslyckas misslyckades misslyckats')
const letting = listOf('låter lät låtit')
const joining = listOf('to med att')

/** "Failed to be kind", "misslyckades med att vara vänlig", "lät bli att berätta": what was to be done was not. */
function failAbroad(view: View, found: ClauseEvidence): boolean {
  const { seen } = view
  const { first, last } = found.clause
  for (let i = first; i + 1 < last; i += 1) {
    const { form } = seen[i] as Seen
    const lets = letting.has(form) && holdsForm(view, i + 1, Math.min(last, i + 3), stay)
    if (!lets && !failing.has(form)) continue
    if (!holdsForm(view, i + 1, Math.min(last, i + REACH), joining)) continue
    const done = denials(view, Math.max(first, i - 3), Math.min(last, i + 3)) % 2 === 1
    let value = 0
    for (const hit of found.hits) {
      if (hit.last <= i) continue
      takeBack(found, hit)
      if (hit.first > i + 1 && hit.grade > 0) value = Math.max(value, hit.grade)
    }
    value = Math.max(value, UNDONE)
    if (done) {
      found.negative = 0
      found.positive += value
    } else found.negative += value * DENIED
    return true
  }
  return false
}
const stay = listOf('bli')

const speedy = listOf('same samma straight once immediately genast direkt')

const merely = listOf('only just bara endast')
const waiting = listOf('wait vänta')
const us = listOf('me us mig oss')

/** "Only a day in the queue"; "the doctor was waiting for me". */
function spare({ seen }: View, found: ClauseEvidence): void {
  const { first, last } = found.clause
  for (const hit of found.hits) {
    if (hit.weight >= 0) continue
    const { lemma } = seen[hit.first] as Seen
    const awaits =
      waiting.has(lemma) &&
      hit.last - hit.first === 1 &&
      hit.last + 1 < last &&
      us.has((seen[hit.last + 1] as Seen).form) &&
      !holdsForm({ seen } as View, first, hit.first, own)
    const little =
      hit.grade === -1 && holdsForm({ seen } as View, Math.max(first, hit.first - 6), hit.first, merely)
    if (awaits || (little && found.positive > 0)) takeBack(found, hit)
  }
}
const own = listOf('i we jag vi')

/** "It was cancelled the same day": how soon a harm came is no praise. */
function notSoon({ seen }: View, found: ClauseEvidence): void {
  const { hits } = found
  for (let h = 1; h < hits.length; h += 1) {
    const hit = hits[h] as ClauseEvidence['hits'][number]
    const before = hits[h - 1] as ClauseEvidence['hits'][number]
    if (hit.weight <= 0 || before.weight >= 0 || hit.first - before.last > 1) continue
    for (let i = hit.first; i < hit.last; i += 1)
      if (speedy.has((seen[i] as Seen).form)) {
        takeBack(found, hit)
        break
      }
  }
}

export function takeBack(found: ClauseEvidence, hit: ClauseEvidence['hits'][number]): void {
  if (hit.weight > 0) found.positive = Math.max(0, found.positive - hit.weight)
  else found.negative = Math.max(0, found.negative + hit.weight)
  hit.weight = 0
}

const only = listOf('only enda')
const thing = listOf('thing good positive bright')
const bright = listOf('positiva bra goda fina')
const that = listOf('that som which')
const until = listOf('until tills')
const half = listOf('half hälften')

const losing = listOf('lost lose losing loses tappade tappat förlorade förlorat miste mist')

/** "I lost my trust", "jag tappade förtroendet": something good that is gone. */
function lose({ seen }: View, found: ClauseEvidence): void {
  for (const hit of found.hits) {
    if (hit.weight <= 0 || !((seen[hit.first] as Seen).traits & NOUN)) continue
    if (!holdsForm({ seen } as View, Math.max(found.clause.first, hit.first - 3), hit.first, losing)) continue
    takeBack(found, hit)
    found.negative += hit.grade * DENIED
  }
}

/** "The only thing that worked", "det enda som fungerade": nothing else did. */
function excludes({ seen }: View, found: ClauseEvidence): boolean {
  const { first, last } = found.clause
  for (let i = first; i < Math.min(last, first + 3); i += 1) {
    const { form } = seen[i] as Seen
    if (!only.has(form)) continue
    const next = seen[i + 1]?.form ?? ''
    const before = seen[i - 1]?.form
    if (
      form === 'enda'
        ? !((that.has(next) || bright.has(next)) && before === 'det')
        : !(thing.has(next) && before === 'the')
    )
      return false
    return true
  }
  return false
}

/**
 * What limits what a Swedish or English clause says: failing at it, that nothing else is so, that it was so until
 * something came, that it holds of half.
 */
export function limitAbroad(view: View, clauses: readonly ClauseEvidence[], at: number): void {
  const { seen } = view
  const found = clauses[at] as ClauseEvidence
  const { first, last, quoted } = found.clause
  if (quoted || !holdsHint(view, first, last, LIMITS) || failAbroad(view, found)) return
  if (found.hits.length > 1) notSoon(view, found)
  if (found.negative > 0) spare(view, found)
  if (found.positive > 0 && !found.negated) lose(view, found)
  if (excludes(view, found)) {
    const next = clauses[at + 1]
    const told = says(found) || next?.clause.link !== 'relative' ? found : next
    if (told.positive > 0 && told.negative === 0 && !found.negated) {
      told.negative = UNDONE
      told.positive = 0
    }
    return
  }
  if (found.positive < 1 || found.negative > 0) return
  if (half.has((seen[first] as Seen).form) && found.hits.every(({ first: place }) => place > first)) {
    found.negative = REST
    return
  }
  for (let i = first + 2; i < last; i += 1) {
    if (!until.has((seen[i] as Seen).form)) continue
    // "Stayed until I slept" tells how long.
    if (found.hits.some(({ last: end }) => end > i) || !holdsVerb(seen, i + 1, last)) return
    if (!holdsForm(view, first, i, lasting)) return
    if (holdsForm(view, i + 1, Math.min(last, i + 2), pronouns)) return
    found.negative = REST
    return
  }
}
const pronouns = listOf('i we jag vi it det')
const lasting = listOf('was were is been worked var är varit fungerade gick')

const holdsVerb = (seen: View['seen'], from: number, last: number): boolean => {
  for (let i = from; i < last; i += 1) if ((seen[i] as Seen).traits & FINITE) return true
  return false
}
