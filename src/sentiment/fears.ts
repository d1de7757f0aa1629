import type { ClauseEvidence } from './clausePolarity.js'
import { RIGHTLY, THINKS, VAINLY } from './cues.js'
import { isDenied, netOf, weaken } from './expectations.js'
import { VERB } from './traits.js'
import type { Seen, View } from './view.js'
import { listOf } from './wordLists.js'

/** What came weighs so much; less than the other says nothing of what was thought. */
const CAME = 2
const LITTLE = 1

const fearing = listOf(
  'pelätä jännittää varautua varoittaa varoitella pelotella pelottaa hirvittää hätäillä huolestua epäillä epäilyttää hermoilla hermostuttaa stressata arkailla panikoida kauhistella murehtia moittia haukkua arvostella kritisoida parjata',
)
const praising = listOf('kehua ylistää suositella hehkuttaa luottaa toivoa kiitellä')
const dreads = listOf('pelko huoli jännitys luulo murhe epäily epäluulo varoitus')
const before = listOf('ja , hyvästä täydestä ihan aivan')
const unmarked = listOf('suotta aiheetta ansaitusti')
/** How far back the verb is looked for, in tokens. */
const REACH = 14
/** "Ihan turhaan." as a sentence of its own. */
const ALONE = 5

/** "Naapuri varoitti suotta", "varauduin pahimpaan, enkä turhaan", "hermostutti, ja syystä". */
export function judgeFears(view: View, clauses: readonly ClauseEvidence[]): void {
  const { seen } = view
  for (const [c, found] of clauses.entries())
    for (let i = found.clause.first; i < found.clause.last; i += 1) {
      const { cues, form } = seen[i] as Seen
      if (!(cues & (VAINLY | RIGHTLY))) continue
      if (form.startsWith('turha') && form !== 'turhaan' && !dreads.has(seen[i + 1]?.lemma ?? '')) continue
      if (cues & RIGHTLY && !unmarked.has(form) && !before.has(seen[i - 1]?.form ?? '')) continue
      const feared = fearBefore(view, clauses, c, i)
      if (feared === undefined) continue
      const denied = isDenied(view, Math.max(found.clause.first, i - 2), i)
      const sign = ((cues & RIGHTLY) !== 0) !== denied ? feared.sign : -feared.sign
      for (let k = feared.clause; k <= c; k += 1) weaken(clauses[k] as ClauseEvidence, 0)
      if (sign > 0) found.positive = CAME
      else found.negative = CAME
    }
}

function fearBefore(
  view: View,
  clauses: readonly ClauseEvidence[],
  c: number,
  place: number,
): { clause: number; sign: number } | undefined {
  const { sentence, first, last } = (clauses[c] as ClauseEvidence).clause
  const alone = last - first < ALONE && clauses[c - 1]?.clause.sentence !== sentence
  for (let k = c; k >= 0; k -= 1) {
    const found = clauses[k] as ClauseEvidence
    if (found.clause.sentence !== sentence && !alone) return undefined
    if (sentence - found.clause.sentence > 1 || place - found.clause.last > REACH) return undefined
    for (let i = Math.min(place, found.clause.last) - 1; i >= found.clause.first; i -= 1) {
      const { lemma, cues, traits } = view.seen[i] as Seen
      if (!(traits & VERB)) continue
      if (fearing.has(lemma) && isDenied(view, Math.max(found.clause.first, i - 2), i)) return undefined
      if (fearing.has(lemma)) return { clause: k, sign: -1 }
      if (praising.has(lemma)) return { clause: k, sign: 1 }
      if (cues & THINKS) {
        const net = clauses.slice(k, c + 1).reduce((sum, one) => sum + netOf(view, one), 0)
        const rest = net - netWithin(clauses[c] as ClauseEvidence, place)
        return Math.abs(rest) < LITTLE ? undefined : { clause: k, sign: Math.sign(rest) }
      }
    }
  }
  return undefined
}

/** What the very words of vanity weigh. */
const netWithin = ({ hits }: ClauseEvidence, place: number): number =>
  hits.reduce((sum, { first, last, weight }) => (first <= place && place < last ? sum + weight : sum), 0)
