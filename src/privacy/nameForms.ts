/*
 * Names are few and their endings fewer: a form is cut at every Finnish case ending (VISK § 81) and clitic
 * (VISK § 131) that it could have, and what is left is looked up among the stems of names. This needs no
 * reader, so that names in Finnish cases are found in a text of any language, and ambiguous words too
 * ("Toivon" is a verb to the reader).
 */

/** Case of a name form as far as its ending tells: `local` ones speak of a place as well as of a person. */
export type NameCase = 'nominative' | 'genitive' | 'partitive' | 'person' | 'local'

export interface NameStem {
  stem: string
  case: NameCase
}

const endings: readonly (readonly [ending: string, of: NameCase])[] = [
  ['n', 'genitive'],
  ['lla', 'person'],
  ['llä', 'person'],
  ['lta', 'person'],
  ['ltä', 'person'],
  ['lle', 'person'],
  ['ksi', 'person'],
  ['na', 'person'],
  ['nä', 'person'],
  ['ta', 'partitive'],
  ['tä', 'partitive'],
  ['a', 'partitive'],
  ['ä', 'partitive'],
  ['ssa', 'local'],
  ['ssä', 'local'],
  ['sta', 'local'],
  ['stä', 'local'],
]

const vowels = 'aeiouyäöå'

/** Stems that a lower-case form could be of, by its endings; the bare form first. */
export function nameStems(form: string): NameStem[] {
  const out: NameStem[] = [{ stem: form, case: 'nominative' }]
  for (const [ending, of] of endings)
    if (form.length > ending.length + 1 && form.endsWith(ending))
      out.push({ stem: form.slice(0, -ending.length), case: of })
  const last = form.at(-2) ?? ''
  if (form.endsWith('n') && form.length > 4 && vowels.includes(last)) {
    // Toivoon, Virtaseen; Maihin.
    if (form.at(-3) === last || form.at(-3) === 'h') out.push({ stem: form.slice(0, -2), case: 'local' })
    if (form.at(-3) === 'h' && form.at(-4) === last) out.push({ stem: form.slice(0, -3), case: 'local' })
  }
  return out
}

const clitics = ['kin', 'kaan', 'kään', 'ko', 'kö', 'kohan', 'köhän', 'han', 'hän', 'pa', 'pä']

/** A form with and without each clitic it could carry. */
export function withoutClitics(form: string): string[] {
  const out = [form]
  for (const clitic of clitics)
    if (form.length > clitic.length + 2 && form.endsWith(clitic)) out.push(form.slice(0, -clitic.length))
  return out
}

/** Stems that need not be listed: Virtanen : Virtase- : Virtas-; Ahlgren : Ahlgreni-. */
export function impliedStems(lemma: string): string[] {
  if (lemma.endsWith('nen')) return [lemma, `${lemma.slice(0, -3)}se`, `${lemma.slice(0, -3)}s`]
  return vowels.includes(lemma.slice(-1)) ? [lemma] : [lemma, `${lemma}i`]
}
