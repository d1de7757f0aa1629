import { type Harmony, spell } from './harmony.js'
import { type Cell, nominal } from './nominal.js'

/** What a suffix that continues a stem makes: a form of the same word, or a word of its own. */
export interface LinkKind {
  /** Participle or degree of the base word, or `own` for a derived word with its own lemma. */
  makes: 'va' | 'tava' | 'nut' | 'tu' | 'ma' | 'maton' | 'comparative' | 'superlative' | 'own'
  /** Lemma ending of the derived word after the base's stem. */
  lemma?: string
  pos?: 'noun' | 'adjective' | 'adverb'
}

export interface Link {
  name: string
  kind: LinkKind
  cells: readonly Cell[]
}

/** Nominal forms of a suffix as if it were a word; `keep` picks the grade where the base writes the t's itself. */
function suffixCells(
  harmony: Harmony,
  form: string,
  class_: number,
  letter: '' | 'C' | 'H',
  drop = 0,
  keep?: string,
): Cell[] {
  return nominal(form, class_, letter, { harmony })
    .filter((cell) => keep === undefined || cell.stem === keep)
    .map((cell) => {
      const whole = cell.stem + cell.ending
      const stem = cell.stem.slice(drop)
      return { stem, ending: whole.slice(Math.max(drop, cell.stem.length)), tag: cell.tag }
    })
}

/** The productive suffixes (participles VISK § 122, degrees § 300, derived nouns, adjectives and adverbs). */
export function linksFor(harmony: Harmony): Link[] {
  const suffix = (form: string, class_: number, letter: '' | 'C' | 'H', drop?: number, keep?: string) =>
    suffixCells(harmony, form, class_, letter, drop, keep)
  const s = (form: string) => spell(form, harmony)
  const own = (lemma: string, pos: 'noun' | 'adjective' | 'adverb'): LinkKind => ({
    makes: 'own',
    lemma: s(lemma),
    pos,
  })
  const make = (name: string, kind: LinkKind, cells: Cell[]): Link => ({
    name: `${name}.${harmony}`,
    kind,
    cells,
  })
  return [
    make('va', { makes: 'va' }, suffix(s('vA'), 10, '')),
    make('tava', { makes: 'tava' }, suffix(s('AvA'), 10, '')),
    make('nut', { makes: 'nut' }, suffix(s('Ut'), 47, '')),
    make('tu.strong', { makes: 'tu' }, suffix(s('ttU'), 1, 'C', 2, s('ttU'))),
    make('tu.weak', { makes: 'tu' }, suffix(s('ttU'), 1, 'C', 1, s('tU'))),
    make('ma', { makes: 'ma' }, suffix(s('mA'), 10, '')),
    make('maton', { makes: 'maton' }, suffix(s('mAtOn'), 34, 'C')),
    make('minen', own('minen', 'noun'), suffix('minen', 38, '')),
    make('ja', own('jA', 'noun'), [...suffix(s('jA'), 10, ''), ...suffix(s('jA'), 12, '')]),
    make('mpi', { makes: 'comparative' }, suffix(s('mpi'), 16, '')),
    make('in', { makes: 'superlative' }, suffix(s('in'), 36, '')),
    make('sti', own('sti', 'adverb'), [{ stem: 'sti', ending: '', tag: 'adv' }]),
    make('uus', own('UUs', 'noun'), suffix(s('UUs'), 40, '')),
    make('us', own('Us', 'noun'), suffix(s('Us'), 40, '')),
    make('ton', own('tOn', 'adjective'), suffix(s('tOn'), 34, 'C')),
    make('llinen', own('llinen', 'adjective'), suffix(s('llinen'), 38, '')),
    make('mainen', own('mAinen', 'adjective'), suffix(s('mAinen'), 38, '')),
    make('inen', own('inen', 'adjective'), suffix(s('inen'), 38, '')),
  ]
}
