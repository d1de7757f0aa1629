import { encodeKey } from '../../src/finnish/alphabet.js'
import { partsOfSpeech } from '../../src/finnish/parts-of-speech.js'
import { buildDoubleArray, type DoubleArray } from './double-array.js'
import { lexemeItems, linkItems } from './finnish-items.js'
import type { Lexeme } from './finnish-lexicon.js'

/**
 * Longest-suffix statistics over forms that the paradigms generate: which rule (letters to cut, text to add,
 * part of speech, form) made a word with this end, each weighted by how common such forms are.
 */
export interface GuesserTable {
  trie: DoubleArray
  offsets: Uint32Array
  /** Pairs of rule number and sureness: 255 is certain, each step down halves by a sixteenth of a doubling. */
  ruleIds: Uint16Array
  sureness: Uint8Array
  /** `cut|add|pos|tag` */
  rules: string[]
}

const longestSuffix = 7
const fewestLexemes = 5
const mostRules = 6
/** Most lexemes of one class and part of speech that are generated; the rest are represented by weight. */
const classSample = 500

/** Closed or rare classes do not take new words; their members are all in the lexicon (finnish.md, advice 5). */
const closedClass = new Set([
  7, 16, 19, 23, 24, 25, 26, 27, 28, 29, 30, 31, 35, 36, 37, 42, 44, 45, 46, 57, 59, 60, 63, 64, 65, 70, 71,
  76, 77, 78,
])

const openPos = new Set(['noun', 'adjective', 'verb', 'adverb', 'name'])

/** Possessive forms are left out: their share is small and their ends mislead. */
const possessive = /\.(?:ni|si|nsa|mme|nne|spoken)$/

interface Made {
  form: string
  lemma: string
  pos: number
  tag: string
  weight: number
}

function* formsOf(
  lexeme: Lexeme,
  weight: number,
  tagWeight: (pos: string, tag: string) => number,
  links: ReturnType<typeof linkItems>,
): Generator<Made> {
  const lemma = lexeme.lemma.replace(/#/g, '').toLowerCase()
  const pos = (partsOfSpeech as readonly string[]).indexOf(lexeme.pos)
  for (const [stem, items] of lexemeItems(lexeme))
    for (const item of items) {
      const [type = '', text = '', name = ''] = item.split('|')
      if (type === 'E') {
        if (possessive.test(name)) continue
        const w = weight * tagWeight(lexeme.pos, name)
        if (w > 0) yield { form: stem + text, lemma, pos, tag: name, weight: w }
      } else if (type === 'L') {
        const link = links.get(name)
        if (!link) continue
        const makes = link.kind.makes
        const own = makes === 'own'
        // Only what is common enough to meet in unknown words.
        if (own && !/^(?:minen|ja|sti)\./.test(name)) continue
        const linkLemma = own ? stem + text + (link.kind.lemma ?? '') : lemma
        const linkPos = own ? partsOfSpeech.findIndex((p) => p === (link.kind.pos ?? 'noun')) : pos
        for (const [suffix, cells] of link.items)
          for (const cell of cells) {
            const [cellType = '', ending = '', tag = ''] = cell.split('|')
            if (cellType !== 'E' || possessive.test(tag)) continue
            const full = own ? tag : `${makes}.${tag}`
            const w = weight * tagWeight(own ? (link.kind.pos ?? 'noun') : lexeme.pos, full) * (own ? 0.3 : 1)
            if (w > 0)
              yield { form: stem + text + suffix + ending, lemma: linkLemma, pos: linkPos, tag, weight: w }
          }
      }
    }
}

export function buildGuesser(
  lexicon: readonly Lexeme[],
  names: boolean,
  tagWeight: (pos: string, tag: string) => number,
): GuesserTable {
  const links = linkItems()
  const classes = new Map<string, Lexeme[]>()
  for (const lexeme of lexicon) {
    if ((lexeme.pos === 'name') !== names || !openPos.has(lexeme.pos) || lexeme.standard !== null) continue
    if (lexeme.flags.has('first') || lexeme.class >= 77 || lexeme.class < 1 || lexeme.lemma.length < 4)
      continue
    const key = `${lexeme.class}/${lexeme.gradation}/${lexeme.pos}`
    const list = classes.get(key)
    if (list) list.push(lexeme)
    else classes.set(key, [lexeme])
  }
  const stats = new Map<
    string,
    { total: number; lexemes: number; last: Lexeme | null; rules: Map<string, number> }
  >()
  for (const key of [...classes.keys()].sort()) {
    const list = classes.get(key) ?? []
    const step = Math.max(1, list.length / classSample)
    for (let at = 0; at < list.length; at += step) {
      const lexeme = list[Math.floor(at)]
      if (!lexeme) continue
      const weight = step * (closedClass.has(lexeme.class) ? 0.15 : 1)
      for (const made of formsOf(lexeme, weight, tagWeight, links)) {
        let shared = 0
        while (shared < made.form.length && made.form[shared] === made.lemma[shared]) shared++
        const cut = made.form.length - shared
        if (cut > 9) continue
        const rule = `${cut}|${made.lemma.slice(shared)}|${made.pos}|${made.tag}`
        for (
          let length = Math.max(1, cut);
          length <= Math.min(longestSuffix, made.form.length - 1);
          length++
        ) {
          const suffix = made.form.slice(-length)
          let node = stats.get(suffix)
          if (!node) {
            node = { total: 0, lexemes: 0, last: null, rules: new Map() }
            stats.set(suffix, node)
          }
          node.total += made.weight
          if (node.last !== lexeme) {
            node.last = lexeme
            node.lexemes++
          }
          node.rules.set(rule, (node.rules.get(rule) ?? 0) + made.weight)
        }
      }
    }
  }
  return pack(stats)
}

type Stats = Map<string, { total: number; lexemes: number; rules: Map<string, number> }>

/** Interpolates each suffix with its shorter one (Witten-Bell), keeps the best rules, drops suffixes that say nothing new. */
function pack(stats: Stats): GuesserTable {
  const mixed = new Map<string, Map<string, number>>()
  const mix = (suffix: string): Map<string, number> => {
    if (suffix === '') return new Map()
    const known = mixed.get(suffix)
    if (known) return known
    const node = stats.get(suffix)
    const shorter = mix(suffix.slice(1))
    const out = new Map<string, number>()
    if (node && node.lexemes >= fewestLexemes) {
      const share = node.lexemes / (node.lexemes + 4)
      for (const [rule, weight] of node.rules) out.set(rule, (share * weight) / node.total)
      for (const [rule, p] of shorter) out.set(rule, (out.get(rule) ?? 0) + (1 - share) * p)
    } else for (const [rule, p] of shorter) out.set(rule, p)
    const best = new Map([...out].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 12))
    mixed.set(suffix, best)
    return best
  }
  const top = (suffix: string) => [...mix(suffix)].slice(0, mostRules)
  const kept: string[] = []
  const says = new Map<string, string>()
  /** What the nearest kept suffix says. */
  for (const suffix of [...stats.keys()]
    .filter((s) => (stats.get(s)?.lexemes ?? 0) >= fewestLexemes)
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    const mine = top(suffix)
    let parent = suffix.slice(1)
    while (parent !== '' && !says.has(parent)) parent = parent.slice(1)
    const text = mine
      .map(([rule, p]) => `${rule}~${Math.round(Math.log2(p) * 0.8)}`)
      .slice(0, 2)
      .join(' ')
    if (parent !== '' && says.get(parent) === text) continue
    says.set(suffix, text)
    kept.push(suffix)
  }
  kept.sort()
  const rules: string[] = []
  const ruleNumbers = new Map<string, number>()
  const ruleIds: number[] = []
  const sureness: number[] = []
  const offsets = new Uint32Array(kept.length + 1)
  kept.forEach((suffix, index) => {
    for (const [rule, p] of top(suffix)) {
      if (p < 0.015) continue
      let id = ruleNumbers.get(rule)
      if (id === undefined) {
        id = rules.length
        rules.push(rule)
        ruleNumbers.set(rule, id)
      }
      ruleIds.push(id)
      sureness.push(Math.max(0, Math.min(255, Math.round(255 + 16 * Math.log2(p)))))
    }
    offsets[index + 1] = ruleIds.length
  })
  // Every shorter suffix of a kept one must be walkable; only kept ones carry rules.
  return {
    trie: buildDoubleArray(
      kept.map((suffix) => encodeKey(suffix).reverse()),
      kept.map((_, index) => index),
    ),
    offsets,
    ruleIds: Uint16Array.from(ruleIds),
    sureness: Uint8Array.from(sureness),
    rules,
  }
}
