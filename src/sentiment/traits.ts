import type { Token } from '../language/tokens.js'
import type { WordReading } from '../language/word.js'
import type { SupportedLanguage } from '../types.js'
import type { View } from './view.js'
import { listOf } from './wordLists.js'

/** What the grammar of a single word says to the weighing of clauses, as bits. */
export const WORD = 1
export const VERB = 1 << 1
/** A finite verb. */
export const FINITE = 1 << 2
export const CONDITIONAL = 1 << 3
export const IMPERATIVE = 1 << 4
/** "Tulkaa nopeammin" asks for it too (VISK § 1659). */
export const REQUEST = 1 << 5
/** "Borde", "should": wishes by their own meaning. */
export const WISHING = 1 << 6
/** "Weren't", "won't": the reader says that the verb denies. */
export const CONTRACTED = 1 << 7
/** Abessive and -matta deny their own base ("ongelmitta"); an adjective in -ton has its own entry. */
export const SELF_DENIED = 1 << 8
export const COMPARATIVE = 1 << 9
export const CAPITALS = 1 << 10
/** Adjectives and adverbs: what can be too much. */
export const GRADABLE = 1 << 11
export const PARTITIVE = 1 << 12
/** "Koskaan", "never": what never was before is now. */
export const EVER = 1 << 13
/** "Näin", "such". */
export const SUCH = 1 << 14
export const QUOTE = 1 << 15
/** A Swedish or English verb with neither tense nor ending: a bare request at the head of an answer. */
export const BARE_VERB = 1 << 16
export const ASKS = 1 << 17
export const EXCLAIMS = 1 << 18
/** A past participle: with a conditional before it, something that did not come about. */
export const PAST = 1 << 19
/** "Kuin", "än". */
export const THAN = 1 << 20
/** "Pikemminkin", "more": compares by its meaning. */
export const MORE = 1 << 21
/** Words for where the writer is or what is judged. */
export const HERE = 1 << 22
/** Words for other places and times. */
export const ELSEWHERE = 1 << 23
/** "Kunnes": what follows came in the end. */
export const UNTIL = 1 << 24
/** With these a question is not asked but thrown ("missä ihmeessä", "pitääkö tässä oikein", VISK § 1705). */
export const THROWN = 1 << 25
/** "?!", "??" as one mark. */
export const INSISTS = 1 << 26
/** "Voisi", "kannattaisi", "should": what it says is proposed. */
export const PROPOSES = 1 << 27
/** Punctuation is no word to the learnt part, but for `!` and `?`. */
export const COUNTED = 1 << 28
/** An abessive ("kysymättä", "varoituksetta", VISK § 1611): unless it denies a graded word, something was not done. */
export const OMITS = 1 << 29
/** "Kaivata", "toivoa": what is told of their object is not there. */
export const LONGS = 1 << 30
export const NOUN = 1 << 31

const wishing = listOf('borde skulle sku should could ought wish önskar')
const proposing = listOf('voida pitää kannattaa saada tarvita täytyä kaivata olla riittää')
const proposingForms = listOf('borde should needs need please')
/** Wishes of one's own: they propose in the first person too. */
const wishingOf = listOf('toivoa ehdottaa suositella toivottaa haluta kaivata')
const past = listOf('have been')
const comparatives = listOf('bättre better snabbare quicker faster')
const ever = listOf('aldrig never koskaan ikinä eläissäni elämässäni elinaikanani milloinkaan ever')
const such = listOf(
  'näin noin yhtä moista moisia tällaista tällaisia tuollaista så here such so this lika sådan sådant sådana sån sånt',
)
const than = listOf('kuin kun ku än than')
const more = listOf('enemmän enempi pikemminkin mer mera more rather')
const here = listOf(
  'täällä täältä tänne tämä tässä teillä teidän tällä nykyinen nykyään nykyisin nyt här er ni detta nu here you this now',
)
const elsewhere = listOf(
  'ennen edellinen aiempi entinen aiemmin aikaisemmin muualla toisaalla naapurikunta naapurikaupunki naapuripitäjä naapurikylä naapuri yksityinen muualta annanstans förr tidigare elsewhere before',
)
const until = listOf('kunnes ennenkuin ennenku until innan')
const thrown = listOf(
  'ollakaan saadakaan toivoakaan kuvitellakaan keksiäkään ihmeessä ihmeen ihmeellä kummassa hitossa helvetissä hemmetissä perkeleessä muka oikein oikeasti oikeesti tosissaan edes taas vieläkin enää joskus ikinä kehtaa kehdata kehdataan kehtaatte kehtaavat viitsiä viitsitte viitsitään pitää täytyy joutua joutuu eikö eiks miksei luuletteko luuletko luuleeko kuvitteletteko egentligen alls ens faktiskt verkligen earth hell even really again',
)
const longing = listOf('kaivata toivoa haluta toivottavasti sakna önska wish')
/** Words whose abessive leaves nothing undone: "poikkeuksetta" is always, "pyytämättä" unasked. */
const harmless = listOf(
  'pyytää kierrellä kaarrella kaunistella kursailla viivytellä vitkastella aikailla liioitella väsyä lakata kieltää empiä valehdella keskeytyä katketa kysellä kaihtaa epäröidä säästellä poikkeus epäilys tauko raja rajoitus varaus ehto arvelu loppu mutka muu lisä raha maksu kulu jonotus ajanvaraus soittelu erehdys viivytys',
)
const quotes = listOf('" ” “ \' ’ « »')

/** Whether a token from `first` to `last` has the trait. */
export function holdsTrait({ seen }: View, first: number, last: number, trait: number): boolean {
  for (let i = first; i < last; i += 1)
    if (((seen[i] as { traits: number }).traits & trait) !== 0) return true
  return false
}

export function traitsOf(
  token: Token,
  { pos, features, lemma }: WordReading,
  form: string,
  language: SupportedLanguage,
): number {
  const { text, kind } = token
  let traits = 0
  const mark = (bit: number, holds: boolean): void => {
    if (holds) traits |= bit
  }
  mark(COUNTED, kind !== 'punctuation' || text === '!' || text === '?')
  if (kind !== 'word') {
    mark(QUOTE, quotes.has(text))
    mark(ASKS, text.startsWith('?'))
    mark(EXCLAIMS, text.startsWith('!'))
    mark(INSISTS, /\?!|!\?|\?\?/.test(text))
    return traits
  }
  const verb = pos === 'verb'
  const finite = verb && features.form === undefined
  mark(WORD, true)
  mark(VERB, verb)
  mark(NOUN, pos === 'noun')
  mark(FINITE, finite)
  mark(CONDITIONAL, features.mood === 'conditional')
  mark(IMPERATIVE, features.mood === 'imperative')
  mark(REQUEST, features.mood === 'imperative' && features.number === 'plural' && !features.negative)
  mark(WISHING, wishing.has(form))
  mark(CONTRACTED, language === 'en' && finite && features.negative === true)
  mark(SELF_DENIED, features.negative === true && lemma !== 'ei' && !/(?:t[oö]n|tta|ttä)$/i.test(lemma))
  mark(
    OMITS,
    features.case === 'abessive' &&
      !harmless.has(lemma) &&
      (features.form === 'infinitive3' || pos === 'noun'),
  )
  mark(LONGS, longing.has(lemma))
  const wishes = features.mood === 'conditional'
  mark(
    PROPOSES,
    (wishes && proposing.has(lemma) && features.person !== '1') ||
      (wishes && wishingOf.has(lemma) && features.person === '1') ||
      (language !== 'fi' && proposingForms.has(form)),
  )
  mark(PAST, features.form === 'pastParticiple' || past.has(form))
  mark(
    COMPARATIVE,
    features.degree === 'comparative' ||
      (/mmin$/.test(lemma) && pos !== 'adjective') ||
      comparatives.has(lemma),
  )
  mark(CAPITALS, text.length > 3 && text === text.toUpperCase() && text !== text.toLowerCase())
  mark(GRADABLE, pos === 'adjective' || pos === 'adverb')
  mark(PARTITIVE, features.case === 'partitive')
  mark(EVER, ever.has(form))
  mark(SUCH, such.has(form))
  mark(THAN, than.has(form))
  mark(MORE, more.has(form))
  mark(HERE, here.has(form) || here.has(lemma))
  // "Edellistä parempi": the standard of a comparison (VISK § 636).
  mark(ELSEWHERE, elsewhere.has(lemma) && features.case !== 'partitive')
  mark(UNTIL, until.has(form))
  mark(THROWN, thrown.has(form))
  mark(
    BARE_VERB,
    language !== 'fi' && finite && features.tense === undefined && (language === 'sv' || form === lemma),
  )
  return traits
}
