import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { sentimentTexts } from '../../data/build/sentiment.js'
import { loadFinnish } from '../../src/finnish/index.js'
import { createDocument, type LanguageReader } from '../../src/language/index.js'
import { createAssessor, readTables } from '../../src/sentiment/index.js'

const rules = createAssessor(
  readTables(sentimentTexts((name) => readFileSync(`data/sentiment/${name}.tsv`, 'utf8'))),
)
let fi: LanguageReader

beforeAll(async () => {
  fi = await loadFinnish()
})

const byRules = (text: string): string =>
  rules.reading(createDocument(text, { readers: { fi }, language: 'fi' }), 'general').whole.label

/** What each rule of how clauses bear on each other decides, and beside it what it must leave alone. */
const examples: readonly [rule: string, text: string, label: string][] = [
  ['what harm would have come', 'Ilman teitä olisin jäänyt yksin.', 'positive'],
  ['but not without one’s own', 'Ilman omaa sitkeyttäni olisin jäänyt ilman hoitoa.', 'negative'],
  ['a reward for somebody', 'Tuo hoitaja pitäisi kloonata joka osastolle.', 'positive'],
  ['but an example elsewhere', 'Teidän pitäisi ottaa mallia naapurikaupungista.', 'negative'],
  ['the same for all', 'Juuri näin potilasta pitäisi kohdella.', 'positive'],
  ['or for nobody', 'Näin ei saisi kohdella ketään.', 'negative'],
  ['to come again', 'Synnyttäisin täällä milloin vain uudelleen.', 'positive'],
  ['or not', 'En valitsisi tätä klinikkaa uudelleen.', 'negative'],
  ['to have come earlier', 'Olisinpa tullut teille aikaisemmin.', 'positive'],
  ['a likeness is no wish', 'Minua kohdeltiin kuin olisin kuninkaallinen.', 'positive'],
  ['nor is a purpose', 'Hoitaja soitti etukäteen, jottei tarvitsisi tulla turhaan.', 'positive'],
  ['a thing of the trade is asked for', 'Pyytäisin todistuksen työnantajalle.', 'neutral'],
  ['but not with a complaint', 'Haluaisin joskus ajan samalle lääkärille.', 'negative'],
  ['what was thought and what came', 'Toivoin apua. En saanut.', 'negative'],
  ['and did come', 'Toivoin apua. Sain sitä.', 'positive'],
  ['something else came', 'Pyysin apua ja sain lehtisen.', 'negative'],
  ['a promise kept', 'Luvattiin, että hoitaja soittaa. Soitti.', 'positive'],
  ['and broken', 'Luvattiin, että hoitaja soittaa. Ei soittanut.', 'negative'],
  ['feared in vain', 'Minua hirvitti koko leikkaus, ihan turhaan.', 'positive'],
  ['praised rightly', 'Tätä klinikkaa on kehuttu syystä.', 'positive'],
  ['the time it took is no expectation', 'Odotin kolme tuntia. Hoitaja oli lempeä.', 'mixed'],
  ['against a plan', 'Oli sovittu soitosta, ketään ei kuulunut.', 'negative'],
  ['what was to be', 'Piti olla helppo leikkaus.', 'negative'],
  ['what was got and lost', 'Minulle myönnettiin apuväline, mutta se katosi matkalla.', 'negative'],
  ['a quality stays', 'Hoitaja oli ystävällinen, mutta hidas.', 'mixed'],
  ['got too late', 'Apua tuli, mutta liian myöhään.', 'negative'],
  ['it did not matter', 'En saanut aikaa, mutta se ei haitannut.', 'positive'],
  ['it did not console', 'Lääkäri oli kokenut, mutta ei se paljon auttanut.', 'negative'],
  ['that was all', 'Ruoka oli lämmintä, mutta siinä kaikki hyvä.', 'negative'],
  [
    'what was is no more',
    'Minulla oli pahat ennakkoluulot, ne karisivat ensimmäisellä käynnillä.',
    'positive',
  ],
  ['what did not show', 'Hoitaja oli kokematon, mutta sitä ei olisi huomannut.', 'positive'],
  ['in spite of one’s own slip', 'Vaikka myöhästyin, minut otettiin vastaan hymyillen.', 'positive'],
  ['what may be so', 'Voi olla, että lääkäri oli taitava, mutta tapa puhua oli kamala.', 'negative'],
  ['others think otherwise', 'Moni haukkuu tätä lääkäriä. Minusta hän on loistava.', 'positive'],
  ['the only one who did', 'Jonotusmusiikki oli ainoa asia, joka toimi.', 'negative'],
  ['but the only doctor who did', 'Hän on ainoa lääkäri, joka kuunteli.', 'positive'],
  ['not long ago', 'Vielä kaksi vuotta sitten täällä sai hyvää hoitoa.', 'negative'],
  ['then and now', 'Entinen lääkäri oli töykeä, nykyinen on ihana.', 'positive'],
  ['nowhere else', 'Missä muualla saa näin hyvää palvelua?', 'positive'],
  ['high time', 'Milloin joku vihdoin korjaa hissin?', 'negative'],
  ['taken for granted', 'Kenelle kuuluu vastuu näin huonosta hoidosta?', 'negative'],
  ['a plain question', 'Koska ryhmä alkaa?', 'neutral'],
  ['glad of blame', 'Hienoa, että minutkin unohdettiin.', 'negative'],
  ['glad of good', 'Ihanaa, että kipu loppui.', 'positive'],
  ['what a colon tells', 'Upeaa palvelua: kukaan ei vastannut viikkoon.', 'negative'],
  ['a cause of thanks', 'Kiitos teidän, jouduin uuteen leikkaukseen.', 'negative'],
  ['a good one', 'Kiitos lääkärin, kipu on poissa.', 'positive'],
  ['formal thanks', 'Kiitos muistutuksesta, merkitsen ajan kalenteriin.', 'neutral'],
  ['what is recommended', 'Suosittelen menemään muualle.', 'negative'],
  ['to whatever degree it was so', 'Niin väsynyt kuin lääkäri olikin, hän jaksoi paneutua.', 'positive'],
  ['and of praise', 'Niin pirteä kuin lääkäri olikin, hän ei viitsinyt paneutua.', 'negative'],
  ['what others did', 'Siinä missä muut auttoivat, te käännytitte.', 'negative'],
  ['what was not done', 'Sen sijaan että olisi kuunnellut, lääkäri luennoi.', 'negative'],
  ['what came of the degree', 'Pistos annettiin niin hyvin, etten tiennyt mitään.', 'positive'],
  ['unlike a promise', 'Toisin kuin luvattiin, kyyti tuli yhdeksältä.', 'negative'],
  ['unlike a promise before it', 'Kyyti tuli yhdeksältä, toisin kuin luvattiin.', 'negative'],
  ['asked, and got something worse', 'Hain apua, sain läksytyksen.', 'negative'],
  ['what it was not', 'Lääkäri kuunteli minua, ei konetta.', 'positive'],
  ['unlike a fear', 'Toisin kuin pelkäsin, kyyti tuli kahdeksalta.', 'positive'],
  ['what was answered', 'Minulle vastattiin: "ei tämä meille kuulu".', 'negative'],
  ['what was explained', 'Selitettiin, ettei ole resursseja.', 'negative'],
  ['two opinions in a clause', 'Siskon mielestä tyly hoitaja, minusta aivan ihana.', 'positive'],
  ['the reverse opinion', 'Muiden mielestä hyvä hoitokoti, minusta aivan päinvastoin.', 'negative'],
  ['the reverse opinion by itself', 'Kaikki kehuivat lääkäriä. Minusta päinvastoin.', 'negative'],
  ['what was said, and what was so', 'Netissä haukuttiin, todellisuus oli toinen.', 'positive'],
  ['begged for in vain', 'Hoitaja oli hiljaa, vaikka anelin apua.', 'negative'],
  ['a wrong belief', 'Luulin, ettei kukaan auta, olin väärässä.', 'positive'],
  ['hoped for, and what came', 'Toivottiin tukea, saatiin esite.', 'negative'],
  ['one’s own slip, and no blame', 'Minä myöhästyin, eikä lääkäri moittinut.', 'positive'],
  ['an old and a new one', 'Vanha lääkäri kuunteli, uusi on tyly.', 'negative'],
  ['what may be the case', 'Jos päivä ei käy, sen voi siirtää verkossa.', 'neutral'],
  ['who waits for us', 'Pihassa hän odotti.', 'neutral'],
  ['owed to somebody, told first', 'Olisin luovuttanut, jollei ohjaaja olisi kannustanut.', 'positive'],
  ['but for the worse', 'Olisin jatkanut, jollei ohjaaja olisi lannistanut.', 'negative'],
  ['owed to a deed', 'Jos ette olisi auttaneet, en olisi enää täällä.', 'positive'],
  ['had one known', 'Jos olisin tiennyt, olisin tullut aiemmin.', 'positive'],
  ['one’s own question and its answer', 'Suosittelisinko? En.', 'negative'],
  ['an answer that denies blame', 'Kaduttaako? Ei yhtään.', 'positive'],
  ['a thought that was wrong', 'luulin et kukaan ei auta, olin väärässä', 'positive'],
  ['of good too', 'luulin et joku auttaa, olin väärässä', 'negative'],
  ['neither of the other', 'Hoidosta en valita, laskusta en liioin.', 'positive'],
  ['thanks for harm', 'Suurkiitos sotketuista näytteistä.', 'negative'],
  ['thanks for a deed that harmed', 'Kiitos, kun unohditte minut.', 'negative'],
  ['joy that a comma unmasks', 'Ai että kun oli mukavaa, lääkäri ei edes katsonut.', 'negative'],
  ['disbelief', 'joo varmaan oli yksilöllistä hoitoa, juu', 'negative'],
  ['a hope that somebody stays', 'Toivon, että hän jatkaa lääkärinäni.', 'positive'],
]

test.each(examples)('%s: %s', (_, text, label) => {
  expect(byRules(text)).toBe(label)
})

test('nearly all of the table of clauses that bear on each other', () => {
  const rows = readFileSync(resolve(import.meta.dirname, '../golden/sentiment/course-grammar.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .slice(1)
    .map((line) => line.split('\t'))
  expect(rows.length).toBeGreaterThan(400)
  const wrong = rows.filter(([, text = '', label]) => byRules(text) !== label)
  expect(wrong.length / rows.length).toBeLessThan(0.03)
})
