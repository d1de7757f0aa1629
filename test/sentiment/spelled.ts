import type { Tables, ValenceRow } from '../../src/sentiment/tables.js'
import type { SupportedLanguage } from '../../src/types.js'

/** Neutral sentences about what an entry says: a word alone, as a predicate, before and after other words. */
const frames: Record<SupportedLanguage, readonly string[]> = {
  fi: ['_', 'Se oli _.', 'Siellä _.', '_ tuli.', 'Hoitaja oli _.', '_ asia.'],
  sv: ['_', 'Det var _.', 'Där _.', '_ det.'],
  en: ['_', 'It was _.', 'There _.', '_ it.'],
}

/** How many alternatives of one place are tried. */
const MOST = 12

/** Texts that a row of valence describes, plainest first: its own example, or its own words in neutral sentences. */
export function spelled(
  { entry, near, example }: ValenceRow,
  language: SupportedLanguage,
  classes: Tables['classes'],
): string[] {
  if (example !== '') return [example]
  const alternatives = (text: string): string[] => text.split('|').flatMap(plain)
  const plain = (name: string): string[] => {
    if (name.length < 2) return [name === '#' ? '7' : name]
    if (name.startsWith('@')) return (classes.get(name.slice(1)) ?? []).flatMap(alternatives)
    return [name.replace(/^[=*]/, '').replace(/\*$/, '')]
  }
  const places = entry
    .split(' ')
    .filter((piece) => !/^~\d+$|^!./.test(piece))
    .map((piece) => ({
      optional: /^\?./.test(piece),
      words: alternatives(piece.replace(/^\?(?=.)/, '')).slice(0, MOST),
    }))
  const spell = (choose: (place: number) => number, whole: boolean): string =>
    places
      .filter(({ optional }) => whole || !optional)
      .map(({ words }, place) => words[choose(place) % words.length])
      .join(' ')
  const phrases: string[] = []
  for (let i = 0; i < Math.max(...places.map(({ words }) => words.length)); i += 1)
    phrases.push(
      spell(() => i, true),
      spell(() => i, false),
    )
  for (const [varied, { words }] of places.entries())
    for (let i = 1; i < words.length; i += 1) phrases.push(spell((place) => (place === varied ? i : 0), true))
  const nearby = near === '' ? [''] : alternatives(near).slice(0, MOST)
  const all = phrases.flatMap((phrase) =>
    nearby.flatMap((word) => (word === '' ? [phrase] : [`${word} ${phrase}`, `${phrase} ${word}`])),
  )
  // Smileys are spelled in capitals too.
  const own = near === '' && !entry.includes(' ') ? [entry.toUpperCase()] : []
  return frames[language].flatMap((frame) =>
    [...new Set([...all, ...own])].map((text) => frame.replace('_', () => text)),
  )
}
