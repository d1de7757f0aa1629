import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Rows of a table without comments and empty lines. */
export function tableText(path: string): string {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .join('\n')
}

/** Packs data/english as text: it is small, and the reader expands its paradigms when it is loaded. */
export function buildEnglish(root = process.cwd()): void {
  const lexicon = tableText(join(root, 'data/english/lexicon.tsv'))
  const forms = tableText(join(root, 'data/english/contractions.tsv'))
  writeFileSync(
    join(root, 'src/generated/english.ts'),
    `// Made by \`npm run build:data\` from data/english. Do not edit.\nexport const ENGLISH_LEXICON = ${JSON.stringify(lexicon)}\nexport const ENGLISH_FORMS = ${JSON.stringify(forms)}\n`,
  )
}
