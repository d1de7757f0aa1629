// Categories: cross-validated figures on our own comments, by label and by writer, with an ablation; and figures on
// other people's labelled comments where a folder of them is given:
//   npx tsx benchmarks/quality/categories.mjs [--ablation] [--labels] [--extra DIR]
// Own comments: five folds, near-duplicates on one side; then one writer's file at a time against the rest.
// DIR: leaves_(fi|sv|en).*.jsonl and care_comments_(fi|sv|en).*.jsonl, judged by models that have not seen them (the
// shipped ones have): leaves by a model of our own comments, QDC by a crosswalk learnt from the English ones.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { evaluateCategories, evaluateUnseen } from '../../data/build/evaluate-categories.ts'

const { values } = parseArgs({
  options: { ablation: { type: 'boolean' }, labels: { type: 'boolean' }, extra: { type: 'string' } },
})
const root = resolve(import.meta.dirname, '../..')
const figure = (value) => value.toFixed(3)
const line = (name, result) =>
  console.log(
    `${name.padEnd(34)} micro ${figure(result.micro.f1)} (${figure(result.micro.interval.low)}..${figure(result.micro.interval.high)})  macro ${figure(result.macro.f1)}  domains ${figure(result.domains)}  exact ${figure(result.exactMatch)}`,
  )

const [folds, writers] = await evaluateCategories(root, [{ split: 'folds' }, { split: 'writers' }])
console.log(`own comments: ${folds.comments}`)
line('five folds', folds)
console.log(`  calibration: mean gap ${figure(folds.calibration.error)}`)
line('one writer left out', writers)
for (const { file, comments, micro } of writers.files)
  console.log(`  ${file.padEnd(40)} ${comments}  micro ${figure(micro)}`)
const byF1 = [...folds.labels].filter(({ support }) => support > 0).sort((a, b) => a.f1 - b.f1)
console.log(values.labels ? 'labels, weakest first' : 'weakest ten')
for (const label of values.labels ? byF1 : byF1.slice(0, 10))
  console.log(
    `  ${label.key.padEnd(30)} F1 ${figure(label.f1)}  precision ${figure(label.precision)}  recall ${figure(label.recall)}  n ${label.support}`,
  )
console.log('most confused (right: given)')
for (const pair of folds.confused.slice(0, 10))
  console.log(`  ${pair.missed}: ${pair.given} (${pair.comments})`)

if (values.ablation) {
  const kinds = ['concepts', 'lemmas', 'parts', 'ngrams', 'question']
  const results = await evaluateCategories(root, [
    ...kinds.map((kind) => ({ split: 'folds', without: [kind] })),
    { split: 'folds', links: false },
    { split: 'folds', without: ['lemmas', 'parts', 'ngrams', 'question'] },
    { split: 'folds', without: ['concepts', 'parts', 'ngrams', 'question'] },
  ])
  const names = [
    ...kinds.map((kind) => `without ${kind}`),
    'without links as a start',
    'concepts alone',
    'lemmas alone',
  ]
  for (const [index, result] of results.entries()) line(names[index], result)
}

if (values.extra !== undefined && existsSync(values.extra))
  for (const result of await evaluateUnseen(root, values.extra)) line(result.name, result)
