import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openPacked } from '../../src/finnish/packed.js'
import { withFrequency } from '../../src/finnish/values.js'
import { comparable, readConllu, type TreebankToken } from './conllu.js'
import { buildFinnish, buildGuessers, type FinnishTables, finnishTables } from './finnish.js'
import { type ContextExample, contextAccuracy, contextExamples, trainContext } from './finnish-context.js'
import { frequencyClass } from './finnish-frequency.js'
import {
  choose,
  count,
  type Example,
  ExampleMaker,
  emptyAccuracy,
  hidden,
  misspelt,
  type Preferences,
  show,
  trainPreferences,
  trainWeights,
} from './finnish-training.js'

const foldCount = 5
const options = { epochs: 8, l2: 0.002, rate: 0.25 }
const preferenceShrink = 0.7
/** A count in a treebank says as much as this many in running text read by the analyser itself. */
const treebankShare = 3

/** Files below a folder with an ending, in order. */
function filesOf(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name))
}

/** What stands after the label in a file of labelled texts. */
function secondCells(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.slice(line.indexOf('\t') + 1))
}

/** Our own Finnish comments: they say which words people write in feedback. */
function ownComments(): string[] {
  const folder = fileURLToPath(new URL('../comments/', import.meta.url))
  return filesOf(folder, '.jsonl').flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { text: string; language: string })
      .filter(({ language }) => language === 'fi')
      .map(({ text }) => text),
  )
}

const log = (text: string) => process.stderr.write(`${text}\n`)

type Counts = Map<string, number>
const add = (counts: Counts, key: string, by: number) => counts.set(key, (counts.get(key) ?? 0) + by)

/**
 * Trains the ranker: on the Universal Dependencies treebanks (*-dev.conllu) and, for the frequency of lemmas,
 * the running text (*.train.tsv, label and text) in the folders given. Everything that is counted in the
 * treebanks is counted without the fold that it is used on. Writes data/models/finnish-ranker.tsv and
 * finnish-frequency.tsv; `npm run build:data` packs them.
 */
export function trainFinnish(
  folders: readonly string[],
  given?: FinnishTables,
  write = true,
  observe?: (example: Example, lemma: string, compound: string) => void,
): void {
  const treebanks = folders.flatMap((folder) => filesOf(folder, '-dev.conllu'))
  const texts = folders.flatMap((folder) => filesOf(folder, '.train.tsv'))
  if (treebanks.length === 0) throw new Error('No *-dev.conllu below the folders given')
  const lines = [...texts.flatMap(secondCells), ...ownComments()]
  const tables = given ?? finnishTables()
  const sentences = treebanks.flatMap((path) => readConllu(path))
  // Folds are runs of sentences, so that a text stays on one side.
  const run = 20
  const foldOf = (index: number) => Math.floor(index / run) % foldCount

  const { bytes, valueKeys, summary } = buildFinnish({ ...tables, frequency: () => 0 }, buildGuessers(tables))
  log(summary)
  const packed = openPacked(bytes)
  const setFrequencies = (counts: Counts) => {
    const { values } = packed
    valueKeys.forEach((key, index) => {
      const plain = key.slice(0, key.lastIndexOf('/'))
      const frequency = frequencyClass(counts.get(key) ?? counts.get(plain) ?? 0)
      values[index] = withFrequency(values[index] ?? 0, frequency)
    })
  }
  const maker = new ExampleMaker(packed)
  const goldCounts = (fold: number): Counts => {
    const counts: Counts = new Map()
    sentences.forEach((sentence, index) => {
      if (foldOf(index) === fold) return
      for (const token of sentence) if (!token.skip) add(counts, comparable(token.lemma), treebankShare)
    })
    return counts
  }
  const all = goldCounts(-1)
  const examplesOf = (fold: number, held: boolean, withHidden: boolean): Example[] => {
    const out: Example[] = []
    let at = 0
    sentences.forEach((sentence, index) => {
      if ((foldOf(index) === fold) !== held) return
      for (const token of sentence) {
        if (token.skip) continue
        at++
        const unknown = !withHidden
          ? 'none'
          : hidden(token, (all.get(comparable(token.lemma)) ?? 0) / treebankShare, at)
        out.push(maker.make(token, unknown))
        const changed = withHidden ? misspelt(token, at) : null
        if (changed) out.push(maker.make(changed, 'none'))
      }
    })
    return out
  }
  /** Lemma counts of running text by the present weights. */
  const textCounts = (weights: Float64Array, preferences: Preferences): Counts => {
    const counts: Counts = new Map()
    const memo = new Map<string, string>()
    for (const line of lines)
      for (const form of line.match(/[\p{L}\p{M}][\p{L}\p{M}\p{N}:'’-]*/gu) ?? []) {
        let lemma = memo.get(form)
        if (lemma === undefined) {
          const token: TreebankToken = { form, lemma: form, upos: 'X', marked: false, skip: false }
          lemma = choose(maker.make(token, 'none'), weights, preferences)?.lemma ?? ''
          memo.set(form, lemma)
        }
        if (lemma !== '') add(counts, lemma, 1)
      }
    return counts
  }
  const merged = (a: Counts, b: Counts): Counts => {
    const out = new Map(a)
    for (const [key, value] of b) add(out, key, value)
    return out
  }

  // First round: treebank counts alone; second: with counts of running text read by the first round's weights.
  let running: Counts = new Map()
  let weights: Float64Array = new Float64Array(maker.space.size)
  let preferences: Preferences = new Map()
  let context: ReadonlyMap<string, number> = new Map()
  for (let round = 0; round < 2; round++) {
    const training: Example[] = []
    const perFold: Example[][] = []
    for (let fold = 0; fold < foldCount; fold++) {
      setFrequencies(merged(goldCounts(fold), running))
      perFold.push(examplesOf(fold, true, true))
      training.push(...(perFold[fold] ?? []))
    }
    if (round === 1) {
      const crossed = emptyAccuracy()
      const plain = emptyAccuracy()
      const unseen = emptyAccuracy()
      const inContext: ContextExample[][] = []
      for (let fold = 0; fold < foldCount; fold++) {
        const others = perFold.flatMap((examples, index) => (index === fold ? [] : examples))
        const w = trainWeights(others, maker.space.size, options)
        const p = trainPreferences(others, w, preferenceShrink)
        setFrequencies(merged(goldCounts(fold), running))
        for (const example of examplesOf(fold, true, false)) {
          count(crossed, example, w, p)
          if (observe) {
            const best = choose(example, w, p)
            observe(example, best?.lemma ?? '', best?.compound ?? '')
          }
          count(plain, example, w)
        }
        let at = 0
        const held: ContextExample[] = []
        sentences.forEach((sentence, index) => {
          if (foldOf(index) !== fold) return
          const row = sentence.map((token) => ({ token, example: maker.make(token, 'none') }))
          held.push(...contextExamples(row, w, p))
          for (const token of sentence)
            if (!token.skip && token.upos === 'NOUN' && at++ % 3 === 0)
              count(unseen, maker.make(token, 'entry'), w)
        })
        inContext.push(held)
      }
      log(show('cross-fitted', crossed))
      let right = 0
      let tokens = 0
      inContext.forEach((held, fold) => {
        const learnt = trainContext(inContext.flatMap((examples, index) => (index === fold ? [] : examples)))
        const result = contextAccuracy(held, learnt)
        right += result.inContext
        tokens += result.tokens
      })
      log(`cross-fitted, in context: all ${((100 * right) / tokens).toFixed(2)}`)
      context = trainContext(inContext.flat())
      log(show('cross-fitted, without form preferences', plain))
      log(show('nouns hidden from the lexicon', unseen))
      log([...crossed.ways].map(([way, row]) => `${way} ${row.right}/${row.n}`).join(', '))
    }
    weights = trainWeights(training, maker.space.size, options)
    preferences = trainPreferences(training, weights, preferenceShrink)
    if (round === 0) {
      setFrequencies(all)
      running = textCounts(weights, preferences)
    } else if (write) {
      const tags: Counts = new Map()
      for (const example of training) {
        const best = choose(example, weights, preferences)
        if (best?.right) add(tags, best.tag, 1)
      }
      writeModel(maker.space.names(), weights, preferences, context, tags, merged(all, running), valueKeys, [
        ...treebanks,
        ...texts,
        'data/comments',
      ])
    }
  }
}

function writeModel(
  names: readonly string[],
  weights: Float64Array,
  preferences: Preferences,
  context: ReadonlyMap<string, number>,
  tags: Counts,
  counts: Counts,
  keys: readonly string[],
  sources: readonly string[],
): void {
  const models = new URL('../models/', import.meta.url)
  const rows: string[] = []
  names.forEach((name, index) => {
    const value = weights[index] ?? 0
    if (Math.abs(value) >= 0.02) rows.push(`weight\t${name}\t${value.toFixed(2)}`)
  })
  for (const [form, lemmas] of [...preferences].sort((a, b) => (a[0] < b[0] ? -1 : 1)))
    for (const [lemma, points] of lemmas) rows.push(`form\t${form}\t${lemma}\t${points.toFixed(1)}`)
  for (const [name, points] of [...context].sort((a, b) => (a[0] < b[0] ? -1 : 1)))
    if (Math.abs(points) >= 0.1) rows.push(`context\t${name}\t${points.toFixed(2)}`)
  for (const [tag, value] of [...tags].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))
    rows.push(`tag\t${tag}\t${value}`)
  const hash = createHash('sha256').update(rows.join('\n')).digest('hex')
  const from = sources.map((path) => path.split('/').pop()).join(', ')
  writeFileSync(
    new URL('finnish-ranker.tsv', models),
    `# Weights of the Finnish ranker, learnt by \`npm run train -- finnish\`. Edit nothing here.\n# Sources: ${from} (data/SOURCES.md). sha256 of the rows: ${hash}\n${rows.join('\n')}\n`,
  )
  const known = new Set(keys.map((key) => key.slice(0, key.lastIndexOf('/')).replace(/-/g, '')))
  const lemmas = [...counts]
    .filter(([lemma, value]) => known.has(lemma) && value >= 1)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([lemma, value]) => `${lemma}\t${value}`)
  writeFileSync(
    new URL('finnish-frequency.tsv', models),
    `# Counts of lemmas in the texts named in finnish-ranker.tsv; only words of our lexicon.\n${lemmas.join('\n')}\n`,
  )
  log(`${rows.length} rows, ${lemmas.length} lemmas, sha256 ${hash}`)
}
