import { PalauteError } from '../errors.js'
import type { Features } from '../language/word.js'
import { type Gradation, isGradation } from './gradation.js'
import { linksFor } from './links.js'
import { nominal } from './nominal.js'
import { compoundCells, type PartClass } from './nominal-compound.js'
import { featuresOf } from './tags.js'
import { verb } from './verb.js'

/** A generated form. `tag` is its short name (`sg.ine`, `past.3s`, `nut.pl.par`); `features` spell it out. */
export interface InflectedForm {
  form: string
  tag: string
  features: Features
}

/**
 * All forms of a Finnish word by its inflection class (numbers of the Kotus word list: nominals 1-51,
 * verbs 52-78) and gradation letter (A-M or empty). A compound may be written with '#': its last part inflects.
 * Verbs come with their participles in every case. Clitics are not attached. Compounds of classes 50 (isoäiti :
 * isoäidin) and 51 (nuoripari : nuorenparin) are written with '#' and need the classes of both `parts`.
 *
 * @throws PalauteError `bad_option` for a class or gradation that does not exist, or parts that are missing.
 * @example inflect('katu', 1, 'F').find((f) => f.tag === 'sg.ine')?.form // 'kadussa'
 */
export function inflect(
  lemma: string,
  class_: number,
  gradation: Gradation = '',
  options: { plural?: boolean; parts?: readonly [PartClass, PartClass] } = {},
): InflectedForm[] {
  if (!isGradation(gradation))
    throw new PalauteError('bad_option', `No gradation "${gradation}"; use a letter A-M or nothing.`, {
      path: 'gradation',
    })
  const forms: InflectedForm[] = []
  const add = (form: string, tag: string) => forms.push({ form, tag, features: featuresOf(tag) })
  if (class_ >= 1 && class_ <= 49) {
    for (const cell of nominal(lemma, class_, gradation, options)) add(cell.stem + cell.ending, cell.tag)
    return forms
  }
  if (class_ === 50 || class_ === 51) {
    if (!options.parts || !lemma.includes('#'))
      throw new PalauteError(
        'bad_option',
        `Class ${class_} needs a lemma like "iso#äiti" and both parts' classes.`,
        {
          path: 'parts',
        },
      )
    for (const cell of compoundCells(lemma, class_ === 51, options.parts))
      add(cell.stem + cell.ending, cell.tag)
    return forms
  }
  if (class_ < 50 || class_ > 78)
    throw new PalauteError('bad_option', `No inflection class ${class_}; use 1-78.`, {
      path: 'class',
    })
  const { cells, links } = verb(lemma, class_, gradation)
  for (const cell of cells) add(cell.stem + cell.ending, cell.tag)
  const known = new Map([...linksFor('back'), ...linksFor('front')].map((link) => [link.name, link]))
  for (const { stem, infix, link } of links) {
    const found = known.get(link)
    if (!found || found.kind.makes === 'own') continue
    for (const cell of found.cells)
      add(stem + infix + cell.stem + cell.ending, `${found.kind.makes}.${cell.tag}`)
  }
  return forms
}
