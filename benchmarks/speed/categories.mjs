// Categories: documents a second when they are predicted, and seconds to train, against natural's Bayes classifier
// on the same documents:
//   npm run build && node benchmarks/speed/categories.mjs [--documents 2000] [--classes 30]
// Documents: our own comments; natural gets the first label of each (it gives one label a text). Predicting is text
// in, labels out on both sides: each reads the text itself, ours tells the language first too. Ours is timed twice: with
// a model of the same classes, trained here, and the shipped one of 60 categories. Both sides have seen the texts'
// words before the clock starts. CPU seconds, rounds interleaved, the best of each.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { dist } from './survey.mjs'

const { values } = parseArgs({
  options: { documents: { type: 'string', default: '2000' }, classes: { type: 'string', default: '30' } },
})
const { loadCategories, loadDocumentReader, trainClassifier } = await import(`${dist}/categories.js`)
const folder = resolve(import.meta.dirname, '../../data/comments')
const rows = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl'))
  .sort()
  .flatMap((file) => readFileSync(resolve(folder, file), 'utf8').split('\n').filter(Boolean))
  .map((line) => JSON.parse(line))
  .filter((row) => row.aspects.length > 0)
const counts = new Map()
for (const { aspects } of rows) counts.set(aspects[0].category, (counts.get(aspects[0].category) ?? 0) + 1)
// Labels by number: a model of one's own starts from nothing, as natural's does.
const kept = new Map(
  [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, Number(values.classes))
    .map(([key], index) => [key, `label ${index}`]),
)
const comments = rows
  .filter(({ aspects }) => kept.has(aspects[0].category))
  .map(({ text, language, aspects }) => ({ text, language, labels: [kept.get(aspects[0].category)] }))
const documents = Array.from({ length: Number(values.documents) }, (_, at) => comments[at % comments.length])
console.log(`${documents.length} documents, ${kept.size} classes`)

const { BayesClassifier } = createRequire(import.meta.url)('natural/lib/natural/classifiers')
const cpu = async (work) => {
  const start = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(start)
  return [(user + system) / 1e6, result]
}
const rounds = 3
/** The peer is slower by far: a part of the documents is enough for its rate. */
const share = documents.slice(0, Math.ceil(documents.length / 5))

await trainClassifier(documents.slice(0, 300))
let ours = Number.POSITIVE_INFINITY
let theirs = Number.POSITIVE_INFINITY
let model
let bayes
for (let round = 0; round < rounds; round += 1) {
  const [own, trained] = await cpu(() => trainClassifier(documents))
  const [other, classifier] = await cpu(() => {
    const made = new BayesClassifier()
    for (const { text, labels } of documents) made.addDocument(text, labels[0])
    made.train()
    return made
  })
  ours = Math.min(ours, own)
  theirs = Math.min(theirs, other)
  model = trained
  bayes = classifier
}
console.log(
  `train: ours ${ours.toFixed(2)} CPU s, natural ${theirs.toFixed(2)} (ours is ${(theirs / ours).toFixed(2)}x)`,
)

const own = await loadCategories({ model })
const bundled = await loadCategories()
const read = await loadDocumentReader()
const contestants = {
  natural: { list: share, work: ({ text }) => bayes.classify(text) },
  [`ours, ${kept.size} classes`]: {
    list: documents,
    work: ({ text }) => own.classify(read({ text }), 'general'),
  },
  'ours, the shipped 60': {
    list: documents,
    work: ({ text }) => bundled.classify(read({ text }), 'general'),
  },
}
const rates = {}
for (let round = 0; round <= rounds; round += 1)
  for (const [name, { list, work }] of Object.entries(contestants)) {
    const [seconds] = await cpu(() => {
      for (const item of list) work(item)
    })
    // The first round is not counted: words are met, code is compiled.
    if (round > 0) rates[name] = Math.max(rates[name] ?? 0, list.length / seconds)
  }
for (const [name, rate] of Object.entries(rates))
  console.log(
    `predict, text to labels: ${name.padEnd(22)} ${Math.round(rate).toString().padStart(6)} a CPU second (${(rate / rates.natural).toFixed(1)}x natural)`,
  )
