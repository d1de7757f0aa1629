import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadEnglish } from '../../src/english/index.js'
import { loadFinnish } from '../../src/finnish/index.js'
import { createDocument } from '../../src/language/index.js'
import { createEventReader } from '../../src/sentiment/alertEvents.js'
import { type FeatureKind, listAlertFeatures } from '../../src/sentiment/alertFeatures.js'
import { ALERT_KEYS } from '../../src/sentiment/alertWeights.js'
import { readTables } from '../../src/sentiment/tables.js'
import { loadSwedish } from '../../src/swedish/index.js'
import { sentimentTexts } from './sentiment.js'
import type { Source } from './sentiment-corpus.js'

/** A comment with the alerts that a person gave it, one bit a key. */
export interface AlertExample {
  /** `told`: written for alerts, half of them look-alikes; `ordinary`: our comments; `care`: comments nobody labeled. */
  source: 'told' | 'ordinary' | 'care'
  /** The file of its writer. */
  writer: string
  text: string
  language: string
  alerts: number
}

interface AlertLine {
  text: string
  language?: string
  /** So in the golden files. */
  lang?: string
  alerts?: string[]
}

/** What is known of a feature number. */
export interface FeatureName {
  kind: FeatureKind
  name: string
}

export interface PreparedAlert extends AlertExample {
  /** Features of each sentence. */
  features: Int32Array[]
  /** Words of each sentence. */
  words: number[]
  /** Keys that the table raises, one bit each. */
  table: number
}

/** The comments that the table was tuned on: its frames look surer there than they are. */
export const TUNED = 'alerts.jsonl'

const bitsOf = (keys: readonly string[]): number =>
  keys.reduce((bits, key) => bits | (1 << (ALERT_KEYS as readonly string[]).indexOf(key)), 0)

/** Comments written for alerts, our ordinary comments, and `care_comments_en.train.jsonl` of the folders given. */
export function readAlertCorpus(folders: readonly string[]): { examples: AlertExample[]; sources: Source[] } {
  const examples: AlertExample[] = []
  const sources: Source[] = []
  const seen = new Set<string>()
  const open = (path: string, writer: string, source: AlertExample['source']): void => {
    const bytes = readFileSync(path)
    const lines = bytes.toString('utf8').split('\n').filter(Boolean)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    sources.push({ file: writer, lines: lines.length, sha256 })
    for (const line of lines) {
      const { text, language = 'en', lang = language, alerts = [] } = JSON.parse(line) as AlertLine
      if (seen.has(text)) continue
      seen.add(text)
      examples.push({ source, writer, text, language: lang, alerts: source === 'care' ? 0 : bitsOf(alerts) })
    }
  }
  open(`test/golden/sentiment/${TUNED}`, TUNED, 'told')
  for (const [folder, source] of [
    ['data/sentiment/alerts', 'told'],
    ['data/comments', 'ordinary'],
  ] as const)
    for (const name of readdirSync(folder).sort())
      if (name.endsWith('.jsonl')) open(`${folder}/${name}`, name, source)
  for (const folder of folders) {
    const name = 'care_comments_en.train.jsonl'
    if (existsSync(join(folder, name))) open(join(folder, name), name, 'care')
  }
  return { examples, sources }
}

/** Reads every example as the program does; `names` tells what each feature number stands for. */
export async function prepareAlerts(
  examples: readonly AlertExample[],
): Promise<{ prepared: PreparedAlert[]; names: ReadonlyMap<number, FeatureName> }> {
  const readers = { fi: await loadFinnish(), sv: await loadSwedish(), en: await loadEnglish() }
  const reader = createEventReader(readTables(sentimentTexts()).alerts)
  const names = new Map<number, FeatureName>()
  const prepared = examples.map((example) => {
    const document = createDocument(example.text, { readers })
    const scene = reader.read(document)
    const bySentence: number[][] = document.sentences.map(() => [])
    for (const { feature, kind, name, sentence } of listAlertFeatures(reader, scene)) {
      bySentence[sentence]?.push(feature)
      if (!names.has(feature)) names.set(feature, { kind, name })
    }
    let table = 0
    for (const { frame, silenced } of scene.events) if (!silenced) table |= bitsOf([frame.row.key])
    return {
      ...example,
      features: bySentence.map((features) => Int32Array.from(features)),
      words: document.sentences.map(
        ({ first, last }) => document.tokens.slice(first, last).filter(({ kind }) => kind === 'word').length,
      ),
      table,
    }
  })
  return { prepared, names }
}
