import { answerOwnQuestions, judgeThoughts } from './answers.js'
import type { ClauseEvidence } from './clausePolarity.js'
import { couldHaveComeEarlier, isUnlessOthers, owesToCondition } from './counterfactuals.js'
import { followAbroad } from './courseAbroad.js'
import {
  cueAt,
  EXCLAIMING,
  FEARS,
  GRANTS,
  HOPES,
  JOY,
  MATTERS,
  ONLY,
  PAST_TIME,
  PROMISES,
  RIGHTLY,
  SAYS,
  THANKS,
  THEIRS,
  VAINLY,
  VANISHES,
} from './cues.js'
import { agreeInResult, differs, grantDegrees } from './degrees.js'
import { tellDelays } from './delays.js'
import { EXPECTS, expects, meetExpectations, netOf, says, weaken } from './expectations.js'
import { judgeFears } from './fears.js'
import { ABROAD } from './hints.js'
import { unmaskIrony } from './ironies.js'
import { trustOwnOpinion } from './opinions.js'
import {
  excludesRest,
  infersConcession,
  isOwnFault,
  takesBack,
  vanishes,
  weighsAgainst,
} from './retractions.js'
import { followDenial, isBare } from './secondDenials.js'
import { decideByTime } from './times.js'
import { CONDITIONAL, HERE, holdsTrait, NOUN, PARTITIVE, THAN } from './traits.js'
import type { Seen, View } from './view.js'
import { grantsAll, likensAll } from './wishes.js'
import { holdsForm, listOf } from './wordLists.js'

const arriving = listOf('tulin tulimme saavuin menin menimme saavuimme lähdin lähdimme astuin')
const leaving = listOf('lähdin lähdimme poistuin palasin palasimme')
/** "Ei se mikään hotelli ole, mutta". */
const nothing = listOf('mikään mitään')
const it = listOf('se ne tämä nämä')
const promising = listOf('luvattiin lupasivat lupasi lupailtiin promised lovades utlovades lovade')
const regrets = listOf('harmi ikävä sääli pettymys suru surullista ikävää')
const moods = listOf('tyytyväinen pettynyt kiitollinen vihainen tyytymätön iloinen onnellinen järkyttynyt')
const atFirst = listOf('aluksi alkuun alussa ensin ensialkuun initially first först')
const atLast = listOf(
  'lopulta lopuksi lopuks loppujen sitten myöhemmin nyt nykyään eventually then later now slutet sedan sen senare nu',
)
const before = listOf('ennen aiemmin aikaisemmin before previously förr förut tidigare')
const now = listOf('nyt nykyään nykyisin now nowadays nu nuförtiden')
const otherwise = listOf('toisin päinvastoin')

/** What is the writer's own: to blame for it is not to blame the care. */
const ownWords = listOf('oma omani omaani omassa omaa omat itse')
const ownStates = listOf(
  'sekoitin sekotin minulla mulla meillä myöhästyin myöhästyimme unohdin unohdimme erehdyin sekoilin eksyin',
)
const ownNouns = listOf(
  'suomi kieli ruotsi englanti kuulo näkö muisti vika moka virhe olo vointi kunto mieli hermo selkä polvi hammas pää auto päivä kielitaito',
)
const being = listOf('olin olimme olen olemme')
const disliking = listOf('pitää tykätä')

const SAID = 1
/** What is left of what only came before. */
const LEFT = 0.2
const QUICK = 1.5
const ELLIPTIC = 0.5
const CLEAR = 1.5
const longing = listOf('toivon toivomme toivoisin toivoisimme soisin')

/** 'Vastattiin: "ei kuulu meille"', "selitettiin, ettei ole aikaa": what was told judges, not the word that brings it in. */
function introduceQuote(found: ClauseEvidence, next: ClauseEvidence): void {
  const [quote, told] = found.clause.quoted ? [found, next] : [next, found]
  if (says(quote) && told.hits.every(({ grade }) => Math.abs(grade) < 2)) weaken(told, 0)
}

const hasForm = (view: View, { clause }: ClauseEvidence, words: ReadonlySet<string>): boolean =>
  holdsForm(view, clause.first, clause.last, words)

/** What came says the opposite of what the words of a clause do. */
function turnTo(view: View, found: ClauseEvidence, next: ClauseEvidence): void {
  const net = netOf(view, found)
  weaken(found, 0)
  next.positive += Math.max(0, -net)
  next.negative += Math.max(0, net)
}

function isOwn(view: View, found: ClauseEvidence, next: ClauseEvidence): boolean {
  if (next.positive > 0 && isOwnFault(view, found)) return true
  const { seen } = view
  const { first, last } = found.clause
  if (hasForm(view, found, ownWords) || ownStates.has((seen[first] as Seen).form)) return true
  // "En pidä sairaaloista, mutta tänne tulisin uudestaan": what holds of all, and what holds here.
  const here = holdsTrait(view, next.clause.first, Math.min(next.clause.last, next.clause.first + 3), HERE)
  for (let i = first; i < last; i += 1) {
    const { lemma, form, traits } = seen[i] as Seen
    if (ownNouns.has(lemma.toLowerCase()) && form.endsWith('ni')) return true
    if (
      being.has(form) &&
      found.hits.every((hit) => hit.first > i && !moods.has((seen[hit.first] as Seen).lemma))
    )
      return true
    if (here && form === 'en' && disliking.has(seen[i + 1]?.lemma ?? '')) return true
    if (here && traits & PARTITIVE && (traits & NOUN) === 0 && seen[i - 1]?.lemma === 'olla') return true
  }
  return false
}

/** "Harmi, että hyvä lääkäri lähti": the praise in what is regretted is of what is lost. */
const isRegret = ({ seen }: View, { hits, positive }: ClauseEvidence): boolean =>
  positive === 0 && hits.length === 1 && regrets.has((seen[hits[0]?.first ?? 0] as Seen).lemma)

/** What would have come without somebody: a condition denied, and blame that did not come about. */
function isAverted(view: View, { clause, denials, hits }: ClauseEvidence, next: ClauseEvidence): boolean {
  const { seen } = view
  const opening = (seen[clause.first] as Seen).form
  const denied = denials.length === 1 ? (seen[denials[0] as number] as Seen).form : ''
  return (
    (opening === 'ellei' || opening === 'jollei' || denied === 'ei' || denied === 'eivät') &&
    holdsTrait(view, clause.first, clause.last, CONDITIONAL) &&
    hits.every(({ weight }) => weight <= 0) &&
    next.denials.length === 0 &&
    next.hits.some(({ weight }) => weight < 0) &&
    next.positive === 0
  )
}

/** Whether one of the first words of a clause is one of these. */
const opensWith = (view: View, { clause }: ClauseEvidence, words: ReadonlySet<string>): boolean =>
  holdsForm(view, clause.first, Math.min(clause.last, clause.first + 3), words)

/**
 * Reads clauses together: what was feared, hoped or so before, and how it came; what is the writer's own; a second
 * denial that goes on in the sense of what it follows ("kuunteli eikä hosunut").
 */
export function followCourse(view: View, clauses: readonly ClauseEvidence[]): void {
  if (view.cues & (VAINLY | RIGHTLY)) judgeFears(view, clauses)
  if (view.cues !== 0) meetExpectations(view, clauses)
  if (view.cues & EXPECTS) judgeThoughts(view, clauses)
  if (clauses.length > 1) answerOwnQuestions(view, clauses)
  if (view.cues & PAST_TIME) decideByTime(view, clauses)
  if (view.cues & (JOY | THANKS | EXCLAIMING)) unmaskIrony(view, clauses)
  if (view.cues & GRANTS) grantDegrees(view, clauses)
  if (view.cues & THEIRS) trustOwnOpinion(view, clauses)
  if (view.hints & ABROAD) followAbroad(view, clauses)
  tellDelays(view, clauses)
  for (let i = 0; i + 1 < clauses.length; i += 1) {
    const found = clauses[i] as ClauseEvidence
    const next = clauses[i + 1] as ClauseEvidence
    if (found.clause.quoted !== next.clause.quoted) introduceQuote(found, next)
    if (found.clause.quoted || next.clause.quoted) continue
    const { seen } = view
    const { link, first } = next.clause
    const near = next.clause.sentence === found.clause.sentence
    followDenial(view, found, next)
    // "Jos hoitaja ei olisi tullut, olisin kaatunut".
    if (found.clause.link === 'condition' && near && next.wish && isAverted(view, found, next)) {
      weaken(found, 0)
      next.negative = 0
      next.positive = QUICK
    } else if (found.clause.link === 'condition' && near && next.wish && next.hits.length === 0) {
      if (next.denials.length === 1 ? isUnlessOthers(view, found) : couldHaveComeEarlier(view, found, next)) {
        weaken(found, 0)
        next.negative = 0
        next.positive = QUICK
      }
    }
    if (link === 'condition' && near && found.wish && owesToCondition(view, found, next)) continue
    if (link === 'complement' && near && hasForm(view, found, longing) && grantsAll(view, next.clause)) {
      weaken(found, 0)
      found.wish = false
      next.negative = 0
      next.positive = Math.max(QUICK, next.positive)
    }
    // "Jos kaikki hoitajat olisivat kuin hän, ei valituksia tulisi".
    if (found.clause.link === 'condition' && near && likensAll(view, found.clause)) {
      weaken(next, 0)
      next.wish = false
      found.negative = 0
      found.positive = Math.max(QUICK, found.positive)
      continue
    }
    // "Reissu oli pitkä ja hoito ihanaa": a weak word yields to what goes on the other way without a but.
    if (
      link === 'coordination' &&
      near &&
      (seen[first] as Seen).form === 'ja' &&
      next.positive * next.negative === 0
    ) {
      if (found.negative <= SAID && next.positive > SAID) found.negative *= ELLIPTIC
      else if (found.positive <= SAID && next.negative > SAID) found.positive *= ELLIPTIC
    }
    // "Myöhästyin, eikä lääkäri moittinut".
    if (link === 'negation' && near && next.positive >= SAID && isOwnFault(view, found)) weaken(found, LEFT)
    // "Selvisin hengissä, muttei siitä teitä voi kiittää": a word that hardly praises yields.
    if (
      (link === 'negation' || link === 'contrast') &&
      near &&
      found.positive <= SAID &&
      found.negative === 0 &&
      next.negative >= CLEAR &&
      next.positive === 0
    )
      found.positive *= ELLIPTIC
    if (link === 'complement' && near) {
      agreeInResult(view, found, next)
      if (view.cues & SAYS && cueAt(view, found.clause.first, found.clause.last, SAYS) >= 0)
        introduceQuote(found, next)
    }
    if (view.cues & (FEARS | HOPES | PROMISES) && near) {
      differs(view, found, next)
      differs(view, next, found)
    }
    if (link === 'time' && near && isQuick(view, found, next)) {
      weaken(found, 0)
      if (next.positive + next.negative === 0) next.positive = QUICK
      continue
    }
    if (near && link === 'concession') infersConcession(view, next, found)
    else if (near && found.clause.link === 'concession' && link !== 'contrast')
      infersConcession(view, found, next)
    if (link === 'coordination' && view.cues & VANISHES && near && vanishes(view, found, next)) continue
    if (view.cues & ONLY && near) excludesRest(view, found, next)
    if (
      (link === 'relative' || link === 'negation') &&
      view.cues & MATTERS &&
      near &&
      weighsAgainst(view, found, next)
    )
      continue
    if (link === 'contrast' && takesBack(view, found, next)) continue
    if (found.positive + found.negative === 0 && found.clause.link !== 'complement') continue
    if (now.has((seen[first] as Seen).form) && before.has((seen[found.clause.first] as Seen).form)) {
      if (says(next)) weaken(found, LEFT)
      else if (near && found.negative > 0) turnTo(view, found, next)
    } else if (
      before.has((seen[first] as Seen).form) &&
      now.has((seen[found.clause.first] as Seen).form) &&
      ((seen[first + 1]?.traits ?? 0) & THAN) === 0
    ) {
      if (says(found)) weaken(next, LEFT)
    } else if (opensWith(view, next, leaving) && opensWith(view, found, arriving)) {
      if (says(next)) weaken(found, LEFT)
    } else if (link === 'complement' && near && isRegret(view, found)) next.positive *= LEFT
    else if (near && (link === 'concession' || found.clause.link === 'concession')) {
      const [granted, main] = link === 'concession' ? [next, found] : [found, next]
      if (says(main) && main.positive * main.negative === 0 && isOwn(view, granted, main)) {
        if (main.positive > 0) granted.negative *= LEFT
        else granted.positive *= LEFT
      }
    } else if (link === 'contrast') {
      if (isBare(found) && hasForm(view, found, nothing) && hasForm(view, found, it) && says(next))
        weaken(found, LEFT)

      const awaited = found.clause.link === 'complement' && i > 0 ? (clauses[i - 1] as ClauseEvidence) : found
      if (expects(view, awaited)) {
        const turned = !says(next) && (next.positive + next.negative === 0 || hasForm(view, next, otherwise))
        if (turned) weaken(next, 0)
        for (const one of awaited === found ? [found] : [awaited, found])
          if (!turned) weaken(one, says(next) ? LEFT : 1)
          else if (!(hasForm(view, one, promising) && netOf(view, one) < 0)) turnTo(view, one, next)
      } else if (hasForm(view, found, atFirst) && hasForm(view, next, atLast) && says(next))
        weaken(found, LEFT)
      else if (says(next) && next.positive * next.negative === 0 && isOwn(view, found, next)) {
        if (next.positive > 0) found.negative *= LEFT
        else found.positive *= LEFT
      }
    }
  }
}

/** "Tuskin ehdin istua, kun jo kutsuttiin". */
function isQuick({ seen }: View, { clause }: ClauseEvidence, next: ClauseEvidence): boolean {
  const { first } = next.clause
  if (seen[first + 1]?.form !== 'jo' || !/^kun?$/.test((seen[first] as Seen).form)) return false
  for (let i = clause.first; i + 1 < clause.last; i += 1)
    if ((seen[i] as Seen).form === 'tuskin') return seen[i + 1]?.lemma === 'ehtiä'
  return false
}
