/**
 * Inflection classes of data/swedish, after Svenska Akademiens grammatik (SAG 2, declensions; SAG 2, conjugations).
 * Each function gives the forms of a lemma in the order singular, definite, plural, definite plural; or infinitive,
 * present, past, supine, participle.
 */

export function nounForms(lemma: string, kind: string): readonly string[] {
  const bare = lemma.slice(0, -1)
  switch (kind) {
    case 'n1':
      return [lemma, `${lemma}n`, `${bare}or`, `${bare}orna`]
    case 'n2':
      if (lemma.endsWith('e')) return [lemma, `${lemma}n`, `${bare}ar`, `${bare}arna`]
      // bro, by, sjö: only -n after a vowel.
      return /[aiouyåäö]$/.test(lemma)
        ? [lemma, `${lemma}n`, `${lemma}ar`, `${lemma}arna`]
        : [lemma, `${lemma}en`, `${lemma}ar`, `${lemma}arna`]
    case 'n2e': {
      const short = lemma.slice(0, -2) + lemma.slice(-1)
      return [lemma, `${lemma}n`, `${short}ar`, `${short}arna`]
    }
    case 'n3':
      return [lemma, `${lemma}en`, `${lemma}er`, `${lemma}erna`]
    case 'n3v':
      return lemma.endsWith('e')
        ? [lemma, `${lemma}n`, `${lemma}r`, `${lemma}rna`]
        : [lemma, `${lemma}n`, `${lemma}er`, `${lemma}erna`]
    case 'n5':
      return [lemma, `${lemma}n`, lemma, `${bare}na`]
    case 't4':
      return [lemma, `${lemma}t`, `${lemma}n`, `${lemma}na`]
    case 't5e': {
      const short = lemma.slice(0, -2) + lemma.slice(-1)
      return [lemma, `${short}et`, lemma, `${short}en`, `${lemma}et`]
    }
    case 't3':
      return [lemma, `${lemma}et`, `${lemma}er`, `${lemma}erna`]
    default:
      return [lemma, `${lemma}et`, lemma, `${lemma}en`]
  }
}

/** Infinitive, present, past, supine, past participle. */
export function verbForms(infinitive: string, kind: string): readonly string[] {
  const stem = infinitive.slice(0, -1)
  if (kind === 'v1')
    return [infinitive, `${infinitive}r`, `${infinitive}de`, `${infinitive}t`, `${infinitive}d`]
  if (kind === 'v3')
    return [infinitive, `${infinitive}r`, `${infinitive}dde`, `${infinitive}tt`, `${infinitive}dd`]
  if (kind === 'v2b') {
    if (/[^aeiouyåäö]t$/.test(stem)) return [infinitive, `${stem}er`, `${stem}e`, stem, stem]
    return [infinitive, `${stem}er`, `${stem}te`, `${stem}t`, `${stem}t`]
  }
  // glömma, känna, hända: the stem loses its second m or n, and d after a consonant, before -de and -t.
  const short = /(?:mm|nn)$/.test(stem) || /[^aeiouyåäö]d$/.test(stem) ? stem.slice(0, -1) : stem
  const present = kind === 'v2r' ? stem : `${stem}er`
  return [infinitive, present, `${short}de`, `${short}t`, `${short}d`]
}

/** Neuter (also the adverb) and plural of a regular adjective. */
export function adjectiveForms(base: string): { neuter: string; plural: string; comparable: boolean } {
  if (/..[aeiouyåäö]?ad$/.test(base) && base.length > 4)
    return { neuter: `${base.slice(0, -1)}t`, plural: `${base}e`, comparable: false }
  const plural = /(?:sam|som|[dtr]om|dum|rum)$/.test(base) ? `${base}ma` : `${base}a`
  let neuter = `${base}t`
  if (/[aeiouyåäö]d$/.test(base)) neuter = `${base.slice(0, -1)}tt`
  else if (/[^aeiouyåäö]d$/.test(base)) neuter = `${base.slice(0, -1)}t`
  else if (/nn$/.test(base)) neuter = `${base.slice(0, -1)}t`
  else if (/[^aeiouyåäö]t$/.test(base) || base.endsWith('tt')) neuter = base
  return { neuter, plural, comparable: true }
}

/** Forms of a past participle (talad, köpt, byggd, skriven) other than the base. */
export function participleForms(base: string): readonly string[] {
  if (base.endsWith('ad')) return [`${base.slice(0, -1)}t`, `${base}e`]
  if (base.endsWith('en')) return [`${base.slice(0, -1)}t`, `${base.slice(0, -2)}na`]
  if (base.endsWith('dd')) return [`${base.slice(0, -2)}tt`, `${base}a`]
  return base.endsWith('d') ? [`${base.slice(0, -1)}t`, `${base}a`] : [`${base}a`]
}
