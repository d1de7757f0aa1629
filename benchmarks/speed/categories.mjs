// Categories: documents a second when they are predicted, and seconds to train, against natural's Bayes classifier
// on the same documents (texts in, labels out; both read the texts themselves):
//   npx tsx benchmarks/speed/categories.mjs [--documents 2000] [--classes 30]
// Documents: our own comments; natural gets the first label of each (it gives one label a text).
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { loadCategories, trainClassifier } from '../../src/categories/index.ts'
import { loadDocumentReader } from '../../src/categories/read.ts'

const { values } = parseArgs({
  options: { documents: { type: 'string', default: '2000' }, classes: { type: 'string', default: '30' } },
})
const folder = resolve(import.meta.dirname, '../../data/comments')
const rows = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl'))
  .sort()
  .flatMap((file) => readFileSync(resolve(folder, file), 'utf8').split('\n').filter(Boolean))
  .map((line) => JSON.parse(line))
  .filter((row) => row.aspects.length > 0)
const counts = new Map()
for (const { aspects } of rows) counts.set(aspects[0].category, (counts.get(aspects[0].category) ?? 0) + 1)
const kept = new Set(
  [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, Number(values.classes))
    .map(([key]) => `c.${key}`),
)
const comments = rows
  .map(({ text, language, aspects }) => ({ text, language, labels: [`c.${aspects[0].category}`] }))
  .filter(({ labels }) => kept.has(labels[0]))
const documents = Array.from({ length: Number(values.documents) }, (_, at) => comments[at % comments.length])
console.log(`${documents.length} documents, ${kept.size} classes`)

const { BayesClassifier } = createRequire(import.meta.url)('natural/lib/natural/classifiers')
const seconds = async (work) => {
  const start = performance.now()
  const result = await work()
  return [(performance.now() - start) / 1000, result]
}
await trainClassifier(documents.slice(0, 300))
const [ours, model] = await seconds(() => trainClassifier(documents))
const [theirs, bayes] = await seconds(() => {
  const classifier = new BayesClassifier()
  for (const { text, labels } of documents) classifier.addDocument(text, labels[0])
  classifier.train()
  return classifier
})
console.log(
  `train: ours ${ours.toFixed(2)} s, natural ${theirs.toFixed(2)} s (${(theirs / ours).toFixed(2)} x)`,
)

const own = await loadCategories({ model })
const bundled = await loadCategories()
const read = await loadDocumentReader()
const rate = (work, list) => {
  for (const item of list.slice(0, 200)) work(item)
  const start = performance.now()
  for (const item of list) work(item)
  return list.length / ((performance.now() - start) / 1000)
}
const ourRate = rate((row) => own.classify(read(row), 'general'), documents)
const theirRate = rate(({ text }) => bayes.classify(text), documents.slice(0, 400))
console.log(
  `predict, text to labels: ours ${Math.round(ourRate)} a second, natural ${Math.round(theirRate)} (${(ourRate / theirRate).toFixed(1)} x)`,
)
const readDocuments = documents.map((row) => read(row))
console.log(
  `classify documents already read, 60 categories: ${Math.round(rate((document) => bundled.classify(document, 'general'), readDocuments))} a second`,
)
