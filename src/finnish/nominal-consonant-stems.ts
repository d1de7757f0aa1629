import { type Gradation, strengthen } from './gradation.js'
import { type Base, cut, fill, type NominalStems, plus, type Slots } from './nominal-slots.js'

/** si-words with t: käsi, kynsi, kaksi; clusters that lose a consonant: lapsi, veitsi. */
export function siWord(lemma: string, class_: number): NominalStems {
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
export function consonantal(lemma: string, letter: Gradation, class_: number): NominalStems {
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

/** hame : hameen; the lemma ends in e, the stem doubles it. */
export function hame(lemma: string, letter: Gradation): NominalStems {
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
export function comparative(lemma: string): NominalStems {
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
