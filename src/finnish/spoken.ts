/**
 * Spoken and dialectal spellings rewritten towards the standard (VISK § 38-40, § 112): each rule gives forms
 * that count only if the lexicon knows them. What a rule looks for in any case stands first: most are passed over by it.
 */
const endings: readonly [last: string, pattern: RegExp, replacements: readonly string[]][] = [
  // kauheeta, nopee, korkeet; halvempii, asioit; taloo, hommoo
  ['etnslaä', /ee(t|n|s|st|lt|l|ks|ta|tä|lla|llä|lle|ssa|ssä|sta|stä|na|nä)?$/, ['ea$1', 'eä$1']],
  ['i', /ii$/, ['ia', 'iä']],
  ['o', /oo$/, ['oa', 'ua']],
  ['ö', /öö$/, ['öä', 'yä']],
  ['u', /uu$/, ['ua']],
  ['y', /yy$/, ['yä']],
  ['e', /ee$/, ['eä', 'ea']],
  // A lost final -n, -a, -t, -i: kotii, talos, kaupast, autol, varmaks
  ['aeiouyäö', /([aeiouyäö])\1$/, ['$1$1n']],
  ['s', /s$/, ['ssa', 'ssä', 'si']],
  ['t', /st$/, ['sta', 'stä', 'sti']],
  ['l', /l$/, ['lla', 'llä', 'lle']],
  ['t', /lt$/, ['lta', 'ltä']],
  ['s', /ks$/, ['ksi']],
  ['t', /t$/, ['ta', 'tä']],
  ['n', /n$/, ['na', 'nä', 'ni']],
  // The question clitic -ks, -k: onks, tuleeks
  ['s', /ks$/, ['ko', 'kö']],
  ['i', /ki$/, ['kin']],
  ['a', /kaa$/, ['kaan']],
  ['ä', /kää$/, ['kään']],
  ['a', /imma$/, ['imme']],
  ['aä', /imm[aä]$/, ['imme']],
  ['taä', /tt[aä]?$/, ['tte']],
]

const inner: readonly [holds: string, pattern: RegExp, replacement: string][] = [
  // punanen, semmonen, kirjottaa: the i of an unstressed diphthong
  ['', /([^aeiouyäö])([aoäö])(nen|s[eit]|st|sii|set|sen)/, '$1$2i$3'],
  ['', /([^aeiouyäö])([aoäö])(tt|ts|t|n)([aeiouyäö])/, '$1$2i$3$4'],
  ['', /([^aeiouyäö])([oö])(nt|ntu|ttu|tti)/, '$1$2i$3'],
  // kattoo, mettä, ittensä: tt for ts
  ['tt', /tt/, 'ts'],
  // meijän, tehä, kaheksan, lähen: the weak grade of t
  ['j', /([aeiouyäö])j([aeiouyäö])/, '$1d$2'],
  ['h', /h([aeiouyäö])/, 'hd$1'],
  ['', /([eouy]|[eoua]i|aa|ää|uu|yy)([aä])/, '$1d$2'],
  ['e', /([aoäöuy])(e)/, '$1d$2'],
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
    for (const [last, pattern, replacements] of endings)
      if (last.includes(text.charAt(text.length - 1)) && pattern.test(text))
        for (const replacement of replacements) add(text.replace(pattern, replacement))
  }
  if (!innerOnly) ended(word)
  for (const [holds, pattern, replacement] of inner) {
    if (!word.includes(holds)) continue
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
