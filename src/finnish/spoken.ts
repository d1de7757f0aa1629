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
  [/([eouy]|[eoua]i|aa|ää|uu|yy)([aä])/, '$1d$2'],
  [/([aoäöuy])(e)/, '$1d$2'],
]

/**
 * Standard spellings that the form could stand for, each once, the form itself never; a bounded number.
 * `innerOnly` leaves the word's end alone; `alive` tells whether any stem goes on past a change inside the word.
 */
export function spokenVariants(
  word: string,
  innerOnly: boolean,
  alive: (variant: string) => boolean,
): string[] {
  const out: string[] = []
  const add = (variant: string) => {
    if (variant !== word && out.length < 40 && !out.includes(variant)) out.push(variant)
  }
  const ended = (text: string) => {
    for (const [pattern, replacements] of endings)
      if (pattern.test(text)) for (const replacement of replacements) add(text.replace(pattern, replacement))
  }
  if (!innerOnly) ended(word)
  for (const [pattern, replacement] of inner) {
    const changed = word.replace(pattern, replacement)
    if (changed === word || !alive(changed)) continue
    add(changed)
    // Two habits often meet in one word: punasta, kirjotettii.
    if (!innerOnly) ended(changed)
  }
  return out
}

const dots: Record<string, string> = { a: 'ä', o: 'ö' }

/** The word with the dots that a foreign keyboard left out: hyvaa -> hyvää. */
export function dotted(word: string): string {
  return word.replace(/[ao]/g, (vowel) => dots[vowel] ?? vowel)
}

/** Letters doubled or left single by the thumb: each run of like letters made one shorter or longer, up to a place. */
export function letterVariants(word: string, most: number): string[] {
  const out = new Set<string>()
  const calm = word.replace(/(.)\1{2,}/g, '$1$1')
  if (calm !== word) {
    out.add(calm)
    out.add(word.replace(/(.)\1{2,}/g, '$1'))
  }
  for (let at = 0; at < word.length && at <= most; at++) {
    if (word[at] === word[at + 1]) out.add(word.slice(0, at) + word.slice(at + 1))
    else if (at > 0 && word[at] !== word[at - 1]) out.add(word.slice(0, at + 1) + word.slice(at))
  }
  out.delete(word)
  return [...out]
}

/** Neighbours swapped, or one letter too many, up to a place. */
export function editVariants(word: string, most: number): string[] {
  const out = new Set<string>()
  for (let at = 0; at < word.length && at <= most; at++) {
    if (at > 0) out.add(word.slice(0, at) + word.slice(at + 1))
    if (at + 1 < word.length)
      out.add(word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2))
  }
  out.delete(word)
  return [...out]
}
