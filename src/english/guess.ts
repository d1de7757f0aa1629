import { type FormTable, readingOf } from '../language/formTable.js'
import type { WordReading } from '../language/word.js'

// Stems after which a silent -e fell before -ing and -ed: -ate, -ize, -ise, -ive, -ure, -uce, -udge, -ple ...
const DROPPED_E =
  /(?:[^eo]at|iz|is|yz|[aeiou]v|ur|ir|uc|nc|rc|dg|rg|ng|eg|ag|pl|bl|tl|dl|gl|ul|rs|ns|us|os|ut|ud|id|ic|ac|ap|[^aeiou][io]n|lv|rv|qu|[^ao]u)$/
// One short syllable (vot-, fil-, trad-): with its own final letter it would have doubled.
const SHORT_SYLLABLE = /^[^aeiouy]{1,3}[aeiou][bcdfgklmnprstvz]$/
const DOUBLED = /([bdgmnprt])\1$/
const NOUN = /(?:tion|sion|ment|ness|ity|ship|ance|ence|ism|ist|hood|logy|ery|ologist|ician)$/
const ADJECTIVE = /(?:ful|less|ous|able|ible|ive|ical|ish|al|ic)$/

/** Readings of a word outside the lexicon, by its ending; the lexicon decides where a stem is known. */
export function guessEnglish(form: string, lexicon: FormTable): WordReading {
  if (form.length > 40 || form.length < 4) return asIs(form)
  if (form.endsWith("'s") || form.endsWith("s'")) return lookUp(form.replace(/'s?$/, ''), lexicon)
  if (form.endsWith('ing')) return fromParticiple(form, form.slice(0, -3), lexicon, 'ing')
  if (form.endsWith('ied')) return readingOf(`${form.slice(0, -3)}y`, 'verb', { tense: 'past' }, 'guess')
  if (form.endsWith('ed') && !form.endsWith('eed'))
    return fromParticiple(form, form.slice(0, -2), lexicon, 'ed')
  if (form.endsWith('ies') && form.length > 4) return plural(`${form.slice(0, -3)}y`)
  if (/(?:ss|x|z|ch|sh)es$/.test(form)) return plural(form.slice(0, -2))
  if (form.endsWith('s') && !/(?:ss|us|is|'s)$/.test(form)) return plural(form.slice(0, -1))
  return asIs(form)
}

function plural(lemma: string): WordReading {
  return readingOf(lemma, 'noun', { number: 'plural' }, 'guess')
}

function lookUp(form: string, lexicon: FormTable): WordReading {
  return lexicon.get(form)?.[0] ?? asIs(form)
}

function fromParticiple(form: string, stem: string, lexicon: FormTable, ending: 'ing' | 'ed'): WordReading {
  const features = ending === 'ing' ? ({ form: 'presentParticiple' } as const) : ({ tense: 'past' } as const)
  if (!/[aeiouy]/.test(stem)) return asIs(form)
  const single = DOUBLED.test(stem) ? stem.slice(0, -1) : undefined
  for (const base of [stem, `${stem}e`, single])
    if (base !== undefined && lexicon.has(base)) return readingOf(base, 'verb', features, 'derivation')
  const base = single ?? (DROPPED_E.test(stem) || SHORT_SYLLABLE.test(stem) ? `${stem}e` : stem)
  return readingOf(base, 'verb', features, 'guess')
}

function asIs(form: string): WordReading {
  if (form.endsWith('ly') && form.length > 4) return readingOf(form, 'adverb', {}, 'guess')
  if (form.length > 5 && NOUN.test(form)) return readingOf(form, 'noun', {}, 'guess')
  if (form.length > 5 && ADJECTIVE.test(form)) return readingOf(form, 'adjective', {}, 'guess')
  return readingOf(form, 'unknown', {}, 'identity')
}
