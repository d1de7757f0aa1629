// Polarity, cross-validated in five folds by text, beside a TF-IDF logistic regression in the same folds:
//   npx tsx benchmarks/quality/sentiment.mjs [--extra DIR ...] [--nlpjs MODULE]
// Own comments (data/comments) by language, our minimal pairs by phenomenon, and, in the folders given,
// finnsentiment.train.tsv (three classes, mixed counts as neutral) and care_comments_en.train.jsonl.
// MODULE: a path to an installed @nlpjs/sentiment, for its Finnish figures; it is no dependency of ours.
import { parseArgs } from 'node:util'
import { baseline } from '../../data/build/sentiment-baseline.ts'
import { prepare, readCorpus } from '../../data/build/sentiment-corpus.ts'
import { FOUR, f1, labelBy, THREE, three } from '../../data/build/sentiment-learn.ts'
import { crossValidate, foldOf } from '../../data/build/train-sentiment.ts'

const { values } = parseArgs({
  options: { extra: { type: 'string', multiple: true, default: [] }, nlpjs: { type: 'string' } },
})
process.chdir(new URL('../..', import.meta.url).pathname)
const { examples } = readCorpus(values.extra)
const all = await prepare(examples)
const { thresholds, judged } = crossValidate(all)
const show = (name, scores) =>
  console.log(
    `${name.padEnd(42)} ${Object.entries(scores)
      .map(([key, value]) => `${key} ${value.toFixed(3)}`)
      .join('  ')}`,
  )

const sets = [
  ['own, Finnish', ({ source, language }) => source === 'own' && language === 'fi', FOUR],
  ['own, Swedish', ({ source, language }) => source === 'own' && language === 'sv', FOUR],
  ['own, English', ({ source, language }) => source === 'own' && language === 'en', FOUR],
  ['forum, Finnish', ({ source }) => source === 'forum', THREE],
  ['care comments, English', ({ source }) => source === 'care', THREE],
]
const nlp = values.nlpjs ? await import(values.nlpjs) : undefined
for (const [name, keep, labels] of sets) {
  const set = all.filter(keep)
  if (set.length === 0) continue
  const shown = labels.length === 4 ? (label) => label : three
  console.log(`\n${name}: ${set.length}`)
  show(
    '  palaute',
    f1(
      set.map((one) => [shown(one.label), shown(labelBy(judged.get(one), thresholds))]),
      labels,
    ),
  )
  show(
    '  palaute, rules alone',
    f1(
      set.map((one) => [shown(one.label), shown(one.rules.label)]),
      labels,
    ),
  )
  const guessed = new Map()
  for (let fold = 0; fold < 5; fold += 1) {
    const held = set.filter(({ text }) => foldOf(text) === fold)
    const rest = set.filter(({ text }) => foldOf(text) !== fold)
    const as = ({ text, label }) => ({ text, label: shown(label) })
    baseline(rest.map(as), held.map(as), labels).forEach((label, i) => {
      guessed.set(held[i], label)
    })
  }
  show(
    '  TF-IDF and logistic regression',
    f1(
      set.map((one) => [shown(one.label), guessed.get(one)]),
      labels,
    ),
  )
  if (nlp) {
    const analyzer = new nlp.SentimentAnalyzer({ language: set[0].language })
    const pairs = []
    for (const one of set) {
      const { sentiment } = await analyzer.process({ utterance: one.text, locale: one.language })
      const guess = sentiment.score > 0 ? 'positive' : sentiment.score < 0 ? 'negative' : 'neutral'
      pairs.push([shown(one.label), guess])
    }
    show('  nlp.js', f1(pairs, labels))
  }
}

console.log('\nminimal pairs, both sides right (cross-validated), by phenomenon')
const sides = all.filter(({ source }) => source === 'pairs')
const kinds = new Map()
for (let i = 0; i + 1 < sides.length; i += 2) {
  const [a, b] = [sides[i], sides[i + 1]]
  const kind = a.kind.split('.')[0]
  const held = kinds.get(kind) ?? { right: 0, rules: 0, n: 0 }
  held.n += 1
  if (labelBy(judged.get(a), thresholds) === a.label && labelBy(judged.get(b), thresholds) === b.label)
    held.right += 1
  if (a.rules.label === a.label && b.rules.label === b.label) held.rules += 1
  kinds.set(kind, held)
}
const total = { right: 0, rules: 0, n: 0 }
for (const held of kinds.values()) for (const key of Object.keys(total)) total[key] += held[key]
for (const [kind, { right, rules, n }] of [['all', total], ...[...kinds].sort((x, y) => y[1].n - x[1].n)])
  console.log(`  ${kind.padEnd(20)} ${right}/${n}   rules alone ${rules}/${n}`)
