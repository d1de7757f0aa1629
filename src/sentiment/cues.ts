import type { Seen, View } from './view.js'
import { listOf } from './wordLists.js'

/**
 * Words on which hangs how clauses bear on each other, as bits: where a comment holds none of a kind, its rule is not
 * asked.
 */
/** "Pelkäsin", "varauduin": something bad was thought beforehand. */
export const FEARS = 1
/** "Toivoin", "hain": something good was. */
export const HOPES = 1 << 1
/** "Luulin", "kuvittelin". */
export const THINKS = 1 << 2
/** "Luvattiin", "vakuuttivat". */
export const PROMISES = 1 << 3
/** "Suotta", "turhaan": what was feared or hoped did not come. */
export const VAINLY = 1 << 4
/** "Ja syystä", "aiheesta": it did. */
export const RIGHTLY = 1 << 5
/** "Kannatti", "haittaa": how much something matters. */
export const MATTERS = 1 << 6
/** "Tällainen", "näin", "noin". */
export const LIKE_THIS = 1 << 7
/** "Uudestaankin", "jatkossakin". */
export const AGAIN = 1 << 8
/** "Palkita", "kloonata". */
export const REWARDS = 1 << 9
/** "Ilman". */
export const WITHOUT = 1 << 10
/** "Minusta", "mielestäni": the writer's own opinion. */
export const MINE = 1 << 11
/** "Siskon mukaan", "kuulemma": that of others. */
export const THEIRS = 1 << 12
/** "Vielä", "entinen". */
export const PAST_TIME = 1 << 13
/** "Nyt", "nykyinen". */
export const PRESENT_TIME = 1 << 14
/** "Kiva", "hienosti": words of joy that open mockery. */
export const JOY = 1 << 15
/** "Kiitos". */
export const THANKS = 1 << 16
/** "Pyysin", "hain": what is asked for is not there. */
export const SEEKS = 1 << 17
/** "Saada", "löytyä": what was got may be lost again. */
export const GETS = 1 << 18
/** "Muualla", "muu". */
export const WHERE_ELSE = 1 << 19
/** "Se", "ne": takes up what was said. */
export const IT = 1 << 20
/** "Sanottiin": told, which need not be believed. */
export const SAYS = 1 << 21
/** "Yleensä", "harvoin". */
export const HABIT = 1 << 22
/** "Piti olla", "oli sovittu": against it something came. */
export const PLANS = 1 << 23
/** A verb of the first person. */
export const OWN = 1 << 24
/** "Olipa", "ai", "kyllä kelpasi". */
export const EXCLAIMING = 1 << 25
/** "Arkisin", "eräpäivä": when things are. */
export const SCHEDULE = 1 << 26
/** "Karisi", "hävisi": what was is no more. */
export const VANISHES = 1 << 27
/** "Ainoa": of nothing else it holds. */
export const ONLY = 1 << 28
/** "Olikin", "siinä missä", "sen sijaan": what is set beside the main thing. */
export const GRANTS = 1 << 31
/** "Vaihtaa", "muualle": whether its writer leaves. */
export const LEAVES = 1 << 29

/** Past tenses of what was thought beforehand (VISK § 1556: verbs whose complement is open as to truth). */
const forms: readonly (readonly [number, string])[] = [
  [
    FEARS,
    'varoitettu varoiteltu peloteltu pelkäsin pelkäsimme pelkäsi pelkäs pelotti hirvitti jännitin jännitimme jännitti jännitettiin varauduin varauduimme varauduttiin varoitettiin varoitti varoittivat varoiteltiin varoitteli varoittelivat peloteltiin pelotteli pelottelivat epäilin epäilimme epäilytti huolestuin huolestuimme murehdin murehdimme hätäilin arkailin kauhistelin',
  ],
  [HOPES, 'toivoin toivoimme toivottiin hain haimme pyysin pyysimme kaipasin kaipasimme etsin anoin'],
  [
    THINKS,
    'kehuttu mainostettu hehkutettu kuvittelin kuvittelimme luulin luulimme luultiin oletin oletimme arvelin arvelimme ajattelin ajattelimme uskoin uskoimme odotin odotimme ootin odotettiin yritin yritimme meinasin meinasimme',
  ],
  [
    PROMISES,
    'luvattiin lupasivat lupasi lupas lupailtiin lupaili lupailivat vakuutettiin vakuuttivat vakuutti',
  ],
  [HABIT, 'yleensä harvoin tavallisesti normaalisti useimmiten'],
  [
    PLANS,
    'piti sovittu luvattu tilattu varattu pyydetty ilmoitettu sovin sovimme varasin tilasin ilmoitin kerroin sanoin pyysin maksoin luvattiin lupasivat sovittiin varattiin kerrottiin ilmoitettiin pyydettiin ajoissa',
  ],
  [
    JOY,
    ': ammattilaista ammattimaista asiantuntevaa kiva kivaa mukava mukavaa hieno hienoa upea upeaa ihana ihanaa mahtava mahtavaa loistava loistavaa hauska hauskaa mainio mainiota hienosti hyvin loistavasti upeasti mainiosti mukavasti kivasti kätevästi fiksusti tehokkaasti mahtavasti kauniisti nätisti sujuvasti näppärästi',
  ],
  [EXCLAIMING, 'olipa olipas onpa onpas kylläpä ai kelpasi kelpaa voi oho joo joopa juu just'],
  [SCHEDULE, 'arkisin arkipäivisin'],
  [
    THEIRS,
    'mukaan mielestä kuulemma kehuu kehui kehuivat kehuttiin haukkuu haukkuvat haukkui moittii kiitteli haukutaan kehutaan moititaan parjataan haukkuivat haukuttiin moitti moittivat kehuvat',
  ],
  [
    SAYS,
    'sanottiin sanoivat sanoi kuiskasi ilmoitti ilmoittivat ilmoitettiin selitti selitettiin lohdutti rauhoitteli kerrottiin kertoi väitettiin väittivät väitti kuulemma',
  ],
  [VAINLY, 'suotta turhaan aiheetta syyttä turha turhia'],
  [RIGHTLY, 'syystä aiheesta ansaitusti ansaitustikin'],
  [MINE, 'minusta musta mielestäni minulle mulle minulla mulla'],
  [WITHOUT, 'ilman'],
  [PAST_TIME, 'vanha vanhat vielä entinen edellinen entiset edelliset viimeksi'],
  [PRESENT_TIME, 'uusi uudet nyt nykyään nykyisin tänään nykyinen nykyiset nykyisellä tällä'],
  [
    SEEKS,
    'pyysin pyysimme kysyin kysyimme hain haimme etsin etsimme anoin anoimme kaipasin kaipasimme vaadin vaadimme anelin anelimme kerjäsin rukoilin rukoilimme',
  ],
  [WHERE_ELSE, 'muualla muualta muualle muu muuta muun'],
  [GRANTS, 'olikin olivatkin onkin ovatkin olinkin olimmekin sijaan missä'],
  [IT, 'se sekin sehän ne nekin nehän sitä tämä'],
]
const lemmas: readonly (readonly [number, string])[] = [
  [
    MATTERS,
    'kannattaa haitata haitta väli katua kaduttaa arvoinen arvoista arvoisia väärti lohduttaa lämmittää tarvita riittää auttaa korvata pelastaa mitään mitää huomata näkyä uskoa arvata',
  ],
  [LIKE_THIS, 'tällainen tämmöinen tälläinen näin noin'],
  [
    AGAIN,
    'uudestaan uudestaankin uudelleen uudelleenkin toistekin jatkossakin vastakin vastaisuudessakin seuraavallakin toiste enää jatkossa',
  ],
  [
    VANISHES,
    'hävitä kadota haihtua karista hälvetä lakata laantua romuttua murskautua kumoutua häipyä helpottaa väistyä unohtua',
  ],
  [
    REWARDS,
    'palkita kloonata monistaa kopioida ylentää palkankorotus palkinto mitali kunniamerkki kunniamaininta patsas bonus muistomerkki malli',
  ],
  [ONLY, 'ainoa ainut'],
  [
    LEAVES,
    'vaihtaa lähteä siirtyä luopua pysyä jäädä muualle muualla muualta muuhun muulle muille yksityiselle',
  ],
  [THANKS, 'kiitos kiitti kiitokset suurkiitos'],
  [
    GETS,
    'saada tulla löytyä löytää antaa luvata varata myöntää järjestyä järjestää päästä vastata korjata hyväksyä tilata käydä',
  ],
]

/** Bits of words, by rows of a bit and its words. */
export const bitsOf = (rows: readonly (readonly [number, string])[]): ReadonlyMap<string, number> => {
  const bits = new Map<string, number>()
  for (const [bit, words] of rows)
    for (const word of listOf(words)) bits.set(word, (bits.get(word) ?? 0) | bit)
  return bits
}

const byForm = bitsOf(forms)
const byLemma = bitsOf(lemmas)

/** @param own whether its verb is of the first person */
export const cuesOf = (form: string, lemma: string, own: boolean): number =>
  (own ? OWN : 0) |
  (byForm.get(form) ?? 0) |
  (byLemma.get(lemma) ?? 0) |
  (form === lemma ? 0 : (byLemma.get(form) ?? 0))

/** The first place from `first` to `last` with one of the cues, or -1. */
export function cueAt({ seen }: View, first: number, last: number, cue: number): number {
  for (let i = first; i < last; i += 1) if (((seen[i] as Seen).cues & cue) !== 0) return i
  return -1
}
