// Texts a second: detectLanguage() against franc restricted to the three languages.
// `npm run build && node benchmarks/speed/language.mjs [FILE with one text a line]`
import { readFileSync } from 'node:fs'
import { franc } from 'franc'

const { detectLanguage } = await import(`${process.env.PALAUTE_DIST ?? '../../dist'}/language.js`)
const file = process.argv[2] ?? new URL('../../test/golden/language.tsv', import.meta.url)
const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
const texts = lines.map((line) => line.slice(line.indexOf('\t') + 1)).slice(0, 5000)
const only = ['fin', 'swe', 'eng']
const contestants = {
  detectLanguage: (text) => detectLanguage(text).code.length,
  'franc, restricted': (text) => franc(text, { only, minLength: 1 }).length,
}
for (const cut of [20, 200]) {
  const best = { detectLanguage: Number.POSITIVE_INFINITY, 'franc, restricted': Number.POSITIVE_INFINITY }
  let sink = 0
  for (let round = 0; round < 5; round += 1)
    for (const [name, run] of Object.entries(contestants)) {
      const fresh = texts.map((text) => `${round} ${text}`.slice(0, cut))
      const start = process.cpuUsage().user
      for (const text of fresh) sink += run(text)
      best[name] = Math.min(best[name], process.cpuUsage().user - start)
    }
  console.log(`first ${cut} characters of ${texts.length} texts (${sink % 10})`)
  for (const [name, time] of Object.entries(best))
    console.log(
      `  ${name.padEnd(20)}${((texts.length / time) * 1e3).toFixed(1).padStart(8)} k texts/s ${(best['franc, restricted'] / time).toFixed(1).padStart(7)} x franc`,
    )
}
