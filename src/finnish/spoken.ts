/**
 * Spoken and dialectal spellings rewritten towards the standard: each rule gives forms
 * that count only if the lexicon knows them. The letters that a word must end in stand first.
 */
type EndingRule = readonly [last: string, pattern: RegExp, replacements: readonly string[]]
const endings: readonly EndingRule[] = [
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

/** Rules by the letter that the word ends in. */
const endingsByLetter = new Map(
  Array.from('aeiouyäöklnst', (letter): [string, readonly EndingRule[]] => [
    letter,
    endings.filter(([last]) => last.includes(letter)),
  ]),
)

// What a rule for the inside of words looks for in any case (`hintsOf`).
const unstressed = 1
const hiatus = 2
const beforeE = 4
const doubleT = 8
const withJ = 16
const withH = 32

const inner: readonly [hint: number, pattern: RegExp, replacement: string][] = [
  // punanen, semmonen, kirjottaa: the i of an unstressed diphthong
  [unstressed, /([^aeiouyäö])([aoäö])(nen|s[eit]|st|sii|set|sen)/, '$1$2i$3'],
  [unstressed, /([^aeiouyäö])([aoäö])(tt|ts|t|n)([aeiouyäö])/, '$1$2i$3$4'],
  [unstressed, /([^aeiouyäö])([oö])(nt|ntu|ttu|tti)/, '$1$2i$3'],
  // kattoo, mettä, ittensä: tt for ts
  [doubleT, /tt/, 'ts'],
  // meijän, tehä, kaheksan, lähen: the weak grade of t
  [withJ, /([aeiouyäö])j([aeiouyäö])/, '$1d$2'],
  [withH, /h([aeiouyäö])/, 'hd$1'],
  [hiatus, /([eouy]|[eoua]i|aa|ää|uu|yy)([aä])/, '$1d$2'],
  [beforeE, /([aoäöuy])(e)/, '$1d$2'],
]

/** Which rules for the inside of words could hold: a quick look that says no to most. */
function hintsOf(word: string): number {
  let hints = 0
  let before = ''
  for (let at = 0; at < word.length; at++) {
    const letter = word.charAt(at)
    switch (letter) {
      case 'a':
      case 'ä':
        if (before !== '' && 'eouyiaä'.includes(before)) hints |= hiatus
        if (isUnstressed(word, at, before)) hints |= unstressed
        break
      case 'o':
      case 'ö':
        if (isUnstressed(word, at, before)) hints |= unstressed
        break
      case 'e':
        if (before !== '' && 'aoäöuy'.includes(before)) hints |= beforeE
        break
      case 't':
        if (before === 't') hints |= doubleT
        break
      case 'j':
        hints |= withJ
        break
      case 'h':
        hints |= withH
        break
    }
    before = letter
  }
  return hints
}

function isUnstressed(word: string, at: number, before: string): boolean {
  if (before === '' || 'aeiouyäö'.includes(before)) return false
  const next = word.charCodeAt(at + 1)
  // n, s, t
  return next === 110 || next === 115 || next === 116
}

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
    for (const [, pattern, replacements] of endingsByLetter.get(text.charAt(text.length - 1)) ?? [])
      if (pattern.test(text)) for (const replacement of replacements) add(text.replace(pattern, replacement))
  }
  if (!innerOnly) ended(word)
  const hints = hintsOf(word)
  for (const [hint, pattern, replacement] of inner) {
    if ((hints & hint) === 0) continue
    const changed = word.replace(pattern, replacement)
    if (changed === word || !alive(changed)) continue
    add(changed)
    // Two habits often meet in one word: punasta, kirjotettii.
    if (!innerOnly) ended(changed)
  }
  return out
}

/** The word with the dots that a foreign keyboard left out: hyvaa -> hyvää. */
export function dotted(word: string): string {
  return word.replaceAll('a', 'ä').replaceAll('o', 'ö')
}
