import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tableText } from './english.js'

/** Packs data/swedish as text; the reader expands its paradigms when it is loaded. */
export function buildSwedish(root = process.cwd()): void {
  const lexicon = tableText(join(root, 'data/swedish/lexicon.tsv'))
  const forms = tableText(join(root, 'data/swedish/forms.tsv'))
  writeFileSync(
    join(root, 'src/generated/swedish.ts'),
    `// Made by \`npm run build:data\` from data/swedish. Do not edit.\nexport const SWEDISH_LEXICON = ${JSON.stringify(lexicon)}\nexport const SWEDISH_FORMS = ${JSON.stringify(forms)}\n`,
  )
}
