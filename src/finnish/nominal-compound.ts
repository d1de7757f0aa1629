import type { Gradation } from './gradation.js'
import { type Cell, nominal } from './nominal.js'

/** Class and gradation of one part of a compound. */
export interface PartClass {
  class: number
  gradation?: Gradation
}

const whole = (cell: Cell): string => cell.stem + cell.ending

/** Case and number without the possessive: `sg.ine.ni` is `sg.ine`. */
const caseOf = (tag: string): string => tag.split('.').slice(0, 2).join('.')

/**
 * Forms of a compound of Kotus class 50 (isoäiti : isoäidin, the last part inflects) or 51 (nuoripari :
 * nuorenparin, both do, in the same case and number). Parts are marked with '#'; possessives come last.
 */
export function compoundCells(
  compound: string,
  both: boolean,
  [first, last]: readonly [PartClass, PartClass],
): Cell[] {
  const at = compound.lastIndexOf('#')
  const tail = compound.slice(at + 1)
  const cells = nominal(tail, last.class, last.gradation ?? '')
  if (!both) {
    const head = compound.slice(0, at).replace(/#/g, '')
    return cells.map((cell) => ({ ...cell, stem: head + cell.stem }))
  }
  const heads = new Map<string, string[]>()
  for (const cell of nominal(compound.slice(0, at), first.class, first.gradation ?? '', { plain: true })) {
    const forms = heads.get(cell.tag) ?? []
    if (!forms.includes(whole(cell))) forms.push(whole(cell))
    heads.set(cell.tag, forms)
  }
  return cells.flatMap((cell) =>
    (heads.get(caseOf(cell.tag)) ?? []).map((head) => ({ ...cell, stem: head + cell.stem })),
  )
}
