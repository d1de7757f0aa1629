import type { Clause } from '../language/clauses.js'
import { cueAt, LEAVES } from './cues.js'
import { FINITE, PAST, VERB } from './traits.js'
import type { Seen, View } from './view.js'
import { holdsForm, holdsLemma, listOf } from './wordLists.js'

/** Who would not leave praises as plainly as who left blames. */
const PLAIN = 2.5

const denying = listOf('en emme emmä emmää enmä enkä emmekä enpä emmepä etten ettemme mutten')
const own = /(?:n|mme|nkin|nhan|nhän|npa|npä|isin|isimme)$/
const leaving = listOf('vaihtaa lähteä siirtyä luopua muuttaa')
const going = listOf('mennä hakeutua asioida käydä ottaa valita haluta tahtoa siirtyä katsella etsiä harkita')
const staying = listOf('pysyä jäädä')
const elsewhere =
  /^(?:muual(?:le|la|ta)(?:kaan)?|muuhun|muille|muulle|muuta|muihin|yksityisel(?:le|tä|lä)|kilpailijalle|naapuriin)$/
const anywhere = listOf('mihinkään mihkään minnekään mihinkää keneenkään kehenkään pois mistään täältä')
const hither = listOf('teille tänne tälle tähän takaisin')
const here = listOf('täällä tänne tässä tällä tämän teidän teillä asiakkaana potilaana')
const atOnce = listOf('heti mieluummin pois välittömästi jos mielelläni varmasti koska')
const unable = listOf('voida saada päästä pystyä kannattaa tarvita joutua ehtiä')
const provider =
  /(?:lääkäri|lekuri|hoitaja|terapeutti|psykologi|neuvola|asema|keskus|klinikka|kampaaja|hieroja|sairaala|osasto|paikka|talo|koti|firma|yritys|palvelu|kuntoutus|fyssari|päiväkoti|apteekki|toimittaja|tuottaja|optikko|ohjaaja)$/

/** What it weighs that the writer would leave, or would not. */
export const weighLeaving = (view: View, { first, last }: Clause): number =>
  PLAIN * leavesOrStays(view, first, last)

/** 1 for "en vaihtaisi", "emmä muualle mee", "pysyn täällä"; -1 for "vaihdoin lääkäriä", "siirryn yksityiselle". */
function leavesOrStays(view: View, first: number, last: number): number {
  if (cueAt(view, first, last, LEAVES) < 0) return 0
  const { seen } = view
  let no = -1
  for (let i = first; i < last; i += 1) {
    const { form, lemma, traits } = seen[i] as Seen
    if (denying.has(form)) no = i
    if ((traits & VERB) === 0 || !(leaving.has(lemma) || going.has(lemma) || staying.has(lemma))) continue
    if (no >= 0) return i - no < 5 && (traits & PAST) === 0 ? denied(view, first, last, no, i) : 0
    if ((traits & FINITE) === 0 || !own.test(form) || holdsLemma(view, first, i, not)) return 0
    return told(view, first, last, i)
  }
  return 0
}
const not = listOf('ei')

function denied(view: View, first: number, last: number, no: number, verb: number): number {
  if (holdsLemma(view, no + 1, verb, unable)) return 0
  const { lemma } = view.seen[verb] as Seen
  if (staying.has(lemma)) return holdsForm(view, verb + 1, last, here) ? -1 : 0
  if (isElsewhere(view, first, last)) return 1
  if (!leaving.has(lemma)) return 0
  if (holdsForm(view, first, last, anywhere)) return 1
  return lemma === 'vaihtaa' && namesProvider(view, first, last) ? 1 : 0
}

function told(view: View, first: number, last: number, verb: number): number {
  const { lemma } = view.seen[verb] as Seen
  if (staying.has(lemma)) return holdsForm(view, verb + 1, last, here) && lemma === 'pysyä' ? 1 : 0
  if (holdsForm(view, verb + 1, last, hither)) return 0
  if (isElsewhere(view, first, last)) return -1
  if (lemma === 'vaihtaa') return namesProvider(view, first, last) ? -1 : 0
  return leaving.has(lemma) && holdsForm(view, first, last, atOnce) && holdsForm(view, first, last, anywhere)
    ? -1
    : 0
}

function isElsewhere({ seen }: View, first: number, last: number): boolean {
  for (let i = first; i < last; i += 1) if (elsewhere.test((seen[i] as Seen).form)) return true
  return false
}

function namesProvider({ seen }: View, first: number, last: number): boolean {
  for (let i = first; i < last; i += 1) if (provider.test((seen[i] as Seen).head)) return true
  return false
}
