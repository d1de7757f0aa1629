import type { LanguageGuess } from '../types.js'
import { detectLanguage } from './detect.js'

// Languages spoken in Finland by more than about a thousand people (Statistics Finland, population by language)
// and their neighbors; franc may answer only with these. ISO 639-3 -> 639-1, or 639-3 where there is none.
const NAMES: Readonly<Record<string, string>> = {
  fin: 'fi',
  swe: 'sv',
  eng: 'en',
  rus: 'ru',
  est: 'et',
  arb: 'ar',
  som: 'so',
  ckb: 'ku',
  kmr: 'ku',
  pes: 'fa',
  prs: 'fa',
  als: 'sq',
  cmn: 'zh',
  vie: 'vi',
  tha: 'th',
  tur: 'tr',
  spa: 'es',
  deu: 'de',
  fra: 'fr',
  ukr: 'uk',
  pol: 'pl',
  ron: 'ro',
  ita: 'it',
  por: 'pt',
  nld: 'nl',
  dan: 'da',
  nob: 'nb',
  nno: 'nn',
  hun: 'hu',
  bos: 'bs',
  hrv: 'hr',
  srp: 'sr',
  hin: 'hi',
  urd: 'ur',
  ben: 'bn',
  npi: 'ne',
  tam: 'ta',
  tel: 'te',
  tgl: 'tl',
  swh: 'sw',
  amh: 'am',
  tir: 'ti',
  lit: 'lt',
  lav: 'lv',
  lvs: 'lv',
  ell: 'el',
  bul: 'bg',
  ces: 'cs',
  slk: 'sk',
  jpn: 'ja',
  kor: 'ko',
  heb: 'he',
  pbu: 'ps',
  sin: 'si',
  ind: 'id',
}
const OURS: ReadonlySet<string> = new Set(['fi', 'sv', 'en'])
// Below this franc guesses more than it knows (design: 50 characters).
const SHORTEST = 50
const SURE = 0.98
const LETTERS = /\p{L}/gu

/**
 * A detector that names languages other than Finnish, Swedish and English too, on texts of 50 characters and
 * more (franc, imported when this is called). Shorter texts, and texts that franc cannot tell, stay `und`.
 * The answer's confidence for such a language is 0.5..1: how clearly franc preferred it.
 * `guess` is the answer of `detectLanguage`, where it is at hand already.
 *
 * @example (await loadLanguageDetector())('Добрый день, спасибо большое за хорошее обслуживание!').code // 'ru'
 */
export async function loadLanguageDetector(): Promise<
  (text: string, guess?: LanguageGuess) => LanguageGuess
> {
  const { francAll } = await import('franc')
  const only = Object.keys(NAMES)
  return (text, guess = detectLanguage(text)) => {
    if (typeof text !== 'string' || text.length < SHORTEST) return guess
    if (OURS.has(guess.code) && guess.confidence >= SURE) return guess
    // francs's own sample of a long text; two thousand characters are plenty and bound the work.
    const sample = text.slice(0, 2000)
    if ((sample.match(LETTERS)?.length ?? 0) < SHORTEST / 2) return guess
    const [first, second] = francAll(sample, { only })
    const code = first === undefined ? undefined : NAMES[first[0]]
    if (code === undefined) return guess
    if (OURS.has(code)) return guess.code === 'und' ? { code, confidence: 0.5 } : guess
    const lead = 1 - (second?.[1] ?? 0)
    return { code, confidence: Math.min(1, Math.round((0.5 + 2 * lead) * 100) / 100) }
  }
}
