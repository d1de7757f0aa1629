// Size of entries as a browser would load them, minified and gzipped, against their limits:
//   node benchmarks/size/size.mjs
// Also proves that the counting floors bundle no language: which source files went in is looked at.
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const root = resolve(import.meta.dirname, '../..')
const rows = [
  {
    name: 'palaute/metrics + palaute/aggregate',
    floors: ['metrics', 'aggregate'],
    limit: 25 * 1024,
    languageFree: true,
  },
  { name: 'palaute/statistics', floors: ['statistics'], languageFree: true },
]
const language = /src\/(language|finnish|swedish|english|categories|sentiment|privacy|report|generated)\//

let failed = false
for (const { name, floors, limit, languageFree } of rows) {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: floors.map((floor) => `export * from './src/${floor}/index.ts'`).join('\n'),
      resolveDir: root,
      loader: 'ts',
    },
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    write: false,
    metafile: true,
  })
  const { contents } = outputFiles[0]
  const size = gzipSync(contents, { level: 9 }).length
  const inputs = Object.keys(metafile.inputs)
  const languages = inputs.filter((path) => language.test(path))
  const over = limit !== undefined && size > limit
  const wrong = languageFree && languages.length > 0
  if (over || wrong) failed = true
  const kilo = (bytes) => `${(bytes / 1024).toFixed(1)} KB`
  console.log(
    `${name}: ${kilo(contents.length)} minified, ${kilo(size)} gzipped` +
      (limit === undefined ? '' : ` (limit ${kilo(limit)}: ${over ? 'PASSED' : 'held'})`) +
      `, ${inputs.length} files, ${wrong ? `language in it: ${languages.join(', ')}` : 'no language'}`,
  )
}
process.exitCode = failed ? 1 : 0
