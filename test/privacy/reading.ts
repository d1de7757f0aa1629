import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { loadEnglish } from '../../src/english/index.js'
import { loadFinnish } from '../../src/finnish/index.js'
import { createDocument, type Document, loadLanguageDetector } from '../../src/language/index.js'
import { loadSwedish } from '../../src/swedish/index.js'
import type { PersonalDataFinding } from '../../src/types.js'

export interface Marked {
  id: string
  lang: string
  text: string
  spans: PersonalDataFinding[]
}

export const golden = (name: string): Marked[] =>
  readFileSync(resolve(import.meta.dirname, `../golden/privacy/${name}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

/** Documents in all three languages. */
export async function loadReading(): Promise<(text: string) => Document> {
  const [fi, sv, en, detect] = await Promise.all([
    loadFinnish(),
    loadSwedish(),
    loadEnglish(),
    loadLanguageDetector(),
  ])
  return (text) => createDocument(text, { readers: { fi, sv, en }, detect })
}
