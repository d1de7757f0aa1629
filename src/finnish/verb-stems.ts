import { type Gradation, strengthen, weaken } from './gradation.js'
import type { Base } from './nominal-stems.js'

/** The stems of a verb, from which every form follows (VISK § 105-125). */
export interface VerbStems {
  infinitive: readonly Base[]
  /** Third person singular of the present, whole. */
  third: readonly Base[]
  /** Vowel stem in the strong grade: sanovat, sanomassa. */
  strong: readonly Base[]
  /** Vowel stem in the weak grade: sanon, huudan. */
  weak: readonly Base[]
  pastWeak: readonly Base[]
  pastStrong: readonly Base[]
  /** What stands before -isi. */
  conditional: readonly Base[]
  /** What stands before -nut and -ne, and its consonant: [tul, l] gives tullut, tullee. */
  participle: readonly (readonly [Base, string])[]
  /** What stands before -koon. */
  imperative: readonly Base[]
  /** What stands before -essa of the second infinitive. */
  second: readonly Base[]
  /** Base, the present's consonants with vowel (sano+ta), the past's strong and weak consonants (tt, t). */
  passive: readonly (readonly [Base, string, string, string])[]
  /** What stands before -ja of the agent noun. */
  agent: readonly Base[]
}

const cut = (word: string, count: number): string => (count === 0 ? word : word.slice(0, -count))

interface TypeOne {
  /** The past in the third person, cut like the others. */
  past: (strong: string, weak: string, final: string) => { strong: Base[]; weak: Base[] }
  participle?: (root: string, final: string) => (readonly [Base, string])[]
}

const plainPast: TypeOne['past'] = (strong, weak) => ({ strong: [[strong, 'i']], weak: [[weak, 'i']] })
/** t falls and s comes: huutaa : huusi, kieltää : kielsi (VISK § 112). */
const siPast: TypeOne['past'] = (strong) => ({
  strong: [[cut(strong, 1), 'si']],
  weak: [[cut(strong, 1), 'si']],
})
/** a rounds before i: kaivaa : kaivoi. */
const oiPast: TypeOne['past'] = (strong, weak) => ({ strong: [[strong, 'Oi']], weak: [[weak, 'Oi']] })
const join =
  (one: TypeOne['past'], two: TypeOne['past']): TypeOne['past'] =>
  (strong, weak, final) => {
    const a = one(strong, weak, final)
    const b = two(strong, weak, final)
    return { strong: [...a.strong, ...b.strong], weak: [...a.weak, ...b.weak] }
  }

const typeOne: Record<number, TypeOne> = {
  52: { past: (strong, weak, final) => ({ strong: [[strong, `${final}i`]], weak: [[weak, `${final}i`]] }) },
  53: { past: plainPast },
  54: { past: siPast },
  55: { past: join(plainPast, siPast) },
  56: { past: oiPast },
  57: { past: join(siPast, oiPast) },
  58: { past: plainPast },
  59: { past: siPast },
  60: { past: plainPast },
  61: { past: plainPast },
  76: {
    past: siPast,
    participle: (root, final) => [
      [[cut(root, 1), 'n'], 'n'],
      [[root, final], 'n'],
    ],
  },
}

/** Infinitive in a single -a on a vowel stem: sanoa, muistaa, laskea, sallia. */
function vowelStem(lemma: string, class_: number, letter: Gradation): VerbStems {
  const type = typeOne[class_] ?? { past: plainPast }
  const a = lemma.slice(-1)
  const root = cut(lemma, 2)
  const final = lemma.slice(-2, -1)
  const weakRoot = cut(weaken(root + final, letter), 1)
  const open = final === 'a' || final === 'ä'
  const s: Base = [root, final]
  const past = type.past(root, weakRoot, final)
  const noI: Base = final === 'e' || final === 'i' ? [root, ''] : s
  const twoSyllables =
    root
      .replace(/[^aeiouyäö]+/g, ' ')
      .trim()
      .split(' ').length === 1
  return {
    infinitive: [[root, final + a]],
    third: [[root, final + final]],
    strong: [s],
    weak: [[weakRoot, final]],
    pastWeak: past.weak,
    pastStrong: past.strong,
    conditional: [noI],
    participle: type.participle?.(root, final) ?? [[s, 'n']],
    imperative: [s],
    second: [final === 'e' ? [root, 'i'] : s],
    passive: [[[weakRoot, open ? 'e' : final], 'tA', 'tt', 't']],
    // lukea : lukija, but three syllables keep the stem; both are met.
    agent: [final === 'e' && twoSyllables ? [root, 'i'] : s],
  }
}

/** Infinitive in -da after a long vowel or diphthong: voida, saada, juoda, käydä, tupakoida. */
function daStem(lemma: string, class_: number): VerbStems {
  const root = cut(lemma, 2)
  const da = lemma.slice(-2)
  const all: Base = [root, '']
  const cutOne = cut(root, 1)
  let past: Base = all
  if (class_ === 63) past = [cutOne, 'i']
  else if (class_ === 64) past = [cut(root, 2), `${root.slice(-1)}i`]
  else if (class_ === 65) past = [cutOne, 'vi']
  const conditional: Base = class_ === 62 || class_ === 68 ? [cutOne, ''] : [past[0], past[1].slice(0, -1)]
  return {
    infinitive: [[root, da]],
    third: [all],
    strong: [all],
    weak: [all],
    pastWeak: [past],
    pastStrong: [past],
    conditional: [conditional],
    participle: [[all, 'n']],
    imperative: [all],
    second: [[root, 'd']],
    passive: [[all, 'dA', 't', 'd']],
    agent: [all],
  }
}

/** Consonant stems: a vowel stem in -e beside a stem in a consonant (tulla, rohkaista, juosta, nähdä). */
function consonantStem(options: {
  infinitive: Base
  vowel: Base
  weakVowel?: Base
  consonant: Base
  sound: string
  imperative?: Base
  passive: readonly [Base, string, string, string]
  second: Base
}): VerbStems {
  const { vowel, weakVowel = vowel } = options
  const i = (base: Base): Base => [base[0], base[1].replace(/e$/, 'i')]
  const none = (base: Base): Base => [base[0], base[1].replace(/e$/, '')]
  return {
    infinitive: [options.infinitive],
    third: [[vowel[0], `${vowel[1]}e`]],
    strong: [vowel],
    weak: [weakVowel],
    pastWeak: [i(weakVowel)],
    pastStrong: [i(vowel)],
    conditional: [none(vowel)],
    participle: [[options.consonant, options.sound]],
    imperative: [options.imperative ?? options.consonant],
    second: [options.second],
    passive: [options.passive],
    agent: [vowel],
  }
}

function byClass(lemma: string, class_: number, letter: Gradation): VerbStems {
  const a = lemma.slice(-1)
  const root = cut(lemma, 2)
  switch (class_) {
    case 66: {
      // rohkaista, vavista : vapisen
      const s = strengthen(cut(lemma, 3), letter)
      const c: Base = [root, '']
      return consonantStem({
        infinitive: [root, `t${a}`],
        vowel: [`${s}s`, 'e'],
        consonant: c,
        sound: 's',
        passive: [c, 'tA', 't', 't'],
        second: [root, 't'],
      })
    }
    case 67: {
      const c: Base = [root, '']
      const sound = root.slice(-1)
      const strong = strengthen(cut(root, 1), letter)
      return consonantStem({
        infinitive: [root, sound + a],
        vowel: [`${strong}${sound}`, 'e'],
        consonant: c,
        sound,
        passive: [c, `${sound}A`, 't', sound],
        second: [root, sound],
      })
    }
    case 69: {
      const c: Base = [root, '']
      return consonantStem({
        infinitive: [root, `t${a}`],
        vowel: [root, 'tse'],
        consonant: [root, 'n'],
        sound: 'n',
        imperative: [root, 't'],
        passive: [c, 'tA', 'tt', 't'],
        second: [root, 't'],
      })
    }
    case 70: {
      const base = cut(lemma, 3)
      const c: Base = [base, 's']
      return consonantStem({
        infinitive: [base, `st${a}`],
        vowel: [base, 'kse'],
        consonant: c,
        sound: 's',
        passive: [c, 'tA', 't', 't'],
        second: [base, 'st'],
      })
    }
    case 71: {
      const base = cut(lemma, 3)
      const c: Base = [base, 'h']
      return consonantStem({
        infinitive: [base, `hd${a}`],
        vowel: [base, 'ke'],
        weakVowel: [base, 'e'],
        consonant: c,
        sound: 'n',
        passive: [c, 'dA', 't', 'd'],
        second: [base, 'hd'],
      })
    }
    case 72: {
      const c: Base = [root, '']
      return consonantStem({
        infinitive: [root, `t${a}`],
        vowel: [strengthen(root, letter), 'ne'],
        consonant: [root, 'n'],
        sound: 'n',
        imperative: [root, 't'],
        passive: [c, 'tA', 'tt', 't'],
        second: [root, 't'],
      })
    }
    default:
      return contracted(lemma, class_, letter)
  }
}

/** Contracted verbs: salata : salaan, katketa : katkean, selvitä : selviän (VISK § 111). */
function contracted(lemma: string, class_: number, letter: Gradation): VerbStems {
  const a = lemma.slice(-1)
  const root = cut(lemma, 2)
  const strong = strengthen(root, letter)
  const v: Base = [strong, 'A']
  const base: Base = [root, '']
  const past: Base = [strong, 'si']
  return {
    infinitive: [[root, `t${a}`]],
    third: [[strong, class_ === 73 ? 'A' : 'AA']],
    strong: [v],
    weak: [v],
    pastWeak: [past],
    pastStrong: [past],
    conditional: class_ === 73 ? [[strong, '']] : class_ === 74 ? [v, [strong, '']] : [v],
    participle: [[[root, 'n'], 'n']],
    imperative: [[root, 't']],
    second: [[root, 't']],
    passive: [[base, 'tA', 'tt', 't']],
    agent: [v],
  }
}

/** Verbs of which only some third persons are in use: kumajaa, kaikaa. The lemma is the present itself. */
function thirdPerson(lemma: string, class_: number): VerbStems {
  const root = cut(lemma, 2)
  const a = lemma.slice(-1)
  return {
    infinitive: [],
    third: [[root, a + a]],
    strong: [[root, a]],
    weak: [],
    pastWeak: [],
    pastStrong: class_ === 77 ? [[root, 'i']] : [],
    conditional: [[root, a]],
    participle: [],
    imperative: [],
    second: [],
    passive: [],
    agent: [],
  }
}

/** Stems of a verb by its Kotus class (52-78) and gradation; 68 has two sets (tupakoin, tupakoitsen). */
export function verbStems(lemma: string, class_: number, letter: Gradation): readonly VerbStems[] {
  if (class_ === 76 || (class_ >= 52 && class_ <= 61)) return [vowelStem(lemma, class_, letter)]
  if (class_ >= 62 && class_ <= 65) return [daStem(lemma, class_)]
  if (class_ === 68) {
    const base = cut(lemma, 2)
    const long: Base = [base, 'tse']
    return [
      daStem(lemma, class_),
      {
        ...daStem(lemma, class_),
        infinitive: [],
        third: [[base, 'tsee']],
        strong: [long],
        weak: [long],
        pastWeak: [[base, 'tsi']],
        pastStrong: [[base, 'tsi']],
        conditional: [[base, 'ts']],
        participle: [],
        imperative: [],
        second: [],
        passive: [],
        agent: [],
      },
    ]
  }
  if (class_ >= 77) return [thirdPerson(lemma, class_)]
  return [byClass(lemma, class_, letter)]
}
