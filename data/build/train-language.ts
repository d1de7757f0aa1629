import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomFrom } from '../../src/categories/fit.js'
import { SLOTS, scanNgrams } from '../../src/language/ngrams.js'

/**
 * Trains the table that tells Finnish, Swedish, English and "something else" apart: logistic regression over
 * hashed letter n-grams, on snippets of three to sixty characters. Reads, in the folders given:
 * `<code>.words.tsv` (word, frequency; every code but fi, sv and en counts as other), `<code>.txt` (a text a
 * line), `*.tsv` with label and text (Finnish) and `*_en.*.jsonl` with "text" (English). Beside them go our own
 * sentences in data/language. Deterministic: same input, same weights.
 */
const CLASSES = ['fi', 'sv', 'en', 'other'] as const
const SNIPPETS = 2_400_000
const RATE = 0.06
const DECAY = 1e-7
const SNAPSHOT = 20_000
const SCALE = 24

interface Source {
  file: string
  lines: number
  sha256: string
}

interface Pool {
  texts: string[]
  words: string[]
  /** Running sums of damped frequencies, for drawing words. */
  sums: Float64Array
}

function readSources(folders: readonly string[], own: string): { pools: Pool[]; sources: Source[] } {
  const texts: string[][] = CLASSES.map(() => [])
  const words: { word: string; weight: number }[][] = CLASSES.map(() => [])
  const sources: Source[] = []
  const classOf = (code: string) => {
    const at = (CLASSES as readonly string[]).indexOf(code)
    return at < 0 ? 3 : at
  }
  const visit = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((x, y) =>
      x.name < y.name ? -1 : 1,
    )) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) {
        visit(path)
        continue
      }
      const list = /^([a-z]{2,3})\.words\.tsv$/.exec(entry.name)
      const plain = /^(?:.*\.)?([a-z]{2,3})\.txt$/.exec(entry.name)
      const labelled = /train\.tsv$/.test(entry.name)
      const comments = /_(fi|sv|en)\.(?:train|dev)\.jsonl$/.exec(entry.name)
      if (!list && !plain && !labelled && !comments) continue
      const bytes = readFileSync(path)
      const lines = bytes.toString('utf8').split('\n').filter(Boolean)
      sources.push({
        file: entry.name,
        lines: lines.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      })
      if (list) {
        const of = classOf(list[1] as string)
        for (const line of lines) {
          const [word = '', weight = '0'] = line.split('\t')
          words[of]?.push({ word, weight: Number(weight) })
        }
      } else if (plain) texts[classOf(plain[1] as string)]?.push(...lines)
      else if (labelled) for (const line of lines.slice(1)) texts[0]?.push(line.slice(line.indexOf('\t') + 1))
      else if (comments)
        for (const line of lines) {
          const row = JSON.parse(line) as Record<string, unknown>
          const text = row.text ?? row[`text_${comments[1]}`]
          if (typeof text === 'string') texts[classOf(comments[1] as string)]?.push(text)
        }
    }
  }
  for (const folder of [own, ...folders]) if (existsSync(folder)) visit(folder)
  const pools = CLASSES.map((_, at) => {
    const list = words[at] ?? []
    const sums = new Float64Array(list.length)
    let sum = 0
    list.forEach((entry, i) => {
      sum += entry.weight ** 0.8
      sums[i] = sum
    })
    // Every tenth text is held out for the figures of benchmarks/quality.
    return {
      texts: (texts[at] ?? []).filter((_, i) => i % 10 !== 9),
      words: list.map((entry) => entry.word),
      sums,
    }
  })
  return { pools, sources }
}

function drawWord(pool: Pool, random: () => number): string {
  const { sums, words } = pool
  const mark = random() * (sums[sums.length - 1] ?? 0)
  let low = 0
  let high = sums.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] as number) < mark) low = middle + 1
    else high = middle
  }
  return words[low] ?? ''
}

/** A snippet: mostly the start of a real text, or words drawn by their frequency; cut where a window would cut. */
function drawSnippet(pool: Pool, random: () => number): string {
  const limit = random() < 0.35 ? 20 : 2 + Math.floor(random() * 57)
  const share = pool.texts.length === 0 ? 0 : pool.texts.length < 1000 ? 0.15 : 0.45
  if (random() < share) {
    const text = pool.texts[Math.floor(random() * pool.texts.length)] ?? ''
    const at = random() < 0.6 ? 0 : text.indexOf(' ', Math.floor(random() * text.length)) + 1
    return text.slice(at, at + limit)
  }
  let text = drawWord(pool, random)
  while (text.length < limit) text += ` ${drawWord(pool, random)}`
  if (random() < 0.3)
    return text.slice(0, text.lastIndexOf(' ', limit) > 0 ? text.lastIndexOf(' ', limit) : undefined)
  return text.slice(0, limit)
}

export function trainLanguage(folders: readonly string[], root = process.cwd()): void {
  const { pools, sources } = readSources(folders, join(root, 'data/language'))
  const random = randomFrom(20261122)
  const width = CLASSES.length
  const weights = new Float32Array(SLOTS * width)
  const gradients = new Float32Array(SLOTS).fill(1e-3)
  const slots = new Uint16Array(512)
  const sums = new Float64Array(width)
  // The weights shipped are the mean over the second half of training (Polyak averaging): less noise.
  const mean = new Float64Array(weights.length)
  let snapshots = 0
  for (let round = 0; round < SNIPPETS; round += 1) {
    if (round > SNIPPETS / 2 && round % SNAPSHOT === 0) {
      snapshots += 1
      for (let i = 0; i < mean.length; i += 1) mean[i] = (mean[i] as number) + (weights[i] as number)
    }
    const r = random()
    const of = r < 0.29 ? 0 : r < 0.59 ? 1 : r < 0.87 ? 2 : 3
    const snippet = drawSnippet(pools[of] as Pool, random)
    const { count } = scanNgrams(snippet, 0, snippet.length, slots)
    if (count === 0) continue
    sums.fill(0)
    for (let i = 0; i < count; i += 1) {
      const at = (slots[i] as number) * width
      for (let k = 0; k < width; k += 1) sums[k] = (sums[k] as number) + (weights[at + k] as number)
    }
    const most = Math.max(...sums)
    let total = 0
    for (let k = 0; k < width; k += 1) total += Math.exp((sums[k] as number) - most)
    for (let k = 0; k < width; k += 1)
      sums[k] = Math.exp((sums[k] as number) - most) / total - (k === of ? 1 : 0)
    if (Math.abs(sums[of] as number) < 0.002) continue
    for (let i = 0; i < count; i += 1) {
      const slot = slots[i] as number
      const g = sums[of] as number
      gradients[slot] = (gradients[slot] as number) + g * g
      const rate = RATE / Math.sqrt(gradients[slot] as number) + 0.002
      for (let k = 0; k < width; k += 1) {
        const at = slot * width + k
        weights[at] = (weights[at] as number) * (1 - DECAY) - rate * (sums[k] as number)
      }
    }
  }
  const packed = new Int8Array(weights.length)
  for (let i = 0; i < weights.length; i += 1)
    packed[i] = Math.max(-127, Math.min(127, Math.round(((mean[i] as number) / snapshots) * SCALE)))
  const bytes = Buffer.from(packed.buffer)
  writeFileSync(join(root, 'data/models/language.bin'), bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  writeFileSync(
    join(root, 'data/models/language.json'),
    `${JSON.stringify({ model: 'language', classes: CLASSES, slots: SLOTS, scale: SCALE, snippets: SNIPPETS, sha256, sources }, null, 2)}\n`,
  )
}
