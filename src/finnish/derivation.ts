import type { Gradation } from './gradation.js'
import { harmonies, spell } from './harmony.js'
import type { Base } from './nominal-stems.js'
import { nominalStems } from './nominal-stems.js'
import type { LinkCell } from './verb.js'

const long = /(aa|ää|oo|öö|uu|yy|ee)$/
const whole = (base: Base): string => base[0] + base[1]

/** Comparative stem: a short final a turns to e in two syllables (vanha : vanhempi; VISK § 300). */
function comparativeStem(stem: string, class_: number): string {
  return (class_ === 9 || class_ === 10) && /^[^aeiouyäö]*[aeiouyäö]+[^aeiouyäö]+[aä]$/.test(stem)
    ? `${stem.slice(0, -1)}e`
    : stem
}

/** Superlative stem before -in: a short a, e falls, i turns to e, a long vowel shortens (VISK § 300). */
function superlativeStem(stem: string): string {
  if (stem.endsWith('ii')) return `${stem.slice(0, -2)}e`
  if (long.test(stem) || /[aäe]$/.test(stem)) return stem.slice(0, -1)
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}e`
  return stem
}

/** What stands before -uus or -us of a quality (vanhuus, korkeus, kauneus, helppous). */
function qualityStem(stem: string): { stem: string; link: 'uus' | 'us' } {
  if (stem.endsWith('ii')) return { stem: `${stem.slice(0, -2)}e`, link: 'us' }
  if (long.test(stem)) return { stem: stem.slice(0, -1), link: 'us' }
  if (/e[aä]$/.test(stem)) return { stem: stem.slice(0, -1), link: 'us' }
  if (/[aäei]$/.test(stem)) return { stem: stem.slice(0, -1), link: 'uus' }
  return { stem, link: 'us' }
}

/**
 * Stems from which degrees and productive derivatives of a nominal go on. `stem` is cut so that it shares
 * the stem that the paradigm already has, where it can.
 */
export function nominalLinks(
  lemma: string,
  class_: number,
  letter: Gradation,
  pos: 'adjective' | 'noun',
): LinkCell[] {
  const at = lemma.lastIndexOf('#') + 1
  const head = lemma.slice(0, at).replace(/#/g, '')
  const part = lemma.slice(at)
  const stems = nominalStems(part, class_, letter)[0]
  const weakBase = stems?.weak[0]
  const strongBase = stems?.strong[0]
  if (!weakBase || !strongBase) return []
  const links: LinkCell[] = []
  for (const harmony of harmonies(part)) {
    const weak = spell(whole(weakBase), harmony)
    const strong = spell(whole(strongBase), harmony)
    const add = (stem: string, base: Base, link: string) => {
      // The longest stem shared with the paradigm keeps the table small.
      const shared = stem.startsWith(base[0]) ? base[0].length : stem.length
      links.push({
        stem: head + stem.slice(0, shared),
        infix: stem.slice(shared),
        link: `${link}.${harmony}`,
      })
    }
    if (pos === 'adjective') {
      add(comparativeStem(weak, class_), weakBase, 'mpi')
      add(superlativeStem(weak), weakBase, 'in')
      add(weak, weakBase, 'sti')
      const quality = qualityStem(strong)
      add(quality.stem, strongBase, quality.link)
    } else {
      add(weak, weakBase, 'ton')
      add(weak, weakBase, 'llinen')
      add(weak, weakBase, 'mainen')
      add(/[ei]$/.test(strong) && !long.test(strong) ? strong.slice(0, -1) : strong, strongBase, 'inen')
    }
  }
  return links
}
