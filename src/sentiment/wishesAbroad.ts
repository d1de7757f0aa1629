import { denials } from './bareDenials.js'
import type { ClauseEvidence } from './clausePolarity.js'
import { holdsHint, UNREAL } from './hints.js'
import { NOUN } from './traits.js'
import type { Seen, View } from './view.js'
import { holdsForm, listOf } from './wordLists.js'

const DECIDES = 2
const REACH = 6

const reward = listOf(
  'medal raise promotion award prize bonus statue knighthood medalj löneförhöjning pris belöning staty guldstjärna cloned klonas',
)
const modal = listOf('should deserve deserves ought must borde skulle förtjänar måste bör')
const wishing = listOf('wish önskar hoppas hope')
const everybody = listOf('all everyone everybody every other others more alla fler andra varje')
const would = listOf("would skulle i'd we'd kommer will i'll we'll")
const wouldNot = listOf("wouldn't won't")
const returning = listOf(
  'back return come go choose use recommend visit tillbaka gå komma återvända välja åter återkomma återkommer rekommendera',
)
const recommending = listOf('recommend rekommendera')
const gladly = listOf('gladly happily certainly definitely anytime gärna absolut definitivt alltid when')
const swapping = listOf('swap change trade byta byter')
const anything = listOf('anything world pris någonting allt')
const keeping = listOf('keep continue stay fortsätter fortsätta behåller')
const ending = listOf('stop quit end slutar upphör sluta')
const mine = listOf("i we i'd we'd i'll we'll jag vi hope hoppas")
const condition = listOf('if om')

/**
 * Conditionals and wishes that say that all is well as it is, or that it is to be shunned: "she should get a medal",
 * "I would gladly come back", "I wouldn't swap my doctor for anything", "jag önskar att alla fick lika god vård".
 */
export function wishAbroad(view: View, clauses: readonly ClauseEvidence[], at: number): void {
  const found = clauses[at] as ClauseEvidence
  const { first, last, quoted } = found.clause
  if (quoted || found.question || !holdsHint(view, first, last, UNREAL)) return
  const sign = owes(view, clauses, at) ? 1 : signOf(view, found)
  if (sign === 0) return
  // "Tiny rooms, and I'd not swap it": what is told before the wish stays.
  const before = found.hits.reduce(
    (sum, { last, weight }) => sum - (last <= wishAt(view, found) ? Math.min(0, weight) : 0),
    0,
  )
  found.positive = sign > 0 ? Math.max(DECIDES, found.positive) : 0
  found.negative = sign > 0 ? before : Math.max(DECIDES, found.negative)
  found.wish = false
  found.proposal = false
}

function wishAt({ seen }: View, { clause: { first, last } }: ClauseEvidence): number {
  for (let i = first; i < last; i += 1) {
    const { form } = seen[i] as Seen
    if (modal.has(form) || wishing.has(form) || would.has(form) || wouldNot.has(form)) return i
  }
  return first
}

function signOf(view: View, { clause: { first, last }, hits }: ClauseEvidence): number {
  const { seen } = view
  const only = onlyIf(view, first, last)
  if (only !== 0) return only
  for (let i = first; i < last; i += 1) {
    const { form, hints } = seen[i] as Seen
    if (!(hints & UNREAL)) continue
    const end = Math.min(last, i + REACH)
    if (modal.has(form) && holdsForm(view, i, end, reward))
      return denials(view, first, last) % 2 === 0 ? 1 : -1
    if (wishing.has(form) && i - first < 2) {
      if (form.startsWith('h')) return hopes(view, i, last)
      const praises = hits.some(({ first: at, grade }) => at > i + 2 && grade > 0)
      if (!praises || denials(view, first, last) > 0) return 0
      return holdsForm(view, i + 1, Math.min(last, i + 4), everybody) ? 1 : -1
    }
    const denied = wouldNot.has(form)
    if (denied || would.has(form)) {
      if (!holdsForm(view, Math.max(first, i - 1), Math.min(last, i + 2), mine)) continue
      return comesBack(view, first, i, last, hits)
    }
  }
  return 0
}

const negating = listOf("inte hadn't wasn't weren't hadnt")
const without = listOf('without utan')
const unreal = listOf("would i'd we'd hade skulle")
const self = listOf('i we jag vi')

/**
 * "If the nurse hadn't noticed, I would still be lying there", "utan er hade jag gett upp", "hade inte skötaren märkt
 * det hade jag legat där än": the harm that did not come is owed to somebody.
 */
function owes(view: View, clauses: readonly ClauseEvidence[], at: number): boolean {
  const { seen } = view
  const { clause } = clauses[at] as ClauseEvidence
  const { first, last } = clause
  const opening = (seen[first] as Seen).form
  const next = clauses[at + 1]
  const end = next !== undefined && next.clause.sentence === clause.sentence ? next.clause.last : last
  let from = -1
  if (without.has(opening) && isKnown(seen[first + 1])) from = first + 1
  else if (opening === 'hade' && seen[first + 1]?.form === 'inte') from = first + 2
  else if (
    clause.link === 'condition' &&
    !self.has(seen[first + 1]?.form ?? '') &&
    denials(view, first, last) === 1 &&
    holdsForm(view, first, Math.min(last, first + REACH), negating)
  )
    from = first + 2
  if (from < 0 || ownThings.has(seen[from]?.form ?? '')) return false
  for (let i = from + 1; i < end; i += 1) {
    const { form } = seen[i] as Seen
    if (!unreal.has(form)) continue
    const subject =
      without.has(opening) ||
      /'d$/.test(form) ||
      self.has(seen[i + 1]?.form ?? '') ||
      self.has(seen[i - 1]?.form ?? '')
    if (!subject) continue
    const clausesOf =
      next !== undefined && end > last
        ? [clauses[at] as ClauseEvidence, next]
        : [clauses[at] as ClauseEvidence]
    if (clausesOf.some(({ hits }) => hits.some(({ first: place, grade }) => place > i && grade > 1)))
      return false
    for (const one of clausesOf) {
      one.negative = 0
      one.wish = false
    }
    if (next !== undefined && end > last) next.corrects = true
    return true
  }
  return false
}
const known = listOf(
  'the you her him them your that this these those his er dig henne honom dem dom den det denna',
)
const definite = /(?:en|an|et|na)$/
/** "Without the nurse", "utan hemvården", but "without a car", "utan bil". */
const isKnown = (word: Seen | undefined): boolean =>
  word !== undefined && (known.has(word.form) || (definite.test(word.form) && (word.traits & NOUN) !== 0))
const ownThings = listOf('my min mitt mina en ett a an')

const though = listOf('ändå bara')
const alike = listOf('like lika som this den')
const ifs = listOf('if om')

/** "If only they were all like this nurse", "om skötaren ändå hade lyssnat". */
function onlyIf(view: View, first: number, last: number): number {
  const { seen } = view
  const { form } = seen[first] as Seen
  const at = form === 'tänk' ? first + 1 : first
  if (!ifs.has(seen[at]?.form ?? '')) return 0
  const longs =
    at > first ||
    (form === 'if' ? seen[at + 1]?.form === 'only' : holdsForm(view, at + 1, Math.min(last, at + 5), though))
  if (!longs) return 0
  return holdsForm(view, at, last, everybody) && holdsForm(view, at + 1, last, alike) ? 1 : -1
}

/** "I hope to get the same dentist again", "hoppas ni slutar". */
function hopes(view: View, at: number, last: number): number {
  const end = Math.min(last, at + REACH)
  if (holdsForm(view, at, end, keeping)) return denials(view, at, end) % 2 === 0 ? 1 : -1
  if (holdsForm(view, at, end, ending)) return denials(view, at, end) % 2 === 0 ? -1 : 1
  if (holdsForm(view, at, last, again) && holdsForm(view, at, last, same))
    return denials(view, at, last) % 2 === 0 ? 1 : -1
  return 0
}
const again = listOf('again igen')
const same = listOf('same that this samma den')

function comesBack(
  view: View,
  first: number,
  at: number,
  last: number,
  hits: ClauseEvidence['hits'],
): number {
  const denied = denials(view, first, last) % 2 === 1
  if (holdsForm(view, at, last, condition)) return 0
  if (holdsForm(view, at, last, swapping)) return denied && holdsForm(view, at, last, anything) ? 1 : 0
  if (!holdsForm(view, at, last, returning)) return 0
  if (!denied && holdsForm(view, at, last, recommending)) return 1
  if (hits.some(({ grade, first: place }) => place > at && grade < -1)) return 0
  return denied ? -1 : holdsForm(view, at, last, gladly) || holdsForm(view, at, last, again) ? 1 : 0
}
