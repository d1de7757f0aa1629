import type { Gradation } from './gradation.js'
import { type Harmony, spell } from './harmony.js'
import type { Cell } from './nominal.js'
import type { Base } from './nominal-stems.js'
import { type VerbStems, verbStems } from './verb-stems.js'

/** A stem from which a participle or a derived word goes on: `link` names it (see links.ts). */
export interface LinkCell {
  stem: string
  /** Letters between the stem and the link's own suffix. */
  infix: string
  link: string
}

export interface VerbCells {
  cells: Cell[]
  links: LinkCell[]
}

/** Personal endings of the active; the third person singular differs by mood (VISK § 106-107). */
const personal: readonly [ending: string, person: string][] = [
  ['n', '1s'],
  ['t', '2s'],
  ['mme', '1p'],
  ['tte', '2p'],
]

const persons: readonly [ending: string, tag: string][] = [
  ['ni', 'ni'],
  ['si', 'si'],
  ['nsA', 'nsa'],
  ['mme', 'mme'],
  ['nne', 'nne'],
]

/**
 * Every finite form and infinitive of a verb of the Kotus classes 52-78, and the stems of its participles
 * (VISK § 105-125).
 */
export function verb(lemma: string, class_: number, letter: Gradation): VerbCells {
  const at = lemma.lastIndexOf('#') + 1
  const head = lemma.slice(0, at).replace(/#/g, '')
  const part = lemma.slice(at)
  const harmony: Harmony = /a$/.test(part) ? 'back' : 'front'
  const cells: Cell[] = []
  const links: LinkCell[] = []
  for (const stems of verbStems(part, class_, letter)) write(stems, harmony, class_ >= 77, cells, links)
  if (head === '') return { cells, links }
  return {
    cells: cells.map((cell) => ({ ...cell, stem: head + cell.stem })),
    links: links.map((link) => ({ ...link, stem: head + link.stem })),
  }
}

function write(s: VerbStems, harmony: Harmony, thirdOnly: boolean, cells: Cell[], links: LinkCell[]): void {
  const add = (base: Base, ending: string, tag: string) =>
    cells.push({ stem: base[0], ending: spell(base[1] + ending, harmony), tag })
  const link = (base: Base, name: string) =>
    links.push({ stem: base[0], infix: spell(base[1], harmony), link: `${name}.${harmony}` })
  const possessives = (base: Base, ending: string, tag: string, vn: boolean) => {
    for (const [suffix, person] of persons) add(base, ending + suffix, `${tag}.${person}`)
    const vowel = spell(ending.slice(-1), harmony)
    if (vn) add(base, `${ending}${vowel}n`, `${tag}.nsa`)
  }

  for (const base of s.infinitive) {
    add(base, '', 'inf1')
    possessives(base, 'kse', 'inf1.tra', true)
  }
  for (const base of s.third) add(base, '', 'pres.3s')
  for (const base of s.strong) {
    add(base, 'vAt', 'pres.3p')
    for (const [ending, tag] of [
      ['mAssA', 'ine'],
      ['mAstA', 'ela'],
      ['mAAn', 'ill'],
      ['mAllA', 'ade'],
      ['mAttA', 'abe'],
    ] as const)
      add(base, ending, `inf3.${tag}`)
    add(base, 'mAn', 'inf3.ins')
    possessives(base, 'mAttA', 'inf3.abe', true)
    possessives(base, 'mAllA', 'inf3.ade', true)
    add(base, 'mAisillAAn', 'inf5.nsa')
    for (const [suffix, person] of persons) add(base, `mAisillA${suffix}`, `inf5.${person}`)
    // Spoken third infinitive without -ma-: mennään kattoon, alko tekeen.
    const last = (base[0] + base[1]).slice(-1)
    if (!/[aeiouyäöAOU]$/.test((base[0] + base[1]).slice(0, -1))) add(base, `${last}n`, 'inf3.ill.spoken')
    link(base, 'va')
    link(base, 'ma')
    link(base, 'maton')
    link(base, 'minen')
  }
  for (const base of s.agent) link(base, 'ja')
  if (!thirdOnly)
    for (const base of s.weak) {
      for (const [ending, person] of personal) add(base, ending, `pres.${person}`)
      add(base, '', 'imp.2s')
      add(base, '', 'conneg')
    }
  for (const base of s.pastWeak) for (const [ending, person] of personal) add(base, ending, `past.${person}`)
  for (const base of s.pastStrong) {
    add(base, '', 'past.3s')
    add(base, 'vAt', 'past.3p')
  }
  for (const base of s.conditional) {
    for (const [ending, person] of personal) add(base, `isi${ending}`, `cond.${person}`)
    add(base, 'isi', 'cond.3s')
    add(base, 'isi', 'cond.conneg')
    add(base, 'isivAt', 'cond.3p')
    // Spoken apocope: tulis, menis; and the short plural tulisimme -> tulisimma is left to repair.
    add(base, 'is', 'cond.3s.spoken')
  }
  for (const [base, consonant] of s.participle) {
    for (const [ending, person] of personal) add(base, `${consonant}e${ending}`, `pot.${person}`)
    add(base, `${consonant}ee`, 'pot.3s')
    add(base, `${consonant}evAt`, 'pot.3p')
    add(base, `${consonant}e`, 'pot.conneg')
    link([base[0], `${base[1]}${consonant}`], 'nut')
    // Spoken participles: tullu, sanonu.
    add(base, `${consonant}U`, 'nut.spoken')
  }
  if (!thirdOnly)
    for (const base of s.imperative) {
      add(base, 'kOOn', 'imp.3s')
      add(base, 'kAAmme', 'imp.1p')
      add(base, 'kAA', 'imp.2p')
      add(base, 'kOOt', 'imp.3p')
      add(base, 'kO', 'imp.conneg')
    }
  for (const base of s.second) {
    add(base, 'essA', 'inf2.ine')
    possessives(base, 'essA', 'inf2.ine', true)
    add(base, 'en', 'inf2.ins')
  }
  for (const [base, present, t, weakT] of s.passive) {
    add(base, `${present}An`, 'pass.pres')
    add(base, present, 'pass.conneg')
    add(base, `${t}iin`, 'pass.past')
    add(base, `${t}ii`, 'pass.past.spoken')
    add(base, `${t}Aisiin`, 'pass.cond')
    add(base, `${t}Aisi`, 'pass.cond.conneg')
    add(base, `${t}Ais`, 'pass.cond.spoken')
    add(base, `${t}Aneen`, 'pass.pot')
    add(base, `${t}AkOOn`, 'pass.imp')
    add(base, `${t}AessA`, 'pass.inf2.ine')
    possessives(base, `${t}AessA`, 'pass.inf2.ine', true)
    add(base, `${t}AmAn`, 'pass.inf3')
    link([base[0], `${base[1]}${t}`], 'tava')
    link([base[0], `${base[1]}${t}`], 'tu.strong')
    link([base[0], `${base[1]}${weakT}`], 'tu.weak')
  }
}
