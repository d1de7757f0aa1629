// Analysis of words never seen before against libvoikko's C speed, same words, one run; and loading:
//   npm run build && node benchmarks/speed/finnish.mjs [FILE...]
// Words come from the files (text, or CoNLL-U by its forms), each once; without any, from forms of our lexicon made
// by the rules, plain and compounded. Each round has a reader of its own, so no answer is remembered, warmed with
// other words. CPU seconds, rounds interleaved, the best of each. Must: 6x libvoikko; snowball-stemmers beside it.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { dist, peer } from './survey.mjs'
import { buildVoikko } from './voikko.mjs'

// The engine compiles for eight rounds, and anew when its tables have been opened some eighteen times: the best of fewer
// hangs on one.
const rounds = 40
const { loadFinnish, inflect } = await import(`${dist}/finnish.js`)

/** Every distinct word of a text, or of the second column of CoNLL-U. */
function wordsOf(file) {
  const text = readFileSync(file, 'utf8')
  if (!/^\d+\t/m.test(text)) return text.match(/[\p{L}\p{M}]+(?:[-:][\p{L}\p{M}]+)*/gu) ?? []
  return text
    .split('\n')
    .filter((line) => /^\d+\t/.test(line))
    .map((line) => line.split('\t')[1])
    .filter((form) => /\p{L}/u.test(form))
}

/** Forms of the lexicon's words by a seeded choice, a fourth of them as the end of a compound. */
function madeWords(count) {
  const folder = fileURLToPath(new URL('../../data/finnish/lexicon/', import.meta.url))
  const entries = readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .flatMap((name) =>
      readFileSync(folder + name, 'utf8')
        .split('\n')
        .slice(1),
    )
    .map((line) => line.split('\t'))
    .filter(
      ([lemma, , kind]) => lemma && Number(kind) > 0 && Number(kind) < 79 && ![50, 51].includes(Number(kind)),
    )
  const first = ['potilas', 'hoito', 'puhelin', 'terveys', 'asiakas', 'palvelu', 'lasten', 'viikko']
  let seed = 1
  const next = (below) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return Math.floor((seed / 4294967296) * below)
  }
  const words = new Set()
  while (words.size < count) {
    const [lemma, pos, kind, gradation] = entries[next(entries.length)]
    const forms = inflect(lemma, Number(kind), gradation ?? '')
    const form = forms[next(forms.length)].form.replaceAll('#', '')
    const compounded = pos === 'noun' && !form.includes('-') && next(4) === 0
    words.add(compounded ? first[next(first.length)] + form : form)
  }
  return [...words]
}

/** A copy that no engine has seen: not the same string object, no hash kept. */
const fresh = (words) => words.map((word) => Buffer.from(word, 'utf8').toString('utf8'))

/** CPU microseconds of work(). */
function cpu(work) {
  const start = process.cpuUsage()
  work()
  const spent = process.cpuUsage(start)
  return spent.user + spent.system
}

async function loading() {
  const size = statSync(new URL(`${dist}/generated/finnish.bin`)).size
  globalThis.gc?.()
  const before = process.memoryUsage()
  const start = performance.now()
  const first = await loadFinnish()
  const cold = performance.now() - start
  globalThis.gc?.()
  const after = process.memoryUsage()
  const held = after.heapUsed + after.external - before.heapUsed - before.external
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 10; round += 1) {
    const again = performance.now()
    await loadFinnish()
    best = Math.min(best, performance.now() - again)
  }
  console.log(
    `loading: first ${cold.toFixed(1)} ms, again ${best.toFixed(1)} ms; file ${(size / 1e6).toFixed(2)} MB; memory ${(held / size).toFixed(2)} x the file${globalThis.gc ? '' : ' (run with --expose-gc for memory)'}`,
  )
  return first
}

await loading()
const files = process.argv.slice(2)
const all = files.length === 0 ? madeWords(16_000) : [...new Set(files.flatMap(wordsOf))]
const warm = all.filter((_, index) => index % 4 === 0)
const words = all.filter((_, index) => index % 4 !== 0)
const voikko = buildVoikko()
const snowball = (await peer('snowball-stemmers'))?.newStemmer('finnish')
const best = {}
const keep = (name, time) => {
  best[name] = Math.min(best[name] ?? Number.POSITIVE_INFINITY, time / words.length)
}
let sink = 0
for (let round = 0; round < rounds; round += 1) {
  const finnish = await loadFinnish()
  for (const word of fresh(warm)) sink += finnish.analyzeWord(word).length
  const own = fresh(words)
  keep(
    'palaute',
    cpu(() => {
      for (const word of own) sink += finnish.analyzeWord(word).length
    }),
  )
  if (snowball) {
    const theirs = fresh(words)
    keep(
      'snowball-stemmers',
      cpu(() => {
        for (const word of theirs) sink += snowball.stem(word).length
      }),
    )
  }
  if (voikko) keep('libvoikko (C)', voikko.time(words))
}
console.log(`${words.length} words, each new (${sink % 10})`)
for (const [name, time] of Object.entries(best))
  console.log(
    `  ${name.padEnd(20)}${time.toFixed(2).padStart(7)} us a word   palaute is ${(time / best.palaute).toFixed(1)}x`,
  )
