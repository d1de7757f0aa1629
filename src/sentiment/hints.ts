import type { SupportedLanguage } from '../types.js'
import { bitsOf } from './cues.js'
import type { Seen, View } from './view.js'

/**
 * Words on which hang the telling of delays, in all languages, and how Swedish and English clauses bear on each other, as
 * bits beside those of cues.ts: a rule looks for its bit before it looks for words.
 */
/** "Nyt". */
export const NOW = 1
/** "Kulunut", "menossa", "gått": time that has gone by. */
export const PASSES = 1 << 1
/** "Ollut", "waited": what has gone on. */
export const LASTS = 1 << 2
/** "Kertaa": what is counted is no time. */
export const TIMES = 1 << 3
/** "On", "is". */
export const IS = 1 << 4
/** Spans of time and numbers. */
export const COUNTS = 1 << 5
/** "Torstai". */
export const DAY = 1 << 6
/** What may be a time of the clock. */
export const CLOCK = 1 << 7
/** "Rather", "snarare", "instead", "utan", "not only": something is put aside. */
export const ASIDE = 1 << 8
/** "Failed", "only", "until", "lost", "waiting", "half": what is said is limited. */
export const LIMITS = 1 << 9
/** "Should", "would", "wish", "without", "if": something is not so. */
export const UNREAL = 1 << 10
/** "Why". */
export const WHY = 1 << 11
/** "Fear", "värk": what is felt may go away. */
export const DREAD = 1 << 12
/** "May", "säkert". */
export const HEDGES = 1 << 13
/** "Hates", "älskar". */
export const JUDGES = 1 << 14
/** "Wonder", "know". */
export const WONDERS = 1 << 15
/** "Say", "opinion", "above": who denies these has nothing to say. */
export const ABSTAINS = 1 << 16
/** A Swedish or English word. */
export const ABROAD = 1 << 17
/** "Mistä", "voiko", "kan", "where": what opens a question, marked or not. */
export const QUERY = 1 << 18
/** "Kutsussa", "kallelsen", "the letter": what tells when something is. */
export const TIMED = 1 << 19

const weeks = [
  'maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai',
  'måndag tisdag onsdag torsdag fredag lördag söndag',
  'monday tuesday wednesday thursday friday saturday sunday',
]
const hours =
  'yksi yhdeltä kahdelta kolmelta neljältä viideltä kuudelta seitsemältä kahdeksalta yhdeksältä kymmeneltä yhdeltätoista kahdeltatoista yhdeksän yksitoista kaksitoista ett nio elva tolv one nine eleven twelve'
const numbers =
  'kaksi kolme neljä viisi kuusi seitsemän kahdeksan kymmenen två tre fyra fem sex sju åtta tio two three four five six seven eight ten'
const spans =
  'tunti minuutti päivä viikko kuukausi vuosi aamu ilta yö timme minut dag vecka månad år hour minute day week month year hours days weeks months years kolmas neljäs viides kuudes toinen tredje fjärde femte third fourth fifth'

/** Of delays, by lemma or form, whatever the language. */
const ofDelays = bitsOf([
  [NOW, 'nyt nu now'],
  [PASSES, 'mennyt kulunut menossa gått'],
  [LASTS, 'ollut odotettu odottanut been väntat waited'],
  [TIMES, 'kertaa gånger times'],
  [IS, 'on är is has har'],
  [COUNTS, `${spans} ${numbers}`],
  [CLOCK, `${hours} ${numbers}`],
  [DAY, weeks.join(' ')],
])
const figure = /^\d+\.?$/
const digits = /^\d{1,2}(?:[.:]\d{2})?$/

const finnish = bitsOf([
  [
    TIMED,
    'kutsussa kutsun kirjeessä kirjeen esitteen ajanvarauksessa aika aikani soittoaika soittoaikani vastaanottoaika leikkausaika määrä tarkoitus',
  ],
  [
    QUERY,
    'mikä mitä missä mistä mihin minne milloin millon koska kosk kuka ketkä kenelle keneltä kenen ketä miten miksi miks paljonko kauanko montako kuinka moneltako kumpi kumpaan millä mille miltä näinkö',
  ],
])
const swedish = bitsOf([
  [TIMED, 'kallelsen kallelse brevet tiden broschyren'],
  [
    QUERY,
    'var vart när hur vad vem vilken vilket vilka varför kan får ska skall behöver måste har är finns kostar gäller kunde skulle vill tar går räcker jag vi tycker anser kallar läser lyssnar bryr',
  ],
  [ASIDE, 'snarare hellre stället istället utan bara enbart'],
  [
    LIMITS,
    'misslyckas misslyckades misslyckats låter lät låtit enda tills hälften tappade tappat förlorade förlorat miste mist väntar väntade vänta bara endast samma genast direkt',
  ],
  [UNREAL, 'borde skulle förtjänar måste bör önskar hoppas kommer om tänk utan hade'],
  [WHY, 'varför'],
  [
    DREAD,
    'rädsla rädslan oro oron ångest ångesten smärta smärtan smärtor smärtorna värk värken nervositet nervositeten',
  ],
  [HEDGES, 'må säkert kanske visserligen möjligen antagligen sannolikt'],
  [JUDGES, 'hatar avskyr älskar gillar ogillar berömmer klagar svär rekommenderar skäller'],
  [WONDERS, 'undrar veta'],
  [
    ABSTAINS,
    'vet säga uttala bedöma jämföra minns åsikt aning kommentar kommentarer ovan föregående synpunkter',
  ],
])
const english = bitsOf([
  [TIMED, 'letter leaflet appointment invitation website slot'],
  [
    QUERY,
    'where when how what who which why whose do does did can could may should is are was am will must have has would i we',
  ],
  [ASIDE, 'rather instead less only just merely'],
  [
    LIMITS,
    'fail fails failed failing only until half lost lose losing loses wait waiting waited just same straight once immediately',
  ],
  [
    UNREAL,
    "should deserve deserves ought must wish hope would i'd we'd will i'll we'll wouldn't won't without if",
  ],
  [WHY, 'why'],
  [DREAD, 'fear fears anxiety worry worries nerves pain pains'],
  [HEDGES, 'maybe perhaps probably possibly surely undoubtedly doubt may might'],
  [
    JUDGES,
    'hates hate loves love likes like dislikes praises complains complain swears recommends recommended',
  ],
  [WONDERS, 'wonder wondering know'],
  [
    ABSTAINS,
    'know say comment comments judge compare remember opinion idea clue view above previous suggestions',
  ],
])

const tables: Record<SupportedLanguage, ReadonlyMap<string, number>> = {
  fi: finnish,
  sv: swedish,
  en: english,
}

/** Bits of a word. */
export const hintsOf = (form: string, lemma: string, language: SupportedLanguage): number =>
  (ofDelays.get(form) ?? ofDelays.get(lemma) ?? 0) |
  (figure.test(form) ? COUNTS : 0) |
  (digits.test(form) ? CLOCK : 0) |
  (language === 'fi' ? 0 : ABROAD) |
  (tables[language].get(form) ?? 0)

/** Whether a word from `first` to `last` has one of the hints. */
export function holdsHint({ seen }: View, first: number, last: number, hint: number): boolean {
  for (let i = first; i < last; i += 1) if (((seen[i] as Seen).hints & hint) !== 0) return true
  return false
}

/** The day of the week that a lemma names, from 0, or -1. */
export const dayOfWeek = (lemma: string): number => days.get(lemma) ?? -1
const days: ReadonlyMap<string, number> = new Map(
  weeks.flatMap((week) => week.split(' ').map((day, place) => [day, place] as const)),
)
