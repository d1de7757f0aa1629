import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Packs the trained language table into src/generated as base64 text: detection is synchronous and must
 * work in a browser without a request, so the table travels inside the module.
 */
export function buildLanguage(root = process.cwd()): void {
  const bytes = readFileSync(join(root, 'data/models/language.bin'))
  const { scale } = JSON.parse(readFileSync(join(root, 'data/models/language.json'), 'utf8')) as {
    scale: number
  }
  writeFileSync(
    join(root, 'src/generated/language.ts'),
    `// Made by \`npm run build:data\` from data/models/language.bin. Do not edit.\nexport const LANGUAGE_SCALE = ${scale}\nexport const LANGUAGE_WEIGHTS =\n  '${bytes.toString('base64')}'\n`,
  )
}
