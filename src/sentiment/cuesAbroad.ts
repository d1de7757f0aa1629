import type { SupportedLanguage } from '../types.js'
import {
  bitsOf,
  FEARS,
  GETS,
  HABIT,
  HOPES,
  IT,
  JOY,
  MATTERS,
  MINE,
  OWN,
  PAST_TIME,
  PLANS,
  PRESENT_TIME,
  PROMISES,
  SAYS,
  SEEKS,
  THANKS,
  THEIRS,
  THINKS,
  VANISHES,
} from './cues.js'

/** The cues of cues.ts in Swedish and English, by form: what was thought beforehand stands in a past tense. */
const swedish: readonly (readonly [number, string])[] = [
  [
    FEARS,
    'skrämde skrämdes rädd rädda orolig oroliga fruktade befarade nervös oroade bävade varnade varnades varnad varnats',
  ],
  [HOPES, 'hoppades hoppats skröt'],
  [SEEKS, 'bad begärde sökte önskade'],
  [
    THINKS,
    'väntade väntat förväntade förväntat räknade räknat trodde trott inbillade antog beredd beredda förberedd inställd inställda',
  ],
  [PROMISES, 'lovade lovades lovat utlovades utlovade löfte löften garanterade garanterades försäkrade'],
  [SAYS, 'sa sade sades sagt höra besked påstod påstods meddelade hette'],
  [PLANS, 'skulle meningen tänkt bokad bokat avtalat avtalad beställt överenskommet berättade sade'],
  [THEIRS, 'enligt berömmer berömde prisar prisade skäller skällde klagar klagade kritiserar hyllar rosar'],
  [MINE, 'jag vi mig oss min mitt mina'],
  [OWN, 'jag vi'],
  [PAST_TIME, 'förr tidigare förut förra föregående gamla ännu'],
  [PRESENT_TIME, 'nu numera nuförtiden nya nuvarande idag'],
  [
    JOY,
    'toppen roligt kul fint fin trevligt härligt underbart bra snyggt strålande lysande utmärkt skönt jättebra',
  ],
  [THANKS, 'tack'],
  [GETS, 'fick få fått kom beviljades hittade erbjöds'],
  [IT, 'det den de dom'],
  [VANISHES, 'försvann släppte avtog lättade lade skingrades rann'],
  [MATTERS, 'gjorde gör störde stör spelade spelar roll värt värd värda hjälpte hjälper tröstade tröstar'],
  [HABIT, 'vanligtvis vanligen brukar oftast normalt sällan'],
]
const english: readonly (readonly [number, string])[] = [
  [FEARS, 'afraid scared worried feared dreaded nervous anxious dreading fearing terrified warned'],
  [HOPES, 'hoped hoping bragged boasted'],
  [SEEKS, 'asked requested begged'],
  [THINKS, 'expected expecting assumed imagined anticipated prepared braced believed'],
  [PROMISES, 'promised promise promises assured guaranteed'],
  [SAYS, 'told said says think thought claimed'],
  [PLANS, 'supposed meant booked arranged agreed scheduled ordered told'],
  [
    THEIRS,
    'according praises praised slates slated complain complains complained criticises criticizes criticised rave raves raved slag slags',
  ],
  [MINE, "i we me us my our i'm i've"],
  [OWN, 'i we'],
  [PAST_TIME, 'previous former used formerly previously old only last'],
  [PRESENT_TIME, 'now nowadays new current today'],
  [
    JOY,
    'great nice lovely splendid wonderful brilliant fantastic good marvellous excellent superb fine well charming amazing',
  ],
  [THANKS, 'thanks thank cheers'],
  [GETS, 'got get received given offered booked found came come'],
  [IT, 'it that they this'],
  [VANISHES, 'vanished disappeared melted faded evaporated eased lifted'],
  [MATTERS, 'matter mattered mind worth bother bothered helped help use console'],
  [HABIT, 'usually normally rarely seldom generally'],
]

const tables: Partial<Record<SupportedLanguage, ReadonlyMap<string, number>>> = {
  sv: bitsOf(swedish),
  en: bitsOf(english),
}

/** Cues of a Swedish or English word. */
export const cuesAbroad = (form: string, language: SupportedLanguage): number =>
  tables[language]?.get(form) ?? 0
