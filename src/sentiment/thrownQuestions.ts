import type { Clause } from '../language/clauses.js'
import { QUERY } from './hints.js'
import type { Seen, View } from './view.js'
import { holdsForm, holdsLemma, listOf } from './wordLists.js'

const OPENING = 4
const REACH = 8

/** "Näinkö teillä kohdellaan vanhusta?" */
const soIsIt = listOf('näinkö tälläkö tällaistako tällastako tällainenko tämmöistäkö')
const isIt = listOf('onko oliko onks is was are är var')
const this_ = listOf('tämä tää tämäkin this that it these det detta')
/** What is asked whether it is this. */
const worthOf = listOf(
  'hoito hoiva palvelu kohtelu tapa meininki oikein kohtuullista inhimillistä hyväksyttävää reilua way acceptable service care rimligt vettigt acceptabelt vård service meningen okej joke skämt vitsi pila',
)
const how = listOf('how så såhär så-här')
const own = listOf('i we jag')
const calling = listOf('call calls kallar kutsutte kutsutaan')
const times = listOf('kertaa kerran monesti times gånger')
const often = listOf('montako kuinka miten monta monenko how hur')
/** What one has to do over and over. */
const toil = listOf(
  'selittää soittaa kertoa pyytää täyttää kysyä toistaa joutua jonottaa muistuttaa vaatia todistaa explain call ring phone tell ask fill repeat chase remind beg explain förklara ringa berätta fråga fylla upprepa be påminna tjata',
)
const must = listOf('pitää pitäisi täytyy joutuu oikein have must need should ska skall måste behöva')
const per = listOf('viikossa päivässä vuodessa kuukaudessa kuussa day week month year per dagen veckan')
const who = listOf('kuka ketkä who vem')
const deciding = listOf(
  'keksiä päättää hyväksyä suunnitella decided decide decides thought invented approved bestämde beslöt kom hittade godkände',
)
const does = listOf('does do did will has have')
const anybody = listOf('anybody anyone somebody someone nobody någon nån')
const ever = listOf('ever even actually still care listen read koskaan ens alls någonsin')
const when = listOf('when när')
const atLast = listOf('finally ever bother tänker äntligen någonsin behagar')
const length = listOf('longer länge')
const think = listOf('tycker anser luuletteko kuvitteletteko')

/**
 * Questions that ask for no answer though no word throws them: "is this how you treat old people?", "how many times do
 * I have to explain it?", "näinkö teillä kohdellaan?", "vem bestämde att mottagningen stängs?" (VISK § 1705).
 */
export function isThrown(view: View, { first }: Clause): boolean {
  if (!(view.hints & QUERY)) return false
  const { seen, ends } = view
  const last = ends[first] as number
  const opening = seen[first] as Seen
  if (!(opening.hints & QUERY)) return false
  const { form } = opening
  const end = Math.min(last, first + REACH)
  if (soIsIt.has(form)) return true
  if (isIt.has(form) && holdsForm(view, first + 1, Math.min(last, first + 3), this_))
    return isThisIt(view, first, last)
  if (calling.has(form) || (holdsForm(view, first, Math.min(last, first + 4), calling) && does.has(form)))
    return holdsForm(view, first, end, this_)
  if (often.has(form) && holdsForm(view, first, Math.min(last, first + OPENING), times))
    return (
      holdsLemma(view, first, last, toil) &&
      (holdsForm(view, first, last, must) || holdsLemma(view, first, last, must)) &&
      !holdsForm(view, first, end, per)
    )
  if (often.has(form) && length.has(seen[first + 1]?.form ?? '')) return holdsForm(view, first, end, must)
  if (who.has(form))
    return deciding.has(seen[first + 1]?.lemma ?? '') || deciding.has(seen[first + 1]?.form ?? '')
  if (does.has(form) && anybody.has(seen[first + 1]?.form ?? '')) return holdsForm(view, first, end, ever)
  if (hard.has(seen[first + 1]?.form ?? '') && often.has(form)) return can.has(seen[first + 2]?.form ?? '')
  if (should.has(form) && !own.has(seen[first + 1]?.form ?? '') && holdsForm(view, first, end, really))
    return true
  if (when.has(form)) return holdsForm(view, first, end, atLast)
  return think.has(form)
}

const hard = listOf('hard difficult svårt')
const can = listOf('can kan')
const should = listOf('should must do does is are ska skall måste är')
const really = listOf('really supposed verkligen meningen')

/** "Is this how you treat people?", but "is this how I book?" */
function isThisIt({ seen }: View, first: number, last: number): boolean {
  for (let i = first + 2; i < Math.min(last, first + REACH); i += 1) {
    const { form, lemma, head } = seen[i] as Seen
    if (how.has(form)) return !own.has(seen[i + 1]?.form ?? '')
    if (worthOf.has(lemma) || worthOf.has(form) || worthOf.has(head)) return true
  }
  return false
}
