import type { ClauseEvidence } from './clausePolarity.js'
import { AGAIN, cueAt, OWN } from './cues.js'
import { EXPECTS, netOf, weaken } from './expectations.js'
import type { Seen, View } from './view.js'
import { holdsForm, listOf } from './wordLists.js'

const SAID = 2
/** An answer, and what tells that somebody erred, is no longer than this. */
const SHORT = 5

const yes = listOf(
  'kyllä kyl joo juu jep totta tottakai tietysti ehdottomasti todellakin varmasti aina toki tietenkin mielelläni joka sai oli on',
)
const no = listOf('ei en emme eipä enpä eikä')

/** "Suosittelisinko? En.", "kaduttaako? Ei yhtään": the writer's own question and its answer. */
export function answerOwnQuestions(view: View, clauses: readonly ClauseEvidence[]): void {
  for (let c = 0; c + 1 < clauses.length; c += 1) {
    const found = clauses[c] as ClauseEvidence
    const next = clauses[c + 1] as ClauseEvidence
    if (!found.question || found.settled || found.clause.quoted) continue
    const { first, last, sentence } = next.clause
    if (sentence !== found.clause.sentence + 1 || last - first > SHORT - 1 || next.question) continue
    const { form } = view.seen[first] as Seen
    const answer = yes.has(form) ? 1 : no.has(form) ? -1 : 0
    const sign = answer * askedSign(view, found)
    if (sign === 0) continue
    weaken(found, 0)
    found.wish = false
    next.positive = sign > 0 ? SAID : 0
    next.negative = sign < 0 ? SAID : 0
    next.settled = true
  }
}

function askedSign(view: View, { clause: { first, last }, hits, denials }: ClauseEvidence): number {
  if (denials.length > 0) return 0
  const sum = hits.reduce((total, { grade }) => total + grade, 0)
  if (sum !== 0) return Math.sign(sum)
  return cueAt(view, first, last, AGAIN) >= 0 && cueAt(view, first, last, OWN) >= 0 ? 1 : 0
}

const wrongly = listOf('väärässä erehdyin erehdyimme väärin erehdyinpä hakoteillä')
const rightly = listOf('oikeassa oikein')
const thinking = listOf(
  'luulin olin oon olen olinkin olimme arvasin arvelin väärin erehdyin erehdyimme erehdyinpä',
)

/** "Luulin, ettei kukaan auta. Olin väärässä": the opposite of what was thought. */
export function judgeThoughts(view: View, clauses: readonly ClauseEvidence[]): void {
  for (let c = 1; c < clauses.length; c += 1) {
    const found = clauses[c] as ClauseEvidence
    const { first, last, sentence } = found.clause
    if (last - first > SHORT || !holdsForm(view, first, last, thinking)) continue
    const wrong = holdsForm(view, first, last, wrongly)
    if (!wrong && !holdsForm(view, first, last, rightly)) continue
    let from = c - 1
    while (from >= 0 && cueAt(view, startOf(clauses, from), endOf(clauses, from), EXPECTS) < 0) from -= 1
    if (from < 0 || sentence - (clauses[from] as ClauseEvidence).clause.sentence > 1) continue
    const thought = clauses.slice(from, c)
    const net = thought.reduce((sum, one) => sum + netOf(view, one), 0)
    if (net === 0) continue
    for (const one of thought) weaken(one, 0)
    const sign = wrong ? -Math.sign(net) : Math.sign(net)
    found.positive = sign > 0 ? SAID : 0
    found.negative = sign < 0 ? SAID : 0
  }
}
const startOf = (clauses: readonly ClauseEvidence[], c: number): number =>
  (clauses[c] as ClauseEvidence).clause.first
const endOf = (clauses: readonly ClauseEvidence[], c: number): number =>
  (clauses[c] as ClauseEvidence).clause.last
