import type { Gradation } from './gradation.js'
import { type Harmony, harmonies, spell } from './harmony.js'
import { type Base, type NominalStems, nominalStems } from './nominal-stems.js'
import { singularOf } from './plural-only.js'

/**
 * One form of a word, cut into the stem that the packed table stores and the ending. `tag` is the form's
 * name (`sg.ine.ni`); see tags.ts.
 */
export interface Cell {
  stem: string
  ending: string
  tag: string
}

/** Case endings on the vowel stem in the weak grade (VISK § 81). Those marked `possessive` take -Vn for the third person. */
const weakCases: readonly [ending: string, tag: string][] = [
  ['ssA', 'ine'],
  ['stA', 'ela'],
  ['llA', 'ade'],
  ['ltA', 'abl'],
  ['lle', 'all'],
  ['ttA', 'abe'],
]

const persons: readonly [ending: string, tag: string][] = [
  ['ni', 'ni'],
  ['si', 'si'],
  ['nsA', 'nsa'],
  ['mme', 'mme'],
  ['nne', 'nne'],
]

/** Writes the cells of one word into `out`. */
class CellWriter {
  readonly out: Cell[] = []
  constructor(
    private readonly harmony: Harmony,
    private readonly plain: boolean,
  ) {}

  add(base: Base, ending: string, tag: string): void {
    this.out.push({ stem: base[0], ending: spell(base[1] + ending, this.harmony), tag })
  }

  /** The form, and the form with each possessive suffix; -Vn only after a short final vowel (VISK § 95-98). */
  withPossessives(base: Base, ending: string, tag: string, possessiveEnding = ending): void {
    this.add(base, ending, tag)
    this.possessives(base, possessiveEnding, tag, true)
  }

  possessives(base: Base, ending: string, tag: string, vn: boolean): void {
    if (this.plain) return
    for (const [suffix, person] of persons) this.add(base, ending + suffix, `${tag}.${person}`)
    const whole = base[0] + spell(base[1] + ending, this.harmony)
    const vowel = whole.slice(-1)
    if (vn && whole.at(-2) !== vowel) this.add(base, `${ending}${vowel}n`, `${tag}.nsa`)
  }
}

/** All case forms from the stems. `plain` leaves the possessives out. */
export function nominalCells(
  stems: NominalStems,
  harmony: Harmony,
  number: 'both' | 'plural' | 'singular' = 'both',
  plain = false,
): Cell[] {
  const w = new CellWriter(harmony, plain)
  const singular = number !== 'plural'
  if (singular) {
    for (const base of stems.nominative) w.add(base, '', 'sg.nom')
    for (const base of stems.strong) {
      w.possessives(base, '', 'sg.nom', false)
      w.withPossessives(base, 'nA', 'sg.ess')
    }
    for (const base of stems.weak) {
      w.add(base, 'n', 'sg.gen')
      for (const [ending, tag] of weakCases) w.withPossessives(base, ending, `sg.${tag}`)
      w.withPossessives(base, 'ksi', 'sg.tra', 'kse')
    }
    for (const base of stems.partitive) w.withPossessives(base, '', 'sg.par')
    for (const base of stems.illative) illative(w, base, 'sg.ill')
  }
  if (number === 'singular') return w.out
  for (const base of stems.weak) w.add(base, 't', 'pl.nom')
  if (!singular) for (const base of stems.strong) w.possessives(base, '', 'pl.nom', false)
  for (const base of stems.pluralWeak) {
    for (const [ending, tag] of weakCases) w.withPossessives(base, ending, `pl.${tag}`)
    w.withPossessives(base, 'ksi', 'pl.tra', 'kse')
    w.add(base, 'n', 'pl.ins')
  }
  for (const base of stems.pluralStrong) {
    w.withPossessives(base, 'nA', 'pl.ess')
    w.withPossessives(base, 'ne', 'pl.com')
  }
  for (const base of stems.pluralGenitive) {
    w.add(base, '', 'pl.gen')
    w.possessives([base[0], base[1].slice(0, -1)], '', 'pl.gen', false)
  }
  for (const base of stems.pluralPartitive) w.withPossessives(base, '', 'pl.par')
  for (const base of stems.pluralIllative) illative(w, base, 'pl.ill')
  return w.out
}

/** The possessive takes the place of the illative's n: taloonsa, huoneeseensa (VISK § 93, § 97). */
function illative(w: CellWriter, base: Base, tag: string): void {
  w.add(base, '', tag)
  const short: Base = base[1] === '' ? [base[0].slice(0, -1), ''] : [base[0], base[1].slice(0, -1)]
  w.possessives(short, '', tag, false)
}

/** Words whose partitive is back although their other forms are front: meri : merta, veri : verta. */
const backPartitive = /(?:^|[^a-zäö]|#)?(?:m|v)eri$/

/**
 * Every case form of a nominal of the Kotus classes 1-49. For a compound written with '#' only the last part
 * inflects and decides the harmony, unless one is given. `plural`: the lemma is a plural nominative (häät, kasvot).
 */
export function nominal(
  lemma: string,
  class_: number,
  letter: Gradation,
  options: { plural?: boolean; plain?: boolean; harmony?: Harmony } = {},
): Cell[] {
  const at = lemma.lastIndexOf('#') + 1
  const head = lemma.slice(0, at).replace(/#/g, '')
  const part = lemma.slice(at)
  const single = options.plural ? singularOf(part, class_, letter) : part
  const cells: Cell[] = []
  for (const harmony of options.harmony ? [options.harmony] : harmonies(part))
    for (const stems of nominalStems(single, class_, letter)) {
      cells.push(...nominalCells(stems, harmony, options.plural ? 'plural' : 'both', options.plain))
      if (class_ === 26 && backPartitive.test(part))
        cells.push(
          ...nominalCells({ ...empty, partitive: stems.partitive }, 'back', 'singular', options.plain),
        )
    }
  // ruoka : ruoan or ruuan, both in use (VISK § 43).
  if (part === 'ruoka')
    cells.push(...cells.filter((cell) => cell.stem === 'ruo').map((cell) => ({ ...cell, stem: 'ruu' })))
  return head === '' ? cells : cells.map((cell) => ({ ...cell, stem: head + cell.stem }))
}

const empty: NominalStems = {
  nominative: [],
  weak: [],
  strong: [],
  partitive: [],
  illative: [],
  pluralWeak: [],
  pluralStrong: [],
  pluralGenitive: [],
  pluralPartitive: [],
  pluralIllative: [],
}
