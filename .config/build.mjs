// The one build script: TypeScript to dist/, with the packed data beside it.
// Everything that knows the bundler is here, so that it can be swapped (tsup's successor is tsdown).
import { chmodSync, cpSync, mkdirSync, readdirSync } from 'node:fs'
import { build } from 'tsup'
import { constants } from './constants.mjs'
import { writeSchemas } from './schemas.mjs'

const entry = {
  index: 'src/index.ts',
  cli: 'src/cli/main.ts',
  ...Object.fromEntries(
    [
      'finnish',
      'swedish',
      'english',
      'language',
      'categories',
      'sentiment',
      'privacy',
      'statistics',
      'metrics',
      'aggregate',
      'read',
      'report',
    ].map((floor) => [floor, `src/${floor}/index.ts`]),
  ),
}
const outDir = process.env.PALAUTE_OUT ?? 'dist'
// Types and schemas take longer than all the rest; a build to try something out goes without.
const withTypes = process.env.PALAUTE_DTS !== '0'

await build({
  config: false,
  entry,
  outDir,
  format: 'esm',
  target: 'node20',
  platform: 'neutral',
  splitting: true,
  clean: true,
  dts: withTypes && { entry: Object.fromEntries(Object.entries(entry).filter(([name]) => name !== 'cli')) },
  silent: true,
  external: [/^node:/],
  plugins: [constants],
})
// Chunks are flat in dist/, so `new URL('./generated/x.bin', import.meta.url)` of src/resources.ts holds there too.
mkdirSync(`${outDir}/generated`, { recursive: true })
for (const file of readdirSync('src/generated'))
  if (file.endsWith('.bin')) cpSync(`src/generated/${file}`, `${outDir}/generated/${file}`)
chmodSync(`${outDir}/cli.js`, 0o755)
if (withTypes) writeSchemas(outDir)
