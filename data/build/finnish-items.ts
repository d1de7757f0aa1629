import { nominalLinks } from '../../src/finnish/derivation.js'
import { harmonies, spell } from '../../src/finnish/harmony.js'
import { linksFor } from '../../src/finnish/links.js'
import { nominal } from '../../src/finnish/nominal.js'
import { compoundCells } from '../../src/finnish/nominal-compound.js'
import { nominalStems } from '../../src/finnish/nominal-stems.js'
import { singularOf } from '../../src/finnish/plural-only.js'
import { verb } from '../../src/finnish/verb.js'
import type { FormRow, Lexeme } from './finnish-lexicon.js'

/**
 * What may follow a stem, as text keys: `E|ending|tag` a complete form, `L|infix|link` a suffix that goes on,
 * `B|string|kind` a form that another part of a compound may follow.
 */
export type StemItems = Map<string, Set<string>>

/** Forms in which a nominal stands as the first part of a compound (VISK § 403-407). */
const boundaryTags: Record<string, string> = { 'sg.nom': 'nom', 'sg.gen': 'gen', 'pl.gen': 'plgen' }

function put(items: StemItems, stem: string, item: string): void {
  const set = items.get(stem)
  if (set) set.add(item)
  else items.set(stem, new Set([item]))
}

export function nominalItems(
  lemma: string,
  class_: number,
  gradation: Lexeme['gradation'],
  options: { plural?: boolean; pos: string; lastOnly?: boolean },
): StemItems {
  const items: StemItems = new Map()
  for (const cell of nominal(lemma, class_, gradation, { plural: options.plural ?? false })) {
    put(items, cell.stem, `E|${cell.ending}|${cell.tag}`)
    const kind = boundaryTags[cell.tag]
    if (kind && !options.lastOnly) put(items, cell.stem, `B|${cell.ending}|${kind}`)
  }
  const at = lemma.lastIndexOf('#') + 1
  const head = lemma.slice(0, at).replace(/#/g, '')
  const part = lemma.slice(at)
  const single = options.plural ? singularOf(part, class_, gradation) : part
  for (const stems of nominalStems(single, class_, gradation)) {
    for (const base of stems.bound ?? []) put(items, head + base[0], `B|${base[1]}|bound`)
    if (options.plural && !options.lastOnly) {
      for (const base of stems.nominative) put(items, head + base[0], `B|${base[1]}|nom`)
      for (const base of stems.weak)
        put(items, head + base[0], `B|${spell(base[1], harmonies(part)[0] ?? 'front')}n|gen`)
    }
  }
  if (options.pos === 'noun' || options.pos === 'adjective')
    for (const link of nominalLinks(
      head === '' ? single : `${lemma.slice(0, at)}${single}`,
      class_,
      gradation,
      options.pos,
    ))
      if (!(suppletive.has(lemma) && /^(?:mpi|in)\./.test(link.link)))
        put(items, link.stem, `L|${link.infix}|${link.link}`)
  return items
}

/** Adjectives whose degrees stand in the table of forms (hyvä : parempi : paras). */
const suppletive = new Set(['hyvä', 'pitkä'])

export function verbItems(lexeme: Lexeme): StemItems {
  const items: StemItems = new Map()
  const { cells, links } = verb(lexeme.lemma, lexeme.class, lexeme.gradation)
  for (const cell of cells) put(items, cell.stem, `E|${cell.ending}|${cell.tag}`)
  for (const link of links) put(items, link.stem, `L|${link.infix}|${link.link}`)
  return items
}

const inflecting = new Set(['noun', 'adjective', 'name', 'numeral', 'pronoun', 'abbreviation'])

/** Adverbs and adpositions take possessive suffixes (mielestäni, kanssamme); those in -n, -t, -s do not. */
function uninflectedItems(lexeme: Lexeme, text: string): StemItems {
  const items: StemItems = new Map()
  const tag = lexeme.pos === 'abbreviation' ? 'abbr' : 'adv'
  if (!lexeme.flags.has('first')) put(items, text, `E||${tag}`)
  if (lexeme.flags.has('first') || lexeme.pos === 'abbreviation') put(items, text, 'B||nom')
  if (lexeme.pos === 'adposition' || lexeme.pos === 'adverb') possessives(items, text, lexeme.pos)
  if (lexeme.pos === 'adverb') otherPersons(items, text)
  return items
}

/** Adverbs whose lemma has the third person's suffix take the others too: pahoillaan : pahoillani (VISK § 95-98). */
function otherPersons(items: StemItems, text: string): void {
  if (!/(?:ss|st|ll|lt|n)([aä])\1n$|[lk]?leen$|kseen$/.test(text) || text.length < 7) return
  for (const [suffix, person] of [
    ['ni', 'ni'],
    ['si', 'si'],
    ['nsA', 'nsa'],
    ['mme', 'mme'],
    ['nne', 'nne'],
  ])
    put(items, text.slice(0, -2), `E|${spell(suffix ?? '', harmonies(text)[0] ?? 'front')}|adv.${person}`)
}

/** mielestäni, kanssamme, mukaansa, takiasi, vuokseni (VISK § 95-98). */
function possessives(items: StemItems, text: string, pos: string): void {
  const local = /(?:ss|st|ll|lt|n|t)[aä]$|lle$|nsa$|kse$|ksi$/.test(text)
  const illative = /([aeiouyäö])\1n$/.test(text)
  if (!local && !illative && !(pos === 'adposition' && /[aouäöy]$/.test(text))) return
  const cut = text.endsWith('ksi') || illative ? text.slice(0, -1) : text
  const infix = text.endsWith('ksi') ? 'e' : ''
  const harmony = harmonies(text)[0] ?? 'front'
  for (const [suffix, person] of [
    ['ni', 'ni'],
    ['si', 'si'],
    ['nsA', 'nsa'],
    ['mme', 'mme'],
    ['nne', 'nne'],
  ])
    put(items, cut, `E|${infix}${spell(suffix ?? '', harmony)}|adv.${person}`)
  const vowel = (cut + infix).slice(-1)
  if (local && (cut + infix).at(-2) !== vowel) put(items, cut, `E|${infix}${vowel}n|adv.nsa`)
}

/** Itä-Uusimaa : Itä-Uudenmaan: what stands before the two parts stays. Places have no plural. */
function bothItems(text: string, [first, one, last, other]: NonNullable<Lexeme['parts']>): StemItems {
  const items: StemItems = new Map()
  const head = text.slice(0, text.length - first.length - last.length)
  for (const cell of compoundCells(`${first}#${last}`, true, [one, other])) {
    if (!cell.tag.startsWith('sg.')) continue
    put(items, head + cell.stem, `E|${cell.ending}|${cell.tag}`)
    const kind = boundaryTags[cell.tag]
    if (kind) put(items, head + cell.stem, `B|${cell.ending}|${kind}`)
  }
  return items
}

/** Everything that the paradigm of an entry can do. Lemma text is lower case; names get their capital back in the reading. */
export function lexemeItems(lexeme: Lexeme): StemItems {
  const lemma = lexeme.lemma.toLowerCase()
  const plain = lemma.replace(/#/g, '')
  if (lexeme.class >= 52 && lexeme.class <= 78) return verbItems({ ...lexeme, lemma })
  if (lexeme.parts) return bothItems(plain, lexeme.parts)
  if (lexeme.class >= 1 && lexeme.class <= 49 && inflecting.has(lexeme.pos) && !lexeme.flags.has('first'))
    return nominalItems(lemma, lexeme.class, lexeme.gradation, {
      pos: lexeme.flags.has('colloquial') ? 'other' : lexeme.pos,
      plural: lexeme.flags.has('plural'),
      lastOnly: lexeme.flags.has('last'),
    })
  return uninflectedItems(lexeme, plain)
}

export function formItems(row: FormRow): StemItems {
  const items: StemItems = new Map()
  put(items, row.form, `E||${row.tag}`)
  return items
}

/** The stems of each productive suffix; adjectives among them take adverbs and qualities in turn. */
export function linkItems(): Map<
  string,
  { items: StemItems; kind: ReturnType<typeof linksFor>[number]['kind'] }
> {
  const out = new Map<string, { items: StemItems; kind: ReturnType<typeof linksFor>[number]['kind'] }>()
  for (const harmony of ['back', 'front'] as const)
    for (const link of linksFor(harmony)) {
      const items: StemItems = new Map()
      for (const cell of link.cells) {
        put(items, cell.stem, `E|${cell.ending}|${cell.tag}`)
        const kind = boundaryTags[cell.tag]
        if (kind && link.kind.makes === 'own' && link.kind.pos === 'noun')
          put(items, cell.stem, `B|${cell.ending}|${kind}`)
      }
      const name = link.name.split('.')[0] ?? ''
      if (name === 'minen') put(items, 'mi', 'B|s|bound')
      // -sti and -uus go on from adjectives and participles: kohtuuttomasti, sitoutuneisuus is left to the lexicon.
      const v = (text: string) => spell(text, harmony)
      if (name === 'maton' || name === 'ton') {
        const stem = name === 'maton' ? v('mAttOm') : v('ttOm')
        put(items, stem, `L|${v('A')}|sti.${harmony}`)
        put(items, stem, `L||uus.${harmony}`)
      }
      if (name === 'llinen' || name === 'mainen' || name === 'inen') {
        const stem = v(name === 'llinen' ? 'lli' : name === 'mainen' ? 'mAi' : 'i')
        put(items, stem, `L|se|sti.${harmony}`)
        put(items, stem, `L|s|uus.${harmony}`)
      }
      if (name === 'va') put(items, 'v', `L|${v('A')}|sti.${harmony}`)
      if (name === 'tava') put(items, v('Av'), `L|${v('A')}|sti.${harmony}`)
      if (name === 'tava' || name === 'va') put(items, name === 'va' ? 'v' : v('Av'), `L||uus.${harmony}`)
      if (name === 'nut') put(items, '', `L|ee|sti.${harmony}`)
      if (name === 'tu.weak' || link.name.startsWith('tu.weak')) put(items, v('U'), `L||sti.${harmony}`)
      out.set(link.name, { items, kind: link.kind })
    }
  return out
}
