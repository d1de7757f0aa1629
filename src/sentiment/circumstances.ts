import type { ClauseEvidence } from './clausePolarity.js'
import { FINITE, holdsTrait, NOUN, PARTITIVE } from './traits.js'
import type { Seen, View } from './view.js'
import { listOf } from './wordLists.js'

/**
 * What people come with or meet in a place of care, and what nobody is to blame for by itself: illness, pain, fear,
 * grief, and the hurry of others. A word of blame, as long as nobody is praised for how it was met.
 */
export const circumstances = listOf(
  'kipu särky tauti vaiva oire tuska kivulias kipeä sairaus sairas syöpä kasvain masennus masentunut ahdistus ahdistunut ahdistaa paniikki pelko pelätä pelottaa peloissaan pelokas hammaspelko kauhu kauhuissaan kauhistua jännittää jännitys hermostunut hermostua levoton itkeä itku itkuinen huutaa kirkua suru surullinen surra murtunut murtua katketa kuolla kuolema menehtyä menettää menetys kriisi shokki järkytys järkyttynyt uupunut uupumus väsynyt väsymys heikko huonovointinen pahoinvointi oksentaa oksennus vuotaa verenvuoto kohtaus sydänkohtaus sairauskohtaus astmakohtaus kouristus kaatua kaatuminen loukkaantua haava vamma onnettomuus tulehdus infektio kuume ripuli yskä nuha vaikea raskas rankka hankala pitkä sekava aggressiivinen muistisairas levottomuus huoli huolestunut huolissaan murhe epätoivo epätoivoinen toivoton yksinäinen yksinäisyys häpeä hävetä nolo nolottaa kiire kiireinen ruuhka ruuhkainen täynnä rikki hätä hätäinen hätääntyä särkeä sattua koskea kipuilla pyörtyä halvaus aivoinfarkti infarkti leikkaus uusiutua pahin hirveä kauhea kamala ' +
    'smärta ont värk sjuk sjukdom svårt svår cancer tumör ångest ångestfylld depression deprimerad panik rädd livrädd rädsla skräck skräckslagen orolig oro nervös ledsen sorg gråta grät död dö dog avled förlora förlust chock trauma utmattad trött svag feber infektion olycka skada skadad blödning anfall hjärtinfarkt stroke jobbig tung kris förtvivlad ensam ensamhet skam skämmas pinsam fullt stressig stressad bråttom hemsk värsta värst ' +
    'pain painful agony hurt hurting sick sickness ill illness unwell cancer tumour tumor anxiety anxious depression depressed panic fear scared afraid terrified frightened frightening frighten petrified worried worry worrying nervous upset tears cry cried crying sad grief grieving died die death dying lost loss shock trauma traumatic exhausted tired weak fever infection accident injury injured broken bleeding seizure stroke crisis desperate lonely ashamed embarrassed embarrassing distress distressed distressing difficult hard tough horrible awful terrible scary dread dreaded busy worst poorly emergency vulnerable confused aggressive dementia',
)

const ailments = listOf('kipu särky tauti vaiva oire tuska pelko jännitys ahdistus suru sairaus')

/** How much of such blame stays when somebody is praised. */
const LEFT = 0.25
const PRAISED = 1

/** Words of circumstance that judge as well what they are said of. */
const harsh = listOf('kamala kauhea hirveä kauheeta hankala huono surkea sekava rankka vaikea raskas pitkä')
const nowhere = /(?:ss[aä]|ll[aä])$/

/**
 * "Toinen ihana, toinen kamala", "netissä tuskaa, paikan päällä ihanaa": in a list without verbs each of its parts says
 * what is thought of its own subject.
 */
function isListed({ seen }: View, { clause, hits }: ClauseEvidence, at: number): boolean {
  const { traits, lemma } = seen[at] as Seen
  const praise = hits.find(({ weight }) => weight > 0)
  if (praise === undefined || holdsTrait({ seen } as View, clause.first, clause.last, FINITE)) return false
  let comma = -1
  for (let i = Math.min(at, praise.first) + 1; i < Math.max(at, praise.first); i += 1)
    if ((seen[i] as Seen).form === ',') comma = i
  if (comma < 0) return false
  const opening = seen[clause.first] as Seen
  if ((traits & NOUN) !== 0) return (opening.traits & NOUN) !== 0 && nowhere.test(opening.form)
  for (let i = at - 1; i >= clause.first && (seen[i] as Seen).form !== ','; i -= 1) {
    const { form, lemma: own, traits: kind } = seen[i] as Seen
    if ((form === own || form.endsWith('t')) && ((kind & (NOUN | PARTITIVE)) === NOUN || others.has(form)))
      return harsh.has(lemma) && !circumstances.has(own)
  }
  return false
}
const others = listOf('toinen yksi kolmas muut osa')

/** What such words, each by itself, weigh in a clause. */
function weightOf(view: View, found: ClauseEvidence): number {
  const { seen } = view
  const { hits } = found
  let sum = 0
  // "Kipu oli kova": what is said of it belongs to it.
  const all = hits.some(({ first, grade }) => grade < 0 && ailments.has(seen[first]?.lemma ?? ''))
  for (const { first, last, grade, weight } of hits)
    if (
      grade < 0 &&
      weight < 0 &&
      last - first === 1 &&
      (all || circumstances.has(seen[first]?.lemma ?? '')) &&
      !isListed(view, found, first)
    )
      sum -= weight
  return sum
}

/**
 * Takes what the writer suffered from for a circumstance where praise follows, or where it is granted ("vaikka pelkäsin
 * kuollakseni, hoitaja rauhoitti"). What comes after praise with a "but" stays blame ("hoitaja oli kiva, mutta kipu
 * jatkui").
 */
export function softenCircumstances(view: View, clauses: readonly ClauseEvidence[]): void {
  let lastPraise = -1
  let firstPraise = clauses.length
  for (let i = 0; i < clauses.length; i += 1)
    if ((clauses[i] as ClauseEvidence).positive >= PRAISED) {
      lastPraise = i
      if (firstPraise > i) firstPraise = i
    }
  if (lastPraise < 0) return
  for (let i = 0; i < clauses.length; i += 1) {
    const found = clauses[i] as ClauseEvidence
    if (found.negative === 0 || found.wish) continue
    const { link } = found.clause
    if (i > lastPraise && link !== 'concession') continue
    if (link === 'contrast' && firstPraise < i) continue
    const weight = weightOf(view, found)
    if (weight > 0) found.negative = Math.max(0, found.negative - (1 - LEFT) * weight)
  }
}
