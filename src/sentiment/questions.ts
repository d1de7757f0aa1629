import type { Clause } from '../language/clauses.js'
import type { Document } from '../language/document.js'
import { WHERE_ELSE } from './cues.js'
import { isThrown } from './thrownQuestions.js'
import {
  ASKS,
  COMPARATIVE,
  EXCLAIMS,
  FINITE,
  GRADABLE,
  holdsTrait,
  INSISTS,
  NOUN,
  PARTITIVE,
  THROWN,
  VERB,
} from './traits.js'
import { asksUnmarked } from './unmarked.js'
import type { Seen, View } from './view.js'
import { holdsForm, listOf } from './wordLists.js'

/** By its mark, by its grammar or by its courtesy. */
export const isQuestion = (document: Document, view: View, clause: Clause, wishful: boolean): boolean =>
  endsWith(document, view, clause, ASKS) ||
  asksUnmarked(document, view, clause) ||
  (wishful && asksPolitely(view, clause))

/** A question that does not ask: "Kuinka kauan tuloksia oikein pitää odottaa?!" */
export function isRhetorical(document: Document, view: View, clause: Clause): boolean {
  const sentence = document.sentences[clause.sentence]
  if (sentence === undefined) return false
  const from = Math.max(sentence.first, sentence.last - 3)
  if (holdsTrait(view, from, sentence.last, INSISTS)) return true
  if (holdsTrait(view, from, sentence.last, ASKS) && holdsTrait(view, from, sentence.last, EXCLAIMS))
    return true
  return (
    holdsTrait(view, clause.first, clause.last, THROWN) ||
    asksOfNoOther(view, clause) ||
    isThrown(view, clause)
  )
}

const asking = listOf('missä mistä minne mihin kuka mikä kenellä')

/** "Missä muualla kohdellaan näin kauniisti?": nowhere, nobody (VISK § 1705). */
export const asksOfNoOther = ({ seen, cues }: View, { first }: Clause): boolean =>
  (cues & WHERE_ELSE) !== 0 &&
  asking.has((seen[first] as Seen).form) &&
  ((seen[first + 1]?.cues ?? 0) & WHERE_ELSE) !== 0

const why = listOf('miksi miks')

/** "Miksi minulle valehdeltiin?": what is asked the reason of is granted (VISK § 1704). */
export const asksWhy = ({ seen }: View, { first }: Clause): boolean => why.has((seen[first] as Seen).form)

/** "Eikös vain soitettu heti": a denial that affirms (VISK § 1696). */
export const affirms = ({ seen }: View, at: number): boolean =>
  affirming.has((seen[at] as Seen).form) &&
  (merely.has(seen[at + 1]?.form ?? '') ||
    (being.has(seen[at + 1]?.form ?? '') &&
      ((seen[at + 2]?.traits ?? 0) & (GRADABLE | PARTITIVE)) !== 0 &&
      !least.has(seen[at + 2]?.form ?? '')))
const affirming = listOf('eikös eikö eiks eiköhän eikähän')
const merely = listOf('vain vaan')
const being = listOf('ole oo olekin ookin ollutkin ollut ollu')
const least = listOf('enää vielä mitään yhtään edes ketään täällä siellä tuolla muuta koskaan ikinä aina jo')

const when = listOf('koska milloin millon kosk')
const what = listOf('mitä mikä minne mihin missä miksi kuka ketkä miten kuinka mistä')
const beginning = listOf('alkaa ruveta')
const deigning = listOf('oppia viitsiä suvaita kehdata ymmärtää tajuta herätä havahtua')
const urged = listOf('vihdoin viimein viimeinkin vihdoinkin joskus oikeasti edes')

/** "Koska laskut alkavat vastata käyntejä?", "milloin joku vihdoin korjaa hissin?": high time that it came about. */
export function asksImpatiently(view: View, clause: Clause): boolean {
  if (isThrown(view, clause)) return true
  const { first, last } = clause
  const { seen } = view
  const opening = (seen[first] as Seen).form
  // "Minne ne rahat oikein menevät?" (VISK § 1705).
  if (what.has(opening)) {
    for (let i = first + 1; i < last; i += 1)
      if ((seen[i] as Seen).form === 'oikein') return ((seen[i + 1]?.traits ?? 0) & GRADABLE) === 0
    return false
  }
  if (!when.has(opening)) return false
  for (let i = first + 1; i < last; i += 1) {
    const { lemma, form, traits } = seen[i] as Seen
    if (urged.has(form) || (deigning.has(lemma) && traits & FINITE)) return true
    if (beginning.has(lemma) && ((seen[i + 1]?.traits ?? 0) & (VERB | FINITE)) === VERB) return true
  }
  return false
}

const wanting =
  /^(?:haluai?si|tahtoisi|toivoisi|tarvitsisi|tarvisi|ottaisi|pyytäisi|tilaisi|varaisi|kaipaisi|kysyisi|tiedustelisi|kyselisi)(?:n|mme)$/
const learning = listOf('tietää kysyä tiedustella varata perua siirtää aika')
const nice = listOf('mukava kiva hyvä hauska mukavaa kivaa hyvää')
const knowing = listOf('tietää kuulla')
const inquiring = /^(?:kysy|tiedustel|kysel)isi/
/** What people ask a place of care for in writing. */
const things = listOf(
  'aika resepti lähete todistus lausunto kopio lomake numero puhelinnumero osoite ohje lista kutsu vahvistus kuitti tulos lasku tulkki uusinta esite sairaustodistus lääkärintodistus hoitoyhteenveto yhteenveto epikriisi',
)
/** With these a wish complains: "edes yhden ajan". */
const urging = listOf('edes joskus enää viimein vihdoin heti oma oman enemmän lisää nopeammin kerrankin')

/** "Haluaisin tietää aukioloajat", "tarvitsisin uuden ajan": a wish to know, or for a thing of the trade, is a question. */
export function asksPolitely(view: View, { first, last }: Clause): boolean {
  const { seen } = view
  const { form } = seen[first] as Seen
  if (last - first < 2) return false
  // "Olisi mukava tietää, milloin leikkaus on".
  if (form === 'olisi' || form === 'ois')
    return nice.has(seen[first + 1]?.form ?? '') && knowing.has(seen[first + 2]?.lemma ?? '')
  if (!wanting.test(form)) return false
  if (inquiring.test(form) || learning.has((seen[first + 1] as Seen).lemma)) return true
  if (holdsForm(view, first, last, urging) || holdsTrait(view, first, last, COMPARATIVE)) return false
  const until = Math.min(last, first + 4)
  for (let i = first + 1; i < until; i += 1) {
    const { lemma, head, traits } = seen[i] as Seen
    if (traits & NOUN && (things.has(lemma) || things.has(head))) return true
  }
  return false
}

/** Marks are looked for at the end of the sentence. */
export function endsWith(document: Document, view: View, clause: Clause, mark: number): boolean {
  const sentence = document.sentences[clause.sentence]
  if (sentence === undefined) return false
  return holdsTrait(view, Math.max(sentence.first, sentence.last - 3), sentence.last, mark)
}
