import { type Gradation, strengthen, weaken } from './gradation.js'

/** A form cut in two: the part that stays and the letters between it and the case ending. */
export type Base = readonly [stem: string, infix: string]

/** The stems and the varying forms of a nominal, from which every form follows (VISK § 63-94). */
export interface NominalStems {
  nominative: readonly Base[]
  /** Vowel stem in the weak grade: genitive, local cases, plural nominative. */
  weak: readonly Base[]
  /** Vowel stem in the strong grade: essive and possessives. */
  strong: readonly Base[]
  partitive: readonly Base[]
  illative: readonly Base[]
  pluralWeak: readonly Base[]
  pluralStrong: readonly Base[]
  pluralGenitive: readonly Base[]
  pluralPartitive: readonly Base[]
  pluralIllative: readonly Base[]
  /** Bound form as the first part of a compound (nais-, suur-), where there is one. */
  bound?: readonly Base[]
}

/** Stems by a consonant (or fixed) root and what follows it in each slot. */
interface Slots {
  nom: Base
  weak: Base
  strong?: Base
  par: readonly Base[]
  ill?: readonly Base[]
  plWeak: readonly Base[]
  plStrong?: readonly Base[]
  plGen: readonly Base[]
  plPar: readonly Base[]
  plIll: readonly Base[]
  bound?: readonly Base[]
}

function fill(slots: Slots): NominalStems {
  const strong = slots.strong ?? slots.weak
  return {
    nominative: [slots.nom],
    weak: [slots.weak],
    strong: [strong],
    partitive: slots.par,
    illative: slots.ill ?? [[strong[0], `${strong[1]}${last(strong)}n`]],
    pluralWeak: slots.plWeak,
    pluralStrong: slots.plStrong ?? slots.plWeak,
    pluralGenitive: slots.plGen,
    pluralPartitive: slots.plPar,
    pluralIllative: slots.plIll,
    ...(slots.bound ? { bound: slots.bound } : {}),
  }
}

const last = (base: Base): string => (base[0] + base[1]).slice(-1)
const plus = (base: Base, more: string): Base => [base[0], base[1] + more]
const cut = (word: string, count: number): string => (count === 0 ? word : word.slice(0, -count))

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

/** si-words with t: käsi, kynsi, kaksi; clusters that lose a consonant: lapsi, veitsi. */
function siWord(lemma: string, class_: number): NominalStems {
  const root = cut(lemma, 2)
  const common = {
    nom: [root, 'si'],
    plPar: [[root, 'siA']],
    plIll: [[root, 'siin']],
    plWeak: [[root, 'si']],
  } as const
  if (class_ === 27)
    return fill({
      ...common,
      weak: [root, 'de'],
      strong: [root, 'te'],
      par: [[root, 'ttA']],
      plGen: [
        [root, 'sien'],
        [root, 'tten'],
      ],
    })
  if (class_ === 28) {
    const c = root.slice(-1)
    return fill({
      ...common,
      weak: [root, `${c}e`],
      strong: [root, 'te'],
      par: [[root, 'ttA']],
      plGen: [
        [root, 'sien'],
        [root, 'tten'],
      ],
    })
  }
  const base = cut(lemma, 3)
  if (class_ === 31)
    return fill({
      ...common,
      nom: [base, 'ksi'],
      weak: [base, 'hde'],
      strong: [base, 'hte'],
      par: [[base, 'htA']],
      plGen: [[base, 'ksien']],
      plPar: [[base, 'ksiA']],
      plIll: [[base, 'ksiin']],
      plWeak: [[base, 'ksi']],
    })
  // lapsi : lasta, veitsi : veistä: the stop before s falls before t.
  const x = lemma.slice(-3, -1)
  return fill({
    nom: [base, `${x}i`],
    weak: [base, `${x}e`],
    par: [[base, 'stA']],
    plWeak: [[base, `${x}i`]],
    plGen:
      class_ === 29
        ? [
            [base, 'sten'],
            [base, `${x}ien`],
          ]
        : [
            [base, `${x}ien`],
            [base, 'sten'],
          ],
    plPar: [[base, `${x}iA`]],
    plIll: [[base, `${x}iin`]],
  })
}

/** Words that end in a consonant and take e or a vowel of their own: classes 32-49. */
function consonantal(lemma: string, letter: Gradation, class_: number): NominalStems {
  const end = lemma.slice(-1)
  const root = cut(lemma, 1)
  const strong = strengthen(root, letter)
  const nom: Base = [lemma, '']
  const part: Base = [lemma, 'tA']
  /** Plural of a stem in -e or -a that falls before i. */
  const simple = (base: Base, weakBase: Base, ten: readonly Base[]): Omit<Slots, 'nom' | 'weak' | 'par'> => ({
    plWeak: [plus(weakBase, 'i')],
    plStrong: [plus(base, 'i')],
    plGen: [plus(base, 'ien'), ...ten],
    plPar: [plus(base, 'iA')],
    plIll: [plus(base, 'iin')],
  })
  const contracted = (base: Base): Omit<Slots, 'nom' | 'weak' | 'par'> => ({
    plWeak: [plus(base, 'i')],
    plGen: [plus(base, 'iden'), plus(base, 'itten')],
    plPar: [plus(base, 'itA')],
    plIll: [plus(base, 'isiin'), plus(base, 'ihin')],
  })
  const ten: Base[] = [[lemma, 'ten']]
  switch (class_) {
    case 32: {
      const s: Base = [strong + end, '']
      return fill({ nom, weak: plus(s, 'e'), par: [part], ...simple(s, s, ten) })
    }
    case 33: {
      const s: Base = [strong, 'm']
      return fill({
        nom: [root, end],
        weak: plus(s, 'e'),
        par: [[root, 'ntA']],
        ...simple(s, s, [[root, 'nten']]),
      })
    }
    case 34:
    case 35: {
      const s: Base = [strong, 'm']
      const more: Base[] = class_ === 34 ? [[root, 'nten']] : []
      return fill({ nom: [root, end], weak: plus(s, 'A'), par: [[root, 'ntA']], ...simple(s, s, more) })
    }
    case 36:
    case 37: {
      const s: Base = [root, 'mp']
      const w: Base = [root, 'mm']
      const par: Base[] =
        class_ === 37
          ? [
              [root, 'ntA'],
              [root, 'mpAA'],
            ]
          : [[root, 'ntA']]
      return fill({
        nom: [root, 'n'],
        weak: plus(w, 'A'),
        strong: plus(s, 'A'),
        par,
        ...simple(s, w, [[root, 'nten']]),
      })
    }
    case 38: {
      const base = cut(lemma, 3)
      return fill({
        nom: [base, 'nen'],
        weak: [base, 'se'],
        par: [[base, 'stA']],
        plWeak: [[base, 'si']],
        plGen: [
          [base, 'sten'],
          [base, 'sien'],
        ],
        plPar: [[base, 'siA']],
        plIll: [[base, 'siin']],
        bound: [[base, 's']],
      })
    }
    case 39:
      return fill({
        nom: [root, 's'],
        weak: [root, 'kse'],
        par: [[root, 'stA']],
        plWeak: [[root, 'ksi']],
        plGen: [
          [root, 'sten'],
          [root, 'ksien'],
        ],
        plPar: [[root, 'ksiA']],
        plIll: [[root, 'ksiin']],
      })
    case 40:
      return fill({
        nom: [root, 's'],
        weak: [root, 'de'],
        strong: [root, 'te'],
        par: [[root, 'ttA']],
        plWeak: [[root, 'ksi']],
        plGen: [[root, 'ksien']],
        plPar: [[root, 'ksiA']],
        plIll: [[root, 'ksiin']],
      })
    case 41: {
      const s: Base = [strong, root.slice(-1)]
      return fill({
        nom: [root, 's'],
        weak: s,
        par: [[root, 'stA']],
        ill: [plus(s, 'seen')],
        ...contracted([strong, '']),
      })
    }
    case 42:
      return fill({
        nom: [root, 's'],
        weak: [root, 'he'],
        par: [[root, 'stA']],
        ...simple([root, 'h'], [root, 'h'], []),
        plGen: [
          [root, 'sten'],
          [root, 'hien'],
        ],
      })
    case 43:
      return fill({
        nom: [root, 't'],
        weak: [strong, 'e'],
        par: [[root, 'ttA']],
        ...contracted([strong, '']),
      })
    case 44: {
      const v = root.slice(-1)
      const base = cut(root, 1)
      return fill({
        nom: [base, `${v}t`],
        weak: [base, v + v],
        par: [[base, `${v}ttA`]],
        ill: [[base, `${v}${v}seen`]],
        ...contracted([base, v]),
      })
    }
    case 45:
      return fill({
        nom: [root, 's'],
        weak: [root, 'nne'],
        strong: [root, 'nte'],
        par: [[root, 'ttA']],
        ...simple([root, 'ns'], [root, 'ns'], []),
      })
    case 46:
      return fill({
        nom: [root, 't'],
        weak: [root, 'nne'],
        strong: [root, 'nte'],
        par: [[root, 'ttA']],
        ...simple([root, 'ns'], [root, 'ns'], []),
        plGen: [
          [root, 'nsien'],
          [root, 'nten'],
        ],
      })
    case 47: {
      const base = cut(lemma, 2)
      return fill({
        nom: [base, lemma.slice(-2)],
        weak: [base, 'ee'],
        par: [[base, `${lemma.slice(-2)}tA`]],
        ill: [[base, 'eeseen']],
        ...contracted([base, 'e']),
      })
    }
    default:
      return hame(lemma, letter)
  }
}

/** hame : hameen (VISK § 67); the lemma ends in e, the stem doubles it. */
function hame(lemma: string, letter: Gradation): NominalStems {
  const s = strengthen(lemma, letter)
  return fill({
    nom: [lemma, ''],
    weak: [s, 'e'],
    par: [[lemma, 'ttA']],
    ill: [[s, 'eseen']],
    plWeak: [[s, 'i']],
    plGen: [
      [s, 'iden'],
      [s, 'itten'],
    ],
    plPar: [[s, 'itA']],
    plIll: [
      [s, 'isiin'],
      [s, 'ihin'],
    ],
  })
}

/** vanhempi : vanhemman, and comparatives (VISK § 300). */
function comparative(lemma: string): NominalStems {
  const root = cut(lemma, 3)
  return fill({
    nom: [root, 'mpi'],
    weak: [root, 'mmA'],
    strong: [root, 'mpA'],
    par: [[root, 'mpAA']],
    plWeak: [[root, 'mmi']],
    plStrong: [[root, 'mpi']],
    plGen: [[root, 'mpien']],
    plPar: [[root, 'mpiA']],
    plIll: [[root, 'mpiin']],
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
