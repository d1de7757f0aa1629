import { type Gradation, strengthen, weaken } from './gradation.js'
import { comparative, consonantal, hame, siWord } from './nominal-consonant-stems.js'
import { type Base, cut, fill, type NominalStems, plus } from './nominal-slots.js'

export type { Base, NominalStems } from './nominal-slots.js'

/** Stems in -o, -u and e that stays (valo, palvelu, valtio, laatikko, nalle). */
function steady(
  lemma: string,
  letter: Gradation,
  kind: 'two' | 'three' | 'io' | 'kko',
  given?: string,
): NominalStems {
  const s: Base = [given ?? lemma, '']
  const w: Base = [weaken(s[0], letter), '']
  const short = kind === 'io' ? [] : [plus(s, 'jA')]
  const long = kind === 'two' ? [] : [plus(w, 'itA')]
  return fill({
    nom: [lemma, ''],
    weak: w,
    strong: s,
    par: [plus(s, kind === 'io' ? 'tA' : 'A')],
    plWeak: [plus(w, 'i')],
    plStrong: [plus(s, 'i')],
    plGen: [
      ...(kind === 'io' ? [] : [plus(s, 'jen')]),
      ...(kind === 'two' ? [] : [plus(w, 'iden'), plus(w, 'itten')]),
    ],
    plPar: [...short, ...long],
    plIll: kind === 'kko' ? [plus(s, 'ihin'), plus(w, 'ihin')] : [plus(s, 'ihin')],
  })
}

/** Loans in -i, and consonant-final loans that take it (risti, paperi, rock). */
function loanI(lemma: string, letter: Gradation, long: boolean): NominalStems {
  const full = lemma.endsWith('i') ? lemma : `${lemma}i`
  const s = cut(full, 1)
  const w = cut(weaken(full, letter), 1)
  return fill({
    nom: lemma === full ? [s, 'i'] : [lemma, ''],
    weak: [w, 'i'],
    strong: [s, 'i'],
    par: [[s, 'iA']],
    plWeak: [[w, 'ei']],
    plStrong: [[s, 'ei']],
    plGen: [
      [s, 'ien'],
      ...(long
        ? ([
            [s, 'eiden'],
            [s, 'eitten'],
          ] as const)
        : []),
    ],
    plPar: [[s, 'ejA'], ...(long ? ([[s, 'eitA']] as const) : [])],
    plIll: [[s, 'eihin']],
  })
}

/** Old i-words: ovi : oven, and those with a consonant stem besides (tiili, uni, pieni, toimi). */
function oldI(lemma: string, letter: Gradation, class_: number): NominalStems {
  const s = cut(lemma, 1)
  const w = cut(weaken(`${s}e`, letter), 1)
  // Stems in -mi have the consonant stem in -n: toimi : tointa.
  const c = s.endsWith('m') ? `${cut(s, 1)}n` : s
  // An i before the plural i melts into it only in vowel stems (moni : monia); nothing changes here.
  const short: Base[] = class_ === 7 ? [] : [[c, 'tA']]
  const par: Base[] = class_ === 7 ? [[s, 'eA']] : class_ === 25 ? [...short, [s, 'eA']] : short
  const ten: Base[] = class_ === 24 || class_ === 25 || class_ === 26 ? [[c, 'ten']] : []
  return fill({
    nom: [s, 'i'],
    weak: [w, 'e'],
    strong: [s, 'e'],
    par,
    plWeak: [[w, 'i']],
    plStrong: [[s, 'i']],
    plGen: class_ === 26 ? [...ten, [s, 'ien']] : [[s, 'ien'], ...ten],
    plPar: [[s, 'iA']],
    plIll: [[s, 'iin']],
    ...(class_ === 26 ? { bound: [[c, '']] } : {}),
  })
}

/** a-words: kala, koira, omena, kulkija, katiska, solakka. */
function aWord(lemma: string, letter: Gradation, class_: number): NominalStems {
  const a = lemma.slice(-1)
  const s = cut(lemma, 1)
  const w = cut(weaken(lemma, letter), 1)
  const common = { nom: [s, a], weak: [w, a], strong: [s, a], par: [[s, `${a}A`]] } as const
  if (class_ === 10)
    return fill({
      ...common,
      plWeak: [[w, 'i']],
      plStrong: [[s, 'i']],
      plGen: [[s, 'ien']],
      plPar: [[s, 'iA']],
      plIll: [[s, 'iin']],
    })
  if (class_ === 9)
    return fill({
      ...common,
      plWeak: [[w, 'Oi']],
      plStrong: [[s, 'Oi']],
      plGen: [[s, 'Ojen']],
      plPar: [[s, 'OjA']],
      plIll: [[s, 'Oihin']],
    })
  const oi: Base[] = [[w, 'Oi']]
  const shortI = class_ === 11
  const shortO = class_ === 11 || class_ === 13 || class_ === 14
  return fill({
    ...common,
    plWeak: shortI ? [[w, 'i'], ...oi] : oi,
    plStrong: shortI
      ? [
          [s, 'i'],
          [s, 'Oi'],
        ]
      : [[s, 'Oi']],
    plGen: [
      ...(shortI ? ([[s, 'ien']] as const) : []),
      [w, 'Oiden'],
      [w, 'Oitten'],
      ...(shortO ? ([[s, 'Ojen']] as const) : []),
    ],
    plPar: [
      ...(shortI ? ([[s, 'iA']] as const) : []),
      [w, 'OitA'],
      ...(shortO ? ([[s, 'OjA']] as const) : []),
    ],
    plIll: [
      ...(shortI ? ([[s, 'iin']] as const) : []),
      [s, 'Oihin'],
      ...(class_ === 14 ? ([[w, 'Oihin']] as const) : []),
    ],
  })
}

/** Long vowels and diphthongs: korkea, vapaa, maa, suo, filee, rosé, parfait. */
function longVowel(lemma: string, class_: number): NominalStems {
  const v = lemma.slice(-1)
  const s = cut(lemma, 1)
  const all: Base = [lemma, '']
  const plural = (i: Base, ill: readonly string[]) => ({
    plWeak: [i],
    plGen: [plus(i, 'den'), plus(i, 'tten')],
    plPar: [plus(i, 'tA')],
    plIll: ill.map((ending) => plus(i, ending)),
  })
  if (class_ === 15)
    return fill({
      nom: [s, v],
      weak: [s, v],
      par: [
        [s, `${v}A`],
        [s, `${v}tA`],
      ],
      ...plural([s, 'i'], ['siin', 'hin']),
    })
  const common = { nom: all, weak: all, par: [plus(all, 'tA')] } as const
  const hVn = `h${v === 'é' || v === 'w' ? 'e' : v}n`
  if (class_ === 17)
    return fill({ ...common, ill: [plus(all, 'seen')], ...plural([s, 'i'], ['siin', 'hin']) })
  if (class_ === 18) {
    const i: Base = v === 'i' || (v === 'y' && !/[yöä]y$/.test(lemma)) ? [lemma, ''] : [s, 'i']
    const vowels = v === 'y' && i[0] === lemma ? ['hin', 'hyn'] : [hVn]
    return fill({ ...common, ill: vowels.map((e) => plus(all, e)), ...plural(i, ['hin']) })
  }
  if (class_ === 19)
    return fill({ ...common, ill: [plus(all, hVn)], ...plural([cut(lemma, 2) + v, 'i'], ['hin']) })
  if (class_ === 20)
    return fill({ ...common, ill: [plus(all, hVn), plus(all, 'seen')], ...plural([s, 'i'], ['hin', 'siin']) })
  // 21 and 22 inflect as they are pronounced; the apostrophe marks a silent consonant (parfait'n).
  const q = class_ === 22 ? "'" : ''
  const base: Base = [lemma, q]
  const vowels = class_ === 22 ? ['e', 'i', 'o', 'u', 'A'] : [...new Set([hVn.charAt(1), 'e', 'i'])]
  return fill({
    nom: all,
    weak: base,
    par: [plus(base, 'tA')],
    ill: vowels.map((vowel) => plus(base, `h${vowel}n`)),
    ...plural(plus(base, 'i'), ['hin']),
  })
}

/**
 * Stems of a nominal by its Kotus class (1-49) and gradation; more than one set where the class has two
 * (49: askel and askele). Throws nothing: a lemma that does not fit its class gives stems that do not either.
 */
export function nominalStems(lemma: string, class_: number, letter: Gradation): readonly NominalStems[] {
  if (class_ === 1) return [steady(lemma, letter, 'two')]
  if (class_ === 2) return [steady(lemma, letter, 'three')]
  if (class_ === 3) return [steady(lemma, letter, 'io')]
  if (class_ === 4) return [steady(lemma, letter, 'kko')]
  if (class_ === 8) return [steady(lemma, letter, 'two')]
  if (class_ === 5 || class_ === 6) return [loanI(lemma, letter, class_ === 6)]
  // veli : veljen keeps an old j before the vowels of its endings.
  if (lemma === 'veli') return [{ ...oldI('velji', '', 7), nominative: [['vel', 'i']] }]
  if (class_ === 7 || (class_ >= 23 && class_ <= 26)) return [oldI(lemma, letter, class_)]
  if (class_ >= 9 && class_ <= 14) return [aWord(lemma, letter, class_)]
  if (class_ === 15 || (class_ >= 17 && class_ <= 22)) return [longVowel(lemma, class_)]
  if (class_ === 16) return [comparative(lemma)]
  if (class_ >= 27 && class_ <= 31) return [siWord(lemma, class_)]
  if (class_ === 49) {
    if (lemma.endsWith('e')) return [hame(lemma, letter)]
    const withE = consonantal(lemma, letter, 32)
    // askele beside askel: the same word with another nominative; here only what differs is added.
    const stem = strengthen(cut(lemma, 1), letter) + lemma.slice(-1)
    const long = hame(`${stem}e`, '')
    return [withE, { ...long, nominative: [], partitive: [] }]
  }
  return [consonantal(lemma, letter, class_)]
}
