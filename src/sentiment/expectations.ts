import type { ClauseEvidence } from './clausePolarity.js'
import { cueAt, FEARS, HOPES, OWN, PLANS, PROMISES, SAYS, SEEKS, THINKS } from './cues.js'
import { ABROAD } from './hints.js'
import type { Hit } from './hits.js'
import { COMPARATIVE, FINITE, holdsTrait, NOUN, PARTITIVE, VERB, WORD } from './traits.js'
import type { Seen, View } from './view.js'
import { holdsForm, holdsLemma, listOf } from './wordLists.js'

const spans = listOf('tunti minuutti viikko päivä kuukausi vuosi kauan vuoro pitkään aika')
const awaiting = listOf('odotin odotimme ootin odotettiin')
const coming = listOf('tulin tulimme menin menimme')

/** So much decides. */
const SAID = 1
/** What is left of what was only thought beforehand. */
const LEFT = 0.2
const CAME = 2
/** So many clauses are looked through at most. */
const FEW = 6

/** "Kun pyysin", "jota toivoin": told by the way. */
const aside = listOf('kun ku kuin jota jonka mitä mihin johon joita')

export const EXPECTS = FEARS | HOPES | THINKS | PROMISES

export const says = ({ positive, negative }: ClauseEvidence): boolean => positive >= SAID || negative >= SAID

export function weaken(found: ClauseEvidence, share: number): void {
  found.positive *= share
  found.negative *= share
}

/** Whether a clause tells what was awaited, promised or come for; of "odotin" with the time it took it does not. */
export function expects(view: View, { clause: { first, last } }: ClauseEvidence): boolean {
  const { seen } = view
  for (let i = first; i < last; i += 1) {
    const { form, cues } = seen[i] as Seen
    if (cues & EXPECTS && aside.has(seen[i - 1]?.form ?? '')) return false
    if (coming.has(form)) return /m[aä]{2}n$/.test(seen[i + 1]?.form ?? '')
    if (!awaiting.has(form)) {
      if (cues & EXPECTS) return true
      continue
    }
    if (((seen[i + 1]?.traits ?? 0) & PARTITIVE) === 0) return false
    for (let j = i + 1; j < last; j += 1) if (spans.has((seen[j] as Seen).lemma)) return false
    return true
  }
  return false
}

/** What a clause says but for its verb of expecting, with its sign. */
export const netOf = ({ seen }: View, { hits }: ClauseEvidence): number =>
  hits.reduce((sum, { first, weight }) => sum + (awaiting.has((seen[first] as Seen).form) ? 0 : weight), 0)

/** "Pyysin apua": what is asked for is not had by that. */
export function isSought({ seen, cues }: View, { first, at, grade }: Hit): boolean {
  if (!(cues & SEEKS) || at.length > 1) return false
  const { traits: kind, form } = seen[first] as Seen
  // "Kysyin kohteliaasti": how the writer asked.
  if (form.endsWith('sti')) return ((seen[first - 1]?.cues ?? 0) & SEEKS) !== 0
  if (grade < 0 || (kind & NOUN) === 0) return false
  const from = Math.max(0, first - 3)
  for (let i = first - 1; i >= from; i -= 1) {
    const { cues: own, traits } = seen[i] as Seen
    if (own & SEEKS) return true
    if (traits & FINITE) return false
  }
  return false
}

const serving = listOf(
  'hän he taksi tulkki hoitaja lääkäri kuljettaja kuski kätilö ambulanssi terapeutti avustaja kyyti',
)

/** "Siellähän hän odotti", "taksi odotti pihassa": who waits for the writer is not to blame. */
export function waitsForUs({ seen }: View, { first, at }: Hit): boolean {
  const { lemma, traits, cues } = seen[first] as Seen
  if (lemma !== 'odottaa' || at.length > 2 || (traits & FINITE) === 0 || cues & OWN) return false
  const before = seen[first - 1]
  if (
    before === undefined ||
    before.traits & PARTITIVE ||
    !(serving.has(before.lemma) || serving.has(before.head))
  )
    return false
  for (let i = first + 1; i < Math.min(seen.length, first + 4); i += 1)
    if (spans.has((seen[i] as Seen).lemma)) return false
  return true
}

/**
 * What was feared, hoped, thought or promised, and how it came, where no "but" joins them: the outcome decides
 * ("hain ymmärrystä. Sain tuomitsemista", "lupasivat, etten jää yksin. En jäänyt", "varauduin pahimpaan, turhaan").
 */
export function meetExpectations(view: View, clauses: readonly ClauseEvidence[]): void {
  if (!(view.cues & (EXPECTS | SAYS | PLANS))) return
  for (let i = 0; i < clauses.length; i += 1) {
    const found = clauses[i] as ClauseEvidence
    const { first, last } = found.clause
    if (found.clause.quoted || cueAt(view, first, last, EXPECTS | SAYS | PLANS) < 0) continue
    if ((view.seen[first] as Seen).hints & ABROAD) continue
    if (view.cues & PLANS && clauses.length <= FEW && !clauses.some((one) => one !== found && says(one)))
      unmeet(view, found)
    const told = cueAt(view, first, last, EXPECTS) >= 0 && expects(view, found)
    let j = i + 1
    while (j < clauses.length && j - i < FEW && isPartOf(view, found, clauses[j] as ClauseEvidence)) j += 1
    const next = clauses[j]
    if (next === undefined || next.clause.quoted || next.question) continue
    if (next.clause.sentence - found.clause.sentence > 1) continue
    const awaited = clauses.slice(i, j)
    if (answersBriefly(view, awaited, next)) continue
    if (!told || next.clause.link === 'contrast' || next.clause.link === 'concession' || expects(view, next))
      continue
    // "Kuvittelin pääseväni kotiin, makasin siellä kolme viikkoa": without a joining word the next is against it.
    if (isAsyndetic(view, found, next)) {
      const net = awaited.reduce((sum, one) => sum + netOf(view, one), 0)
      if (Math.abs(net) >= SAID) {
        for (const one of awaited) weaken(one, 0)
        if (net > 0) next.negative = CAME
        else next.positive = CAME
        continue
      }
    }
    if (next.clause.link === 'cause' || next.clause.link === 'time' || next.clause.link === 'relative')
      continue
    // "Odotin parempaa" blames by itself.
    if (awaited.some(({ clause }) => holdsTrait(view, clause.first, clause.last, COMPARATIVE))) continue
    if (says(next) && next.positive * next.negative === 0)
      for (const one of awaited) {
        if (next.positive > 0) one.negative *= LEFT
        else one.positive *= LEFT
      }
  }
}

const imagining = listOf('kuvittelin kuvittelimme luulin luulimme oletin oletimme meinasin meinasimme')
const joining = listOf('ja joten eli sekä')

/** A clause after a comma alone, in which no word judges. */
function isAsyndetic(view: View, { clause }: ClauseEvidence, next: ClauseEvidence): boolean {
  const { link, sentence, first } = next.clause
  return (
    (link === 'coordination' || (view.seen[first] as Seen).form === 'kunnes') &&
    sentence === clause.sentence &&
    next.positive + next.negative === 0 &&
    holdsForm(view, clause.first, clause.last, imagining) &&
    !joining.has((view.seen[first] as Seen).form)
  )
}

/** Complements, and clauses of time in the same sentence ("kaiken piti olla valmista, kun tulin"). */
const isPartOf = (
  { seen }: View,
  { clause }: ClauseEvidence,
  { clause: { link, first, sentence } }: ClauseEvidence,
): boolean =>
  link === 'complement' ||
  (link === 'condition' && (seen[first] as Seen).form === 'jos') ||
  (link === 'time' && sentence === clause.sentence && (seen[first] as Seen).form === 'kun')

const denying = listOf('ei eikä ettei')
const fused = /^(?:ette|mutte|jotte)(?:i|n|t|mme|tte|ivät)$|^e(?:nkä|tkä|mmekä|ttekä|ivätkä)$/

/** Whether a stretch denies, by one negation or three. */
export function isDenied({ seen }: View, first: number, last: number): boolean {
  let denials = 0
  for (let i = first; i < last; i += 1) {
    const { lemma, form } = seen[i] as Seen
    if (denying.has(lemma) || fused.test(form)) denials += 1
  }
  return denials % 2 === 1
}

/** Verbs that stand for what was said before ("niin kävi", "sain", VISK § 1446). */
const pro = listOf('saada käydä tulla toteutua onnistua pitää')
const pronouns = listOf('se ne niin näin sellainen se siitä')
const particles = listOf(
  'kyllä sitten myös todella todellakin oikeasti heti kaikki aina jo lopulta viimein vihdoin ihan juuri runsas paljon enemmän lisää molemmat ja',
)
/** "Siellähän hän odotti", "paikalla ei ollut ketään". */
const presence = listOf('odottaa olla tulla saapua seistä istua')
const there = listOf('siellä siellähän paikalla paikallahan paikallakin')
const meant = listOf('piti')
const reversed = listOf('toisin päinvastoin')
const BRIEF = 5

/** "Piti olla helppo leikkaus": what was to be was not (VISK § 1571). */
function unmeet(view: View, found: ClauseEvidence): void {
  const { seen } = view
  const { first, last } = found.clause
  for (let i = first; i + 2 < last; i += 1) {
    if ((seen[i] as Seen).form !== 'piti' || cueAt(view, first, last, OWN) >= 0) continue
    if ((seen[i + 1] as Seen).lemma !== 'olla' || found.negative > 0 || found.positive < SAID) continue
    found.negative = CAME
    found.positive = 0
  }
}

/** "En jäänyt", "sain", "niin kävi": a clause of a few words that takes up the verb of what was awaited. */
function answersBriefly(view: View, awaited: readonly ClauseEvidence[], next: ClauseEvidence): boolean {
  const { seen } = view
  const { first, last } = next.clause
  let words = 0
  let verb = -1
  for (let i = first; i < last; i += 1) {
    const { traits, lemma } = seen[i] as Seen
    if (traits & WORD) words += 1
    if (verb < 0 && traits & VERB && !denying.has(lemma)) verb = i
  }
  if (verb < 0 || words > BRIEF) return false
  const { lemma } = seen[verb] as Seen
  const denied = isDenied(view, first, last)
  const head = awaited[0] as ClauseEvidence
  const cue = cuesOf(view, head)
  const net = awaited.reduce((sum, one) => sum + netOf(view, one), 0)
  const planned =
    (cue & PLANS) !== 0 && words < 4 && holdsForm(view, head.clause.first, head.clause.last, meant)
  const value =
    cue & PROMISES || (planned && !(cue & (EXPECTS | SAYS)))
      ? 1
      : net !== 0
        ? net
        : cue & FEARS
          ? -1
          : cue & HOPES
            ? 1
            : 0
  const own = awaited.find(
    (one) =>
      takesUp(view, one.clause.first, one.clause.last, lemma) ||
      (one !== head &&
        affirms((seen[verb] as Seen).form, denied, isDenied(view, one.clause.first, one.clause.last))),
  )
  if (value === 0) {
    if (own === undefined || own === head || !says(next)) return false
    for (const one of awaited) weaken(one, 0)
    return true
  }
  let truth: boolean
  if (own !== undefined && words <= BRIEF - 1 && !next.hits.some(({ first: at }) => at > verb)) {
    truth = denied === (own === head ? false : isDenied(view, own.clause.first, own.clause.last))
  } else if (cue & PROMISES && presence.has(lemma) && holdsForm(view, first, last, there)) {
    truth = !denied
  } else if (planned && lemma === 'olla' && (denied || /kin$/.test((seen[verb] as Seen).form))) {
    truth = !denied
  } else if (pro.has(lemma) && cue & EXPECTS && standsAlone(view, first, last, verb)) {
    if (isSomethingElse(view, awaited, next, verb)) {
      if (says(next) || net < 0 || !(cue & HOPES ? lemma === 'saada' : cue & SEEKS && net <= 0)) return false
      truth = false
    } else {
      truth = denied === holdsForm(view, first, last, reversed)
    }
  } else return false
  for (const one of awaited) weaken(one, 0)
  const comes = truth === value > 0
  next.positive = comes ? CAME : 0
  next.negative = comes ? 0 : CAME
  return true
}

const cuesOf = ({ seen }: View, { clause: { first, last } }: ClauseEvidence): number => {
  let cues = 0
  for (let i = first; i < last; i += 1) cues |= (seen[i] as Seen).cues
  return cues
}

function takesUp({ seen }: View, first: number, last: number, lemma: string): boolean {
  if (lemma === 'olla') return false
  for (let i = first; i < last; i += 1) {
    const { lemma: own, cues } = seen[i] as Seen
    if (own === lemma && (cues & (EXPECTS | SAYS)) === 0) return true
  }
  return false
}

/** "Ei sattunutkaan", "sattuikin": as was said (VISK § 842). */
const affirms = (form: string, denied: boolean, expected: boolean): boolean =>
  denied === expected && (denied ? /k[aä]{2}n$/ : /kin$/).test(form)

/** No subject before the verb, no verb or adverb of its own after it. */
function standsAlone({ seen }: View, first: number, last: number, verb: number): boolean {
  for (let i = first; i < last; i += 1) {
    const { traits, lemma } = seen[i] as Seen
    if (i === verb || denying.has(lemma)) continue
    if (traits & VERB || (i < verb && traits & NOUN)) return false
  }
  return true
}

/** "Pyysin apua ja sain lehtisen": neither what was asked for, nor a pronoun for it. */
function isSomethingElse(
  { seen }: View,
  awaited: readonly ClauseEvidence[],
  next: ClauseEvidence,
  verb: number,
): boolean {
  for (let i = verb + 1; i < next.clause.last; i += 1) {
    const { traits, lemma } = seen[i] as Seen
    if ((traits & (WORD | VERB)) !== WORD || pronouns.has(lemma)) continue
    if (particles.has(lemma) || /sti$/.test(lemma)) continue
    return !awaited.some(({ clause }) =>
      holdsLemma({ seen } as View, clause.first, clause.last, new Set([lemma])),
    )
  }
  return false
}
