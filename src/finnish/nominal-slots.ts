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
export interface Slots {
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

export function fill(slots: Slots): NominalStems {
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
export const plus = (base: Base, more: string): Base => [base[0], base[1] + more]
export const cut = (word: string, count: number): string => (count === 0 ? word : word.slice(0, -count))
