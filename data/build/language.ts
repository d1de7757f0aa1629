import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildEnglish } from './english.js'
import { buildFunctionWords } from './function-words.js'
import { buildSwedish } from './swedish.js'

/**
 * Packs the trained language table into src/generated as base64 text: detection is synchronous and must
 * work in a browser without a request, so the table travels inside the module.
 */
function buildDetector(root: string): void {
  const bytes = readFileSync(join(root, 'data/models/language.bin'))
  const { scale } = JSON.parse(readFileSync(join(root, 'data/models/language.json'), 'utf8')) as {
    scale: number
  }
  writeFileSync(
    join(root, 'src/generated/language.ts'),
    `// Made by \`npm run build:data\` from data/models/language.bin. Do not edit.\nexport const LANGUAGE_SCALE = ${scale}\nexport const LANGUAGE_WEIGHTS =\n  '${bytes.toString('base64')}'\n`,
  )
}

/** Everything that the language, swedish and english floors read from src/generated. */
export function buildLanguage(root = process.cwd()): void {
  buildDetector(root)
  buildFunctionWords(root)
  buildEnglish(root)
  buildSwedish(root)
}
