import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = resolve(import.meta.dirname, '../../data/comments')

interface Row {
  id: string
  text: string
  question: string
}

const rows = readdirSync(folder)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Row)

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Pairs of texts of which the shorter shares over 60 % of its character 5-grams with the other. */
function alike(texts: readonly string[]): [number, number][] {
  const LENGTH = 5
  const grams = texts.map((text) => {
    const letters = plain(text)
    const set = new Set<string>()
    // Short answers ("ei mitään", "hyvä hoito") cannot but be alike.
    if (letters.length >= 25)
      for (let at = 0; at + LENGTH <= letters.length; at += 1) set.add(letters.slice(at, at + LENGTH))
    return set
  })
  const holders = new Map<string, number[]>()
  const pairs: [number, number][] = []
  for (const [index, set] of grams.entries()) {
    const shared = new Map<number, number>()
    for (const gram of set) {
      const list = holders.get(gram) ?? []
      for (const other of list) shared.set(other, (shared.get(other) ?? 0) + 1)
      list.push(index)
      holders.set(gram, list)
    }
    for (const [other, count] of shared)
      if (count > 0.6 * Math.min(set.size, grams[other]?.size ?? 0)) pairs.push([other, index])
  }
  return pairs
}

describe('the training comments', () => {
  it('are at least 4,000', () => {
    expect(rows.length).toBeGreaterThanOrEqual(4000)
  })

  it('do not stand twice under the same question', () => {
    const seen = new Map<string, string>()
    const twice: string[] = []
    for (const { id, text, question } of rows) {
      const key = `${question}: ${plain(text) || text.trim()}`
      const known = seen.get(key)
      if (known !== undefined) twice.push(`${known} ${id} ${key}`)
      seen.set(key, id)
    }
    expect(twice).toEqual([])
  })

  it('are not alike: no two share over 60 % of their character 5-grams', () => {
    expect(alike(['Jonotin puhelimessa tunnin ajan', 'Jonotin puhelimessa tunnin ajan!!'])).toHaveLength(1)
    const pairs = alike(rows.map(({ text }) => text))
    expect(pairs.map(([a, b]) => `${rows[a]?.id} ${rows[b]?.id}`)).toEqual([])
  })

  it('follow no template: no five words in a row stand in over 0.5 % of them', () => {
    const counts = new Map<string, number>()
    for (const { text } of rows) {
      const words = plain(text).split(' ')
      const runs = new Set(words.slice(4).map((_, at) => words.slice(at, at + 5).join(' ')))
      for (const run of runs) counts.set(run, (counts.get(run) ?? 0) + 1)
    }
    expect([...counts].filter(([, count]) => count > rows.length * 0.005)).toEqual([])
  })
})
