// Tokens a second: tokenize() against a /u match regex that keeps offsets, and Intl.Segmenter. Only the ratios within
// one run travel. `npm run build && node benchmarks/speed/tokenize.mjs [FILE with one text a line]`
import { readFileSync } from 'node:fs'

const { tokenize, splitSentences } = await import(`${process.env.PALAUTE_DIST ?? '../../dist'}/language.js`)
const file = process.argv[2] ?? new URL('../../test/golden/language.tsv', import.meta.url)
const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
const texts = lines.map((line) => line.slice(line.indexOf('\t') + 1))
const ROUNDS = 9
// Each text this many times a round: the clock is coarse, and the first calls are spent on compiling.
const COPIES = 20
const REGEX = /\p{L}[\p{L}\p{M}\p{N}'’:-]*|\p{N}+(?:[.,:]\p{N}+)*|[^\s\p{L}\p{N}]/gu
const segmenter = new Intl.Segmenter('fi', { granularity: 'word' })

function byRegex(text) {
  const tokens = []
  for (const match of text.matchAll(REGEX))
    tokens.push({ text: match[0], kind: 'word', start: match.index, end: match.index + match[0].length })
  return tokens
}
function bySegmenter(text) {
  const tokens = []
  for (const { segment, index, isWordLike } of segmenter.segment(text))
    if (isWordLike) tokens.push({ text: segment, kind: 'word', start: index, end: index + segment.length })
  return tokens
}
const contestants = {
  tokenize: (text) => tokenize(text).length,
  'tokenize + splitSentences': (text) => {
    const tokens = tokenize(text)
    return tokens.length + splitSentences(text, tokens).length
  },
  'regex /u with offsets': (text) => byRegex(text).length,
  'Intl.Segmenter': (text) => bySegmenter(text).length,
}
const best = Object.fromEntries(Object.keys(contestants).map((name) => [name, Number.POSITIVE_INFINITY]))
let sink = 0
for (let round = 0; round < ROUNDS; round += 1)
  for (const [name, run] of Object.entries(contestants)) {
    // Fresh strings each round: engines remember what they did with equal ones.
    const fresh = Array.from({ length: COPIES }, (_, copy) =>
      texts.map((text) => `${text} ${round}${copy}`),
    ).flat()
    const start = process.cpuUsage()
    for (const text of fresh) sink += run(text)
    const { user, system } = process.cpuUsage(start)
    best[name] = Math.min(best[name], (user + system) / COPIES)
  }
const tokens = texts.reduce((sum, text) => sum + tokenize(text).length, 0)
console.log(`${texts.length} texts, ${tokens} tokens (${sink % 10})`)
for (const [name, time] of Object.entries(best))
  console.log(
    `${name.padEnd(28)}${((texts.length / time) * 1e3).toFixed(0).padStart(8)} k texts/s ${(best['regex /u with offsets'] / time).toFixed(2).padStart(7)} x regex`,
  )
