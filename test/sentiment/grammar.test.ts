import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { sentimentTexts } from '../../data/build/sentiment.js'
import { loadFinnish } from '../../src/finnish/index.js'
import { createDocument, type LanguageReader } from '../../src/language/index.js'
import { type Analyzer, createAnalyzer } from '../../src/pipeline.js'
import { createAssessor, readTables } from '../../src/sentiment/index.js'

const tables = readTables(sentimentTexts((name) => readFileSync(`data/sentiment/${name}.tsv`, 'utf8')))
const rules = createAssessor(tables)
let fi: LanguageReader
let analyzer: Analyzer

beforeAll(async () => {
  fi = await loadFinnish()
  analyzer = await createAnalyzer()
})

const byRules = (text: string): string =>
  rules.reading(createDocument(text, { readers: { fi }, language: 'fi' }), 'general').whole.label

/** What each rule of grammar decides, and beside it what it must leave alone. */
const examples: readonly [rule: string, text: string, label: string][] = [
  ['what stands in the place of the denied is not denied', 'Ei loistavaa vaan huonoa palvelua.', 'negative'],
  ['nor is what a verb says after a comma', 'Vaikkei aikaa ollut varattu, pääsin heti hoitoon.', 'positive'],
  ['a denied comparative with "voida" tops all', 'Ei voisi ystävällisempää väkeä olla.', 'positive'],
  ['so does one of blame', 'Ei voisi töykeämpää väkeä olla.', 'negative'],
  ['so does a perfect', 'En ole mukavampaa hoitajaa tavannut.', 'positive'],
  ['so does a comparative before the denial', 'Ystävällisempää väkeä ei ole.', 'positive'],
  ['but not "ei sen parempi"', 'Hoito ei ole sen parempaa.', 'negative'],
  ['thanks for nothing but blame', 'Kiitos kun pilasitte päiväni.', 'negative'],
  ['thanks for help stay thanks', 'Kiitos kun autoitte.', 'positive'],
  ['what is only pretended', 'Hoitaja muka auttoi.', 'negative'],
  ['distress amid which help came', 'Isän kuollessa saimme kiitettävää hoitoa.', 'positive'],
  ['distress by its time', 'Vaikeuksien keskellä saimme kiitettävää hoitoa.', 'positive'],
  ['a noun and what its phrase says', 'Inhimillisyys loisti poissaolollaan.', 'negative'],
  ['a verb of praise in the conditional is a wish', 'Selkokielinen ohje auttaisi.', 'negative'],
  ['one of one’s own is not', 'Suosittelisin tätä lääkäriä.', 'positive'],
  ['an abessive in a phrase', 'Lupaus jäi pitämättä.', 'negative'],
  ['what was hoped for', 'Odotin lämpimämpää vastaanottoa.', 'negative'],
  ['a wish for everybody', 'Pääsisipä jokainen tuonne.', 'positive'],
  ['a wish for oneself', 'Pääsisipä joskus tuonne.', 'negative'],
  ['a negation of the main clause', 'En usko, että hoito auttaa.', 'negative'],
  ['two negations', 'En voi sanoa, ettei hoito auttanut.', 'positive'],
  ['others’ disbelief is not the writer’s', 'Lääkäri ei uskonut, että minulla on kova särky.', 'negative'],
  ['what is told without belief', 'Väittivät, että hoitoni oli hyvää.', 'negative'],
  ['an indirect question', 'Lääkäri selvitti hienosti, mistä kipu johtuu.', 'positive'],
  ['praise of the past', 'Ennen täällä oli hyvä palvelu.', 'negative'],
  ['but not of what came before something', 'Ennen leikkausta sain hyvää hoitoa.', 'positive'],
  ['parts of a list judge apart', 'Nopea palvelu, kalliit hinnat.', 'mixed'],
  ['too much of a good thing', 'Hoitaja oli liiankin kiltti.', 'positive'],
  ['an intensifier in a phrase', 'Ihan hirveän ystävällinen vastaanotto.', 'positive'],
  ['a question of what could not be', 'Voiko huonompaa hoitoa ollakaan?', 'negative'],
  ['a fact that nobody had to bring about', 'En osallistunut ryhmään.', 'neutral'],
  ['but not what one did not get', 'En päässyt ryhmään.', 'negative'],
  ['what is not yet', 'Tulokset eivät ole vielä valmiit.', 'neutral'],
  ['but not what still is not', 'Tulokset eivät ole vieläkään valmiit.', 'negative'],
  ['who did not come along', 'Lapsi ei ollut mukana.', 'neutral'],
  ['one’s own act, whatever an entry says', 'En vastannut soittoon.', 'neutral'],
  ['"ilman" tells how, where one gets in', 'Ilman ajanvarausta saa rokotteen.', 'neutral'],
  ['but not what was done without', 'Toimenpide tehtiin ilman puudutusta.', 'negative'],
  ['what is lacking but for one thing', 'Ei tästä puutu kuin punainen matto.', 'positive'],
  ['what was not felt', 'Pistos ei edes tuntunut.', 'positive'],
  ['nowhere else', 'En halua muualle.', 'positive'],
  ['whom not to let go', 'Älkää päästäkö tätä hoitajaa lähtemään.', 'positive'],
  ['whom not to let in', 'Älkää päästäkö tätä hoitajaa tänne.', 'negative'],
  ['who tells others not to fear', 'Älkää hätäilkö.', 'positive'],
  ['so with "ei kannata"', 'Ei kannata jännittää.', 'positive'],
  ['what ought not to be, is', 'Potilasta ei saisi unohtaa käytävälle.', 'negative'],
  ['thanks after a denial', 'Aikaa ei siirretty, kiitos joustavan hoitajan.', 'positive'],
  ['a nominative after a denied partitive', 'Ei ruuhkaa, ystävällinen vastaanotto.', 'positive'],
  ['all there is', 'Käynnistä ei jäänyt kuin hyvä mieli.', 'positive'],
  ['all there is, of blame', 'Käynnistä ei jäänyt kuin paha mieli.', 'negative'],
  ['a harm that nobody treated', 'Haavaani ei puhdistettu.', 'negative'],
  ['a harm that did not come', 'Kipua ei ollut.', 'positive'],
  ['a harm in a local case', 'Riskeistä ei kerrottu.', 'negative'],
  ['praise that was not taken away', 'Hoitaja ei unohtanut ystävällisyyttä.', 'positive'],
  ['a cause is not denied', 'En kärsinyt hyvän hoidon ansiosta.', 'positive'],
  ['what never was so bad', 'Koskaan aiemmin ei ole kohdeltu näin tylysti.', 'negative'],
  ['asked to be kept', 'Älkää antako yksikön kuolla.', 'positive'],
  ['what could not be more', 'Enpä olisi voinut olla tyytyväisempi.', 'positive'],
  ['what cannot be too much', 'Hoitajaa ei voi liikaa kehua.', 'positive'],
  ['"tuskin" tops too', 'Tuskin parempaa lääkäriä on olemassa.', 'positive'],
  ['"ei vain … vaan" denies nothing', 'Ei pelkästään lääkäri vaan koko osasto oli tyly.', 'negative'],
  ['what is put in the place of the denied decides', 'Lääkäri ei ole hyvä vaan erinomainen.', 'positive'],
  ['the spoken "vaan" within a denial', 'Reseptiä ei vaan tullut.', 'negative'],
  ['"ilman muuta" is no praise beside blame', 'Ilman muuta moitin teitä.', 'negative'],
  ['a denial that holds blame', 'En kuullut pahaa sanaa.', 'positive'],
  ['a denial that holds praise', 'En tuntenut oloani turvalliseksi.', 'negative'],
  ['what is given up', 'Hoitaja lakkasi hymyilemästä.', 'negative'],
  ['what one is spared', 'Säästyin turhalta leikkaukselta.', 'positive'],
  ['what one had to do', 'Kaikesta piti huolehtia itse.', 'negative'],
  ['what one had no time for', 'Apu tuli ennen kuin ehdin huolestua.', 'positive'],
  ['not all of them', 'Kaikki hoitajat eivät olleet tylyjä.', 'mixed'],
  ['the rest is affirmed', 'En tykännyt ryhmästä, terapeutista kyllä.', 'mixed'],
  ['amazement wishes for nothing', 'En olisi arvannut, että tähystys voi olla noin helppo.', 'positive'],
  ['in spite of what', 'Kovasta kiireestä huolimatta lääkäri kuunteli.', 'positive'],
  ['a noun with a postposition is no object', 'Särky ei lakannut hoidosta huolimatta.', 'negative'],
  ['a verb of refusing denied', 'Minulta ei evätty hoitoa.', 'positive'],
  ['denied praise of another case', 'Vaivaan ei löytynyt apua.', 'negative'],
  ['what was not made sure', 'Hoitaja lähti varmistamatta, että pärjään.', 'negative'],
  ['nobody in particular cannot say', 'Ei voi sanoa, että olisin tyytymätön.', 'positive'],
  ['help unasked', 'Sain lisää kipulääkettä pyytämättä.', 'positive'],
  ['what was awaited', 'Odotin saarnaa, mutta sain kannustusta.', 'positive'],
  ['what was awaited and did not come', 'Luulin hoitoa turhaksi, vaan toisin kävi.', 'positive'],
  ['at first and in the end', 'Aluksi hoitaja tuntui tylyltä, mutta lopulta hän oli ihana.', 'positive'],
  ['then and now', 'Ennen jonotettiin tunti, nyt pääsee heti.', 'positive'],
  ['arrived and left', 'Tulin hymyillen ja lähdin itkien.', 'negative'],
  ['hardly had one sat down', 'Tuskin ehdin istua, kun jo kutsuttiin.', 'positive'],
  ['a second denial goes on', 'Lääkäri oli rauhallinen eikä korottanut ääntään.', 'positive'],
  ['an ellipsis denies', 'Päivällä vastattiin todella ystävällisesti, yöllä ei.', 'mixed'],
  ['the writer’s own', 'Oma vikani, mutta ihanasti autoitte.', 'positive'],
  ['what holds of all, and here', 'En pidä sairaaloista, mutta tänne tulisin uudestaankin.', 'positive'],
  ['what is regretted is lost', 'Harmi vain, että hyvä lääkäri lähti.', 'negative'],
  ['owed to somebody', 'Jos hoitaja ei olisi tullut, olisin kaatunut.', 'positive'],
  ['the same for everybody', 'Toivon, että kaikki saavat tällaista kohtelua.', 'positive'],
  ['nothing grand, but', 'Ei se mikään hotelli ole, mutta hoito on ensiluokkaista.', 'positive'],
  ['a list goes on under its denial', 'Vastaanotto ei ollut ystävällinen, nopea eikä osaava.', 'negative'],
  ['the copula alone affirms', 'Ruoka ei ollut hyvää, henkilökunta oli.', 'mixed'],
  ['what cannot be enough', 'En voi kyllin kiittää.', 'positive'],
  ['what is lacking', 'Hoitajalta puuttui kärsivällisyyttä.', 'negative'],
  [
    'a segment without a verb is not denied',
    'Eivät vältelleet vastuuta, suora ja reilu porukka.',
    'positive',
  ],
  ['nor one with a verb of its own', 'Enää ei itketä joka ilta, terapia auttaa.', 'positive'],
  ['a denial apart from what is judged', 'Osastolla ei ollut vessaa, palvelu loistavaa.', 'mixed'],
  ['what was rare is now', 'Harvoin olen itkenyt verikokeessa, kamala hoitaja.', 'negative'],
  ['rare that', 'On harvinaista, että puheluun jätetään vastaamatta.', 'positive'],
  ['not rare that', 'Ei ole harvinaista, että puheluun jätetään vastaamatta.', 'negative'],
  ['no day without', 'Ei mene päivääkään, etten kiroaisi tätä firmaa.', 'negative'],
  ['no night without a deed', 'Ei mennyt yötä, ettei joku olisi käynyt.', 'positive'],
  [
    'an unreal complement of what was not felt',
    'Missään vaiheessa ei ollut pelkoa, että minut jätettäisiin yksin.',
    'positive',
  ],
  ['one of praise', 'En muista, että kukaan olisi pyytänyt anteeksi.', 'negative'],
  ['one without graded words', 'Ei voi sanoa, että kaikkea olisi yritetty.', 'negative'],
  ['"etteikö" grants', 'En väitä, etteikö leikkaus onnistunut.', 'positive'],
  ['who cannot claim that not', 'En voi väittää, ettei minua autettu.', 'positive'],
  ['a comparative under a main clause', 'En usko, että parempaa kipupolia löytyy.', 'positive'],
  ['"tuskin" with what is found', 'Tuskin kehnompaa jalkahoitajaa löytyy.', 'negative'],
  ['nobody did a bad deed', 'Ehdin kertoa kaiken, eikä kukaan lyönyt luuria korvaan.', 'positive'],
  ['a manner denied', 'Tietoa ei annettu niukasti.', 'positive'],
  ['a state denied', 'Ruokaa ei saanut koskaan kylmänä.', 'positive'],
  ['neither the one nor the other', 'Palvelu ei ollut hyvää eikä huonoa.', 'neutral'],
  ['nor with "-kaan"', 'Käynti ei ollut huono, muttei hyväkään.', 'neutral'],
  ['but both of one sign', 'Ei apua eikä ohjeita.', 'negative'],
  ['a fact in the place of another', 'Aika ei ollut aamulla vaan iltapäivällä.', 'neutral'],
  ['a person in the place of another', 'En minä vaan hoitaja huomasi virheen ajoissa.', 'positive'],
  ['one whose work it is not', 'Ei teidän rasvanne vaan apteekin salva auttoi.', 'negative'],
  ['"vaan" after a comma', 'Minua ei hoputettu, vaan sain kertoa kaiken.', 'positive'],
  ['the spoken "vain" at the head', 'En vain ymmärtänyt sanaakaan.', 'negative'],
  [
    'what was not done before something else',
    'Kuski ei lähtenyt ennen kuin oli auttanut äidin sisään.',
    'positive',
  ],
  ['a wait until something', 'En saanut aikaa ennen kuin valitin.', 'negative'],
  ['what was lost', 'Menetin luottamuksen.', 'negative'],
  ['what was not lost', 'Hoitaja ei luopunut toivosta.', 'positive'],
  ['the object of what is given up', 'Ohjaaja lakkasi vaatimasta mahdottomia ja alkoi tukea.', 'positive'],
  ['somebody and what they gave up', 'Hoitaja lakkasi huutamasta.', 'positive'],
  ['seldomer than before', 'Apua saa entistä harvemmin.', 'negative'],
  ['a bad thing seldomer', 'Aikoja perutaan entistä harvemmin.', 'positive'],
  ['only one of many', 'Vain yksi hoitaja oli ystävällinen.', 'negative'],
  ['what nearly came about', 'Leikkaus melkein onnistui.', 'negative'],
  ['who cannot but do it', 'On mahdotonta olla kiittämättä tätä tiimiä.', 'positive'],
  ['what others did', 'Lääkäri onnistui siinä, missä muut epäonnistuivat.', 'positive'],
  ['even the unlikely one outdoes', 'Jopa siivooja oli kohteliaampi kuin ylilääkäri.', 'negative'],
  ['but not one of elsewhere', 'Täällä jopa siivooja on ystävällisempi kuin muualla lääkärit.', 'positive'],
  ['only the third', 'Vasta kolmas lääkäri keksi vian.', 'negative'],
  ['never before so bad', 'Ei ole ennen nähty näin sotkuista osastoa.', 'negative'],
  ['lacking what one wants', 'Lääkäri oli ammattitaitoa vailla.', 'negative'],
  ['an adjective that tells how much', 'Vaarallisen hyvää pullaa kanttiinissa.', 'positive'],
  ['an adverb that tells how much', 'Hirveästi apua tästä ryhmästä.', 'positive'],
  ['a bad thing that ended', 'Riitely loppui.', 'positive'],
  ['what somebody brought about', 'Hoitaja onnistui suututtamaan koko perheen.', 'negative'],
  ['what a thing is measured by', 'Mitä pahempi kipu, sitä nopeammin hoitaja tuli.', 'positive'],
  ['more than pleased', 'Enemmän kuin tyytyväinen.', 'positive'],
  ['found only at last', 'Lääkäri huomasi vian vasta lopuksi.', 'negative'],
  ['not the least of it', 'Kiireestä ei näkynyt merkkiäkään.', 'positive'],
  ['not the least of what is good', 'Ystävällisyydestä ei ollut tietoakaan.', 'negative'],
  ['what is not found decides', 'Huonoa sanaa en löydä.', 'positive'],
  ['not one', 'Ei yhden yhtä hymyä.', 'negative'],
  ['what the writer could not do', 'Kun en osannut täyttää lomaketta, hoitaja auttoi.', 'positive'],
  ['trust that was not there', 'En luottanut siihen, että hoito onnistuu.', 'negative'],
  ['what nobody believed', 'Kukaan ei uskonut, että olen kunnossa.', 'negative'],
  ['no wonder that', 'Ei ihme, että ihmiset kehuvat.', 'positive'],
  ['a topic of a denied predicate', 'Ystävällisyys ei ole osaston vahvuus.', 'negative'],
  ['what others would not have done', 'Kukaan muu ei olisi jaksanut kuunnella minua noin.', 'positive'],
  ['what is not forgotten', 'En unohda, miten rumasti minua kohdeltiin.', 'negative'],
  ['what there was no time for, of blame', 'En ehtinyt huolestua.', 'positive'],
  ['how readily something is done', 'Ohjaaja on kova kuuntelemaan.', 'positive'],
  ['and something bad', 'Ohjaaja on kova komentelemaan.', 'negative'],
  ['masters of something bad', 'Pompottelun mestarit.', 'negative'],
  ['anything but blame', 'Huone oli kaikkea muuta kuin ahdas.', 'positive'],
  ['what is done badly', 'Lääkäri on huono kuuntelemaan.', 'negative'],
  ['a bad thing done badly', 'Hoitaja oli hidas suuttumaan.', 'positive'],
  ['what is hard to do', 'Ohjeita oli vaikea ymmärtää.', 'negative'],
  ['what is hard to leave undone', 'On vaikea olla kiittämättä.', 'positive'],
  ['a superlative of the least likely', 'Pahimpanakin päivänä hoitajilta riitti hymyä.', 'positive'],
  ['and of praise', 'Parhaallakaan tahdolla en voi kehua.', 'negative'],
  ['the manner of a verb', 'Hoitaja kuunteli toisella korvalla.', 'negative'],
  ['what it was turned into', 'Tulokset selitettiin lääkärilatinaksi.', 'negative'],
  ['more of the same', 'Lisää tällaisia lääkäreitä.', 'positive'],
  ['in the place of what', 'Lääkäri antoi avun sijasta laskun.', 'negative'],
  ['in the place of blame', 'Sain syytösten sijasta myötätuntoa.', 'positive'],
  ['what it is unlike', 'Toisin kuin luvattiin, kukaan ei soittanut.', 'negative'],
  ['little of something good', 'Vähän apua.', 'negative'],
  ['less than something', 'Lääkäri oli vähemmän kuin kiinnostunut.', 'negative'],
  ['a thing agreed on', 'Ohjaaja unohti sovitun tapaamisen.', 'negative'],
  ['each of a list', 'Yksi hoitaja ihana, toinen kamala.', 'mixed'],
  ['each place of a list', 'Netissä tuskaa, paikan päällä ihanaa.', 'mixed'],
  ['a thing that adds', 'Turvapuhelin lisää varmuutta arkeen.', 'positive'],
  ['but more of it is asked for', 'Hoitajille lisää varmuutta.', 'negative'],
  ['a reward demanded', 'Antakaa tälle hoitajalle palkankorotus!', 'positive'],
  ['but not a lesson', 'Antakaa tälle hoitajalle käytöskurssi!', 'negative'],
  ['a compound that denies', 'Syntyi epäluottamus.', 'negative'],
  ['an adverb as it is spoken', 'Hoitaja vastasi ilkeesti.', 'negative'],
  ['"vielä" of degree', 'Tilat ovat hienot, ja hoito on vielä hienompaa.', 'positive'],
  ['tears nobody bore', 'Lapsen itkua ei siedetty.', 'negative'],
  ['what is had for nothing', 'Hoitoa saa rahatta.', 'neutral'],
  ['a denial in a list parts a phrase', 'Terapeutti kuunteli rauhassa minua, ei kelloa.', 'positive'],
  ['how the writer asked', 'Kysyin ystävällisesti, sain tylyn vastauksen.', 'negative'],
  ['a topic yields to what is said of it', 'Yöllä apu tuli vasta aamulla.', 'negative'],
]

test.each(examples)('%s: %s', (_, text, label) => {
  expect(byRules(text)).toBe(label)
})

describe('brief comments', () => {
  test.each([
    ['one clause says one thing', 'Lääkäri jopa soitti perään.', 'positive'],
    ['flat words are neutral', 'Sairaalan ruoka menetteli.', 'neutral'],
    ['so are flat phrases', 'Ryhmäterapia oli ihan jees.', 'neutral'],
    ['flat words after a denial are not', 'Ruoka ei ollut ok.', 'negative'],
    ['kind words alone are praise', 'Minulle vastattiin: "kyllä tämä meille kuuluu".', 'positive'],
    ['a wish to know is a question', 'Haluaisin tietää vastaanoton aukioloajat.', 'neutral'],
    ['clear rules count', 'Voiko huonompaa hoitoa ollakaan?', 'negative'],
  ])('%s: %s', (_, text, label) => {
    expect(analyzer.analyze(text).sentiment.label).toBe(label)
  })
})

describe('pairs of grammar, both sides', () => {
  const pairs = readFileSync(resolve(import.meta.dirname, '../golden/sentiment/pairs-grammar.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .slice(1)
    .map((line) => line.split('\t'))
  const shareBy = (labelOf: (text: string) => string): number =>
    pairs.filter(([, a = '', labelA, b = '', labelB]) => labelOf(a) === labelA && labelOf(b) === labelB)
      .length / pairs.length

  test('there are 250', () => {
    expect(pairs).toHaveLength(250)
  })

  test('the rules alone get 87 in a hundred', () => {
    expect(shareBy(byRules)).toBeGreaterThanOrEqual(0.88)
  })

  test('with the learnt part at least 75', () => {
    expect(shareBy((text) => analyzer.analyze(text).sentiment.label)).toBeGreaterThanOrEqual(0.84)
  })
})
