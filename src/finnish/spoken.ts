/**
 * Spoken and dialectal spellings rewritten towards the standard (VISK § 38-40, § 112): each rule gives forms
 * that count only if the lexicon knows them.
 */
const endings: readonly [RegExp, readonly string[]][] = [
  // kauheeta, nopee, korkeet; halvempii, asioit; taloo, hommoo
  [/ee(t|n|s|st|lt|l|ks|ta|tä|lla|llä|lle|ssa|ssä|sta|stä|na|nä)?$/, ['ea$1', 'eä$1']],
  [/ii$/, ['ia', 'iä']],
  [/oo$/, ['oa', 'ua']],
  [/öö$/, ['öä', 'yä']],
  [/uu$/, ['ua']],
  [/yy$/, ['yä']],
  [/ee$/, ['eä', 'ea']],
  // A lost final -n, -a, -t, -i: kotii, talos, kaupast, autol, varmaks
  [/([aeiouyäö])\1$/, ['$1$1n']],
  [/([aeiouyäö])$/, ['$1n', '$1t']],
  [/s$/, ['ssa', 'ssä', 'si']],
  [/st$/, ['sta', 'stä', 'sti']],
  [/l$/, ['lla', 'llä', 'lle']],
  [/lt$/, ['lta', 'ltä']],
  [/ks$/, ['ksi']],
  [/t$/, ['ta', 'tä']],
  [/n$/, ['na', 'nä', 'ni']],
  // The question clitic -ks, -k: onks, tuleeks
  [/ks$/, ['ko', 'kö']],
  [/ki$/, ['kin']],
  [/kaa$/, ['kaan']],
  [/kää$/, ['kään']],
  [/(mme)$/, ['$1']],
  [/imma$/, ['imme']],
  [/imm[aä]$/, ['imme']],
  [/tt[aä]?$/, ['tte']],
]

const inner: readonly [RegExp, string][] = [
  // punanen, semmonen, kirjottaa: the i of an unstressed diphthong
  [/([^aeiouyäö])([aoäö])(nen|s[eit]|st|sii|set|sen)/, '$1$2i$3'],
  [/([^aeiouyäö])([aoäö])(tt|ts|t|n)([aeiouyäö])/, '$1$2i$3$4'],
  [/([^aeiouyäö])([oö])(nt|ntu|ttu|tti)/, '$1$2i$3'],
  // kattoo, mettä, ittensä: tt for ts
  [/tt/, 'ts'],
  // meijän, tehä, kaheksan, lähen: the weak grade of t
  [/([aeiouyäö])j([aeiouyäö])/, '$1d$2'],
  [/h([aeiouyäö])/, 'hd$1'],
  [/([aeou])([aeiouyäö])/, '$1d$2'],
  [/([iyäö])([aeouäö])/, '$1d$2'],
  // Foreign letters written Finnish: kännykkä; bussi, pussi are words of their own
  [/ä/, 'e'],
  [/v/, 'w'],
]

/** Standard spellings that the form could stand for, each once, the form itself never; a bounded number. */
export function spokenVariants(word: string): string[] {
  const out = new Set<string>()
  for (const [pattern, replacements] of endings)
    if (pattern.test(word))
      for (const replacement of replacements) out.add(word.replace(pattern, replacement))
  for (const [pattern, replacement] of inner) {
    if (!pattern.test(word)) continue
    const changed = word.replace(pattern, replacement)
    out.add(changed)
    // Two habits often meet in one word: punasta, kirjotettii.
    for (const [ending, replacements] of endings)
      if (out.size < 48 && ending.test(changed))
        for (const tail of replacements) out.add(changed.replace(ending, tail))
  }
  out.delete(word)
  return [...out]
}

const dots: Record<string, string> = { a: 'ä', o: 'ö' }

/** Spellings with the dots that a foreign keyboard left out: hyvaa -> hyvää, hammaslaakari -> hammaslääkäri. */
export function dottedVariants(word: string): string[] {
  if (!/[ao]/.test(word) || word.length < 3) return []
  const front = (text: string) => text.replace(/[ao]/g, (vowel) => dots[vowel] ?? vowel)
  const out = new Set<string>([front(word)])
  // A compound may mix back and front parts.
  for (let at = 3; at < word.length - 2 && at < 24; at++) {
    out.add(word.slice(0, at) + front(word.slice(at)))
    out.add(front(word.slice(0, at)) + word.slice(at))
  }
  out.delete(word)
  return [...out]
}

/** Letters doubled or left single by the thumb: each run of like letters made one shorter or longer. */
export function letterVariants(word: string): string[] {
  const out = new Set<string>()
  const calm = word.replace(/(.)\1{2,}/g, '$1$1')
  if (calm !== word) {
    out.add(calm)
    out.add(word.replace(/(.)\1{2,}/g, '$1'))
  }
  for (let at = 0; at < word.length && at < 24; at++) {
    if (word[at] === word[at + 1]) out.add(word.slice(0, at) + word.slice(at + 1))
    else if (at > 0 && word[at] !== word[at - 1]) out.add(word.slice(0, at + 1) + word.slice(at))
  }
  out.delete(word)
  return [...out]
}

/** Neighbours swapped, or one letter too many. */
export function editVariants(word: string): string[] {
  const out = new Set<string>()
  for (let at = 0; at < word.length && at < 24; at++) {
    if (at > 0) out.add(word.slice(0, at) + word.slice(at + 1))
    if (at + 1 < word.length)
      out.add(word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2))
  }
  out.delete(word)
  return [...out]
}
