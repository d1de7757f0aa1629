import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { sentimentTexts } from '../../data/build/sentiment.js'
import { loadEnglish } from '../../src/english/index.js'
import { loadFinnish } from '../../src/finnish/index.js'
import { createDocument, type LanguageReader } from '../../src/language/index.js'
import { createAssessor, readTables } from '../../src/sentiment/index.js'
import { loadSwedish } from '../../src/swedish/index.js'
import type { SupportedLanguage } from '../../src/types.js'

const rules = createAssessor(
  readTables(sentimentTexts((name) => readFileSync(`data/sentiment/${name}.tsv`, 'utf8'))),
)
let readers: Partial<Record<SupportedLanguage, LanguageReader>>

beforeAll(async () => {
  readers = { fi: await loadFinnish(), sv: await loadSwedish(), en: await loadEnglish() }
})

const reading = (text: string, language: SupportedLanguage) =>
  rules.reading(createDocument(text, { readers, language }), 'general')

const byRules = (text: string, language: SupportedLanguage): string => reading(text, language).whole.label

/** What each rule of how Swedish and English clauses bear on each other decides, and beside it what it leaves alone. */
const examples: readonly [rule: string, language: SupportedLanguage, text: string, label: string][] = [
  ['what was feared did not come', 'en', 'I was afraid the scan would hurt. It did not.', 'positive'],
  ['or did', 'en', 'I was afraid the scan would hurt. It did.', 'negative'],
  ['in Swedish', 'sv', 'Jag var rädd för att sprutan skulle göra ont. Det gjorde den inte.', 'positive'],
  ['what was hoped for', 'sv', 'Jag hoppades på hjälp. Jag fick ingen.', 'negative'],
  ['and came', 'en', 'I hoped for help. I got it.', 'positive'],
  [
    'what was expected yields to what came',
    'sv',
    'Jag väntade mig en sur chef. Hon var ljuvlig.',
    'positive',
  ],
  ['either way', 'en', 'I expected a lovely room. It was filthy.', 'negative'],
  [
    'what the other was is no expectation',
    'en',
    'I thought the nurse was lovely. The doctor was rude.',
    'mixed',
  ],
  ['a promise kept', 'sv', 'De lovade att ringa. De ringde.', 'positive'],
  ['and broken', 'en', 'They promised to ring. They did not.', 'negative'],
  ['a promise that nothing would be', 'en', 'They promised I would not be left alone. I was.', 'negative'],
  ['time has gone by', 'en', 'They promised to ring. That was two weeks ago.', 'negative'],
  ['something else came', 'en', 'We asked for a private room and got a bed in the hall.', 'negative'],
  ['what was feared in vain', 'sv', 'Jag oroade mig för narkosen i onödan.', 'positive'],
  ['and with reason', 'en', 'I dreaded the needle, and with good reason.', 'negative'],
  ['a fear that is gone', 'en', 'My fear vanished when she spoke.', 'positive'],
  ['and one that grew', 'sv', 'Min rädsla växte när hon talade.', 'negative'],
  ['mockery at a colon', 'en', 'Splendid service: nobody answers the phone.', 'negative'],
  ['two things at a comma', 'en', 'Nice building, lousy signs.', 'mixed'],
  ['glad of blame', 'en', 'How nice to wait three hours.', 'negative'],
  ['thanks for harm', 'sv', 'Tack för att ni tappade bort mina papper.', 'negative'],
  ['a cause of harm', 'sv', 'Tack vare slarvet hamnade jag på sjukhus.', 'neutral'],
  ['put aside', 'sv', 'Bemötandet var snarare kyligt än varmt.', 'negative'],
  ['instead of harm', 'en', 'Instead of a scolding I got a hug.', 'positive'],
  ['in the place of the denied', 'sv', 'Inte dålig utan utmärkt vård.', 'positive'],
  ['without', 'sv', 'Jag fick inte god vård utan remiss.', 'negative'],
  ['not only', 'en', 'It was not only dirty but also cold.', 'negative'],
  ['failing at it', 'en', 'The nurse failed to be kind.', 'negative'],
  ['never failing', 'sv', 'Skötaren misslyckades aldrig med att vara vänlig.', 'positive'],
  ['leaving undone', 'sv', 'De lät bli att berätta om biverkningarna.', 'negative'],
  ['how soon a harm came', 'sv', 'Min operation avbokades samma dag.', 'negative'],
  ['nothing else', 'en', 'The only thing that worked was the coffee machine.', 'negative'],
  ['the only one who did', 'en', 'The only doctor who listened to me.', 'positive'],
  ['until something came', 'sv', 'Vården var god tills den nya ägaren kom.', 'mixed'],
  ['how long somebody stayed', 'en', 'She was kind until I slept.', 'positive'],
  ['of half', 'en', 'Half of them are angels.', 'mixed'],
  ['only a short wait', 'en', 'Great, only a day in the queue.', 'positive'],
  ['who waits for the writer', 'en', 'The doctor was waiting for me.', 'neutral'],
  ['others think otherwise', 'sv', 'Grannen skäller på stället. Jag tycker det är utmärkt.', 'positive'],
  [
    'after who thinks so',
    'sv',
    'Enligt tidningen är avdelningen dålig. Jag blev väl omhändertagen.',
    'positive',
  ],
  ['those who complain', 'en', "I don't know why people complain about this place.", 'positive'],
  ['rightly', 'sv', 'Förstår mycket väl varför folk klagar på akuten.', 'negative'],
  ['then and now', 'en', 'The previous doctor was icy, the new one is wonderful.', 'positive'],
  ['not long ago', 'sv', 'Ännu för ett år sedan fick man god vård här.', 'negative'],
  ['what did not matter', 'en', "The answer came late, but that didn't matter.", 'positive'],
  ['what did not help', 'sv', 'Han var artig, men det hjälpte föga.', 'negative'],
  ['what may be so', 'en', 'The doctor may be skilled, but he is rude.', 'negative'],
  ['what was replaced', 'en', 'My appointment was cancelled, but I quickly got a new one.', 'positive'],
  ['the writer’s own trouble', 'en', 'Although I was late I was met with a smile.', 'positive'],
  ['the fault of others', 'en', 'Although they were rude I was met with a smile.', 'mixed'],
  ['a reward for somebody', 'en', 'She should get a medal.', 'positive'],
  ['the same for all', 'sv', 'Jag önskar att alla fick lika god vård.', 'positive'],
  ['the same for the writer', 'sv', 'Jag önskar att jag fick lika god vård.', 'negative'],
  ['to come again', 'en', 'I would gladly come back.', 'positive'],
  ['or not', 'sv', 'Jag skulle inte gå dit igen.', 'negative'],
  ['to keep somebody', 'sv', 'Jag skulle inte byta läkare för något pris.', 'positive'],
  ['what is to go on', 'sv', 'Hoppas ni fortsätter så här.', 'positive'],
  ['what harm would have come', 'en', "If the nurse hadn't noticed, I would still be in pain.", 'positive'],
  ['by its verb first', 'sv', 'Hade inte skötaren märkt det hade jag legat där än.', 'positive'],
  ['a good thing lost', 'sv', 'Jag tappade förtroendet för mottagningen.', 'negative'],
  ['and kept', 'sv', 'Jag har förtroende för mottagningen.', 'positive'],
  ['others hate it', 'en', 'My sister hates the place, but I have only had good care.', 'positive'],
  ['the staff hate it', 'en', 'The nurse hates the place, but I have only had good care.', 'mixed'],
  ['a denial after its subject', 'sv', 'Där trivdes jag inte.', 'negative'],
  ['a denial that ends', 'en', 'They were not arrogant but helpful.', 'positive'],
  [
    'vainly, in a sentence of its own',
    'en',
    'Everyone had scared me about it. Quite needlessly.',
    'positive',
  ],
  ['nobody would and all did', 'en', "I didn't think anyone would have time. They all did.", 'positive'],
  ['recommending', 'sv', 'Jag skulle rekommendera er till vem som helst.', 'positive'],
  ['not recommending', 'sv', 'Jag skulle inte rekommendera er till någon.', 'negative'],
  ['if only all were so', 'en', 'If only all doctors were like this one!', 'positive'],
  ['if only she had', 'en', 'If only the nurse had listened!', 'negative'],
  ['the third time', 'en', 'Marvellous, the third time the same form.', 'negative'],
  ['owed to somebody', 'sv', 'Utan hemvården hade pappa hamnat på institution.', 'positive'],
  ['the only good thing', 'sv', 'Det enda positiva var kaffet.', 'negative'],
  ['worth it', 'sv', 'Väntan var lång, men det var den värd.', 'positive'],
  ['lost and got anew', 'sv', 'Remissen försvann, men jag fick en ny redan nästa dag.', 'positive'],
  ['too much of it', 'en', 'The room was too warm.', 'negative'],
  ['what could not be more', 'en', "Couldn't have gone smoother.", 'positive'],
  ['a wish to know', 'en', 'I would like to know whether the vaccine is free.', 'neutral'],
  ['at once', 'en', 'Lovely nurse: she listens at once.', 'positive'],
]

test.each(examples)('%s (%s): %s', (_, language, text, label) => {
  expect(byRules(text, language)).toBe(label)
})

/** What was to be at a time, and when it was. */
const delays: readonly [language: SupportedLanguage, text: string, label: string][] = [
  ['fi', 'Kutsussa kello 9, sisään kello 11.40.', 'negative'],
  ['fi', 'Aika oli kello 9 ja pääsin kello 9.05 sisään.', 'neutral'],
  ['fi', 'Aika oli puoli yhdeksältä. Kello kymmenen istuin yhä käytävässä.', 'negative'],
  ['fi', 'Kirurgin oli määrä soittaa maanantaina. Nyt on torstai.', 'negative'],
  ['fi', 'Soittoaika on perjantaina, nyt on keskiviikko.', 'neutral'],
  ['fi', 'Sanottiin, että lasku tulee viikossa. Kolmas viikko menossa.', 'negative'],
  ['sv', 'Enligt kallelsen klockan åtta. Kvart i elva fick jag komma in.', 'negative'],
  ['sv', 'De sa att svaret kommer inom en vecka. Det har gått fem.', 'negative'],
  ['en', 'My appointment was at nine. I was called in at 10.30.', 'negative'],
]

test.each(delays)('delays (%s): %s', (language, text, label) => {
  expect(byRules(text, language)).toBe(label)
})

/** Questions asked without their mark. */
const asked: readonly [language: SupportedLanguage, text: string, asks: boolean][] = [
  ['fi', 'mistä saan kopion kertomuksesta', true],
  ['fi', 'Voiko ajan perua netissä', true],
  ['fi', 'Hei, onko huolto teillä', true],
  ['fi', 'Kuinka pitkään haavaa pitää suojata', true],
  ['fi', 'Kuinka kauniisti he puhuvat isälle', false],
  ['fi', 'Missä tahansa käyn, teillä on paras väki', false],
  ['fi', 'Mikä ihana hoitaja', false],
  ['sv', 'kan jag byta hälsocentral mitt i året', true],
  ['sv', 'Hur länge gäller remissen', true],
  ['sv', 'Jag undrar om ni har öppet.', true],
  ['sv', 'När jag var orolig satt skötaren kvar', false],
  ['sv', 'Vad fint ni tog hand om mamma', false],
  ['sv', 'Kan man inte betala får man vänta', false],
  ['en', 'Where do I send the form', true],
  ['en', 'Which entrance is nearest', true],
  ['en', 'can I get the letter by email', true],
  ['en', 'When I panicked she held my hand', false],
  ['en', 'What a lovely nurse', false],
  ['en', 'Have the doctor read the notes', false],
]

test.each(asked)('asks without a mark (%s): %s', (language, text, asks) => {
  expect(reading(text, language).clauses[0]?.question).toBe(asks)
})

/** Questions that ask for no answer, and such as do. */
const thrown: readonly [language: SupportedLanguage, text: string, label: string][] = [
  ['fi', 'Näinkö teillä kohdellaan muistisairasta?', 'negative'],
  ['fi', 'Montako kertaa sama asia pitää selittää eri ihmisille?', 'negative'],
  ['fi', 'Montako kertaa viikossa siitä pitää soittaa?', 'neutral'],
  ['fi', 'Kuka päätti sulkea kerhon?', 'negative'],
  ['fi', 'Kuka varaa ajan?', 'neutral'],
  ['sv', 'Är det så här man behandlar gamla?', 'negative'],
  ['sv', 'Är det här jag anmäler mig?', 'neutral'],
  ['sv', 'Hur många gånger ska jag behöva ringa?', 'negative'],
  ['en', 'Is this how you treat old people?', 'negative'],
  ['en', 'Is this how I book?', 'neutral'],
  ['en', 'How hard can it be to call back?', 'negative'],
  ['en', 'Should it really take half a year?', 'negative'],
  ['en', 'How can you send her home at night?', 'negative'],
  ['en', 'How can I renew it?', 'neutral'],
  ['en', 'Do you call this care?', 'negative'],
  ['en', 'Does anybody ever read these?', 'negative'],
  ['en', 'Does anybody there speak Swedish?', 'neutral'],
]

test.each(thrown)('asks for no answer or does (%s): %s', (language, text, label) => {
  expect(byRules(text, language)).toBe(label)
})

/** Answers to what should improve: what says nothing of it, and what does. */
const abstaining: readonly [language: SupportedLanguage, text: string, label: string][] = [
  ['en', "I wouldn't know, I was abroad.", 'neutral'],
  ['en', "The doctor wouldn't say why.", 'negative'],
  ['en', 'Hard to judge after a single day.', 'neutral'],
  ['sv', 'Minns inte riktigt längre.', 'neutral'],
  ['sv', 'Har egentligen ingen åsikt om saken.', 'neutral'],
  ['sv', 'Ingen vet hur länge det tar.', 'negative'],
  ['sv', 'Personalen hade ingen aning.', 'negative'],
  ['en', 'I only came to drop off a sample.', 'neutral'],
  ['en', 'I only got a leaflet.', 'negative'],
  ['sv', 'Jag var bara där för att hämta ett papper.', 'neutral'],
]

test.each(abstaining)('has nothing to say or has (%s): %s', (language, text, label) => {
  expect(rules.reading(createDocument(text, { readers, language }), 'improve').whole.label).toBe(label)
})

test('what is granted first needs no comma', () => {
  const links = (text: string, language: SupportedLanguage) =>
    createDocument(text, { readers, language }).clauses.map(({ link }) => link)
  expect(links('Även om de hade bråttom lät de mig tala till punkt.', 'sv')).toEqual([
    'concession',
    undefined,
  ])
  expect(links('Although I was late I was met with a smile.', 'en')).toEqual(['concession', undefined])
  expect(links('Even the nurses were kind, they said hello.', 'en')).toEqual(['concession', 'coordination'])
})

test.each([
  ['course-pairs-sv-en.tsv', 60, 0.83],
  ['fresh/course-sv-en.tsv', 30, 0.6],
] as const)('both sides of pairs of clauses that bear on each other: %s', (name, size, floor) => {
  const rows = readFileSync(`test/golden/sentiment/${name}`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t') as [SupportedLanguage, string, string, string, string, string])
  for (const language of ['sv', 'en'] as const) {
    const own = rows.filter(([code]) => code === language)
    const right = own.filter(
      ([, , a, labelA, b, labelB]) => byRules(a, language) === labelA && byRules(b, language) === labelB,
    )
    expect(own).toHaveLength(size)
    expect(right.length / own.length).toBeGreaterThanOrEqual(floor)
  }
})
