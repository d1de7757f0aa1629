// Alerts, labels pooled, by models that had not seen the comments:
//   npx tsx benchmarks/quality/alerts.mjs [--extra DIR]
// Five folds by text, and one writer left out at a time, over data/sentiment/alerts (over half of them look-alikes, many
// told by hints); beside them those said plainly, the table alone, and how many ordinary comments are flagged: by key,
// language and length. The comments that the table was tuned on (test/golden/sentiment/alerts.jsonl) are learnt from but
// counted only among those said plainly. DIR may hold care_comments_en.train.jsonl, which nobody labeled for alerts.
// Last, the weights as they are shipped on comments that nothing was learnt from.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { prepareAlerts, readAlertCorpus, TUNED } from '../../data/build/alert-corpus.ts'
import {
  alertFigures,
  crossJudgeAlerts,
  judgeByWriter,
  raisedBy,
  tuneAlerts,
} from '../../data/build/train-alerts.ts'
import { createAnalyzer } from '../../src/index.ts'
import { ALERT_KEYS } from '../../src/sentiment/alertWeights.ts'

const { values } = parseArgs({
  options: { extra: { type: 'string', multiple: true, default: [] } },
})
process.chdir(new URL('../..', import.meta.url).pathname)
const { prepared, names } = await prepareAlerts(readAlertCorpus(values.extra).examples)
const judged = crossJudgeAlerts(prepared, names)
const thresholds = tuneAlerts(judged)
const figuresOf = (among, keep, head, raised = (one) => raisedBy(one, thresholds)) =>
  alertFigures(
    among
      .filter(({ example }) => keep(example))
      .map((one) => ({ alerts: one.example.alerts, raised: raised(one) })),
    head,
  )
const show = (name, { comments, recall, precision, flagged }) =>
  console.log(
    `${name.padEnd(34)} ${String(comments).padStart(5)} comments  recall ${recall.toFixed(3)}  precision ${precision.toFixed(3)}  flagged ${(100 * flagged).toFixed(1)} %`,
  )
const isTold = ({ source, writer }) => source === 'told' && writer !== TUNED
const byTable = ({ example }) => example.table

show('five folds', figuresOf(judged, isTold))
show('  the table alone', figuresOf(judged, isTold, undefined, byTable))
ALERT_KEYS.forEach((key, head) => {
  show(`  ${key}`, figuresOf(judged, isTold, head))
})
show(
  'said plainly, five folds',
  figuresOf(judged, ({ writer }) => writer === TUNED || writer.startsWith('c-seen')),
)
const apart = judgeByWriter(prepared, names)
show('one writer left out', figuresOf(apart, isTold))
for (const writer of new Set(apart.map(({ example }) => example.writer)))
  show(
    `  ${writer}`,
    figuresOf(apart, (example) => example.writer === writer),
  )
const calm = ({ source, alerts }) => source === 'ordinary' && alerts === 0
const lengthOf = ({ words }) => words.reduce((sum, count) => sum + count, 0)
show('our comments without alerts', figuresOf(judged, calm))
show('  the table alone', figuresOf(judged, calm, undefined, byTable))
ALERT_KEYS.forEach((key, head) => {
  show(`  ${key}`, figuresOf(judged, calm, head))
})
for (const language of ['fi', 'sv', 'en'])
  show(
    `  ${language}`,
    figuresOf(judged, (example) => calm(example) && example.language === language),
  )
for (const [from, to] of [
  [1, 4],
  [5, 8],
  [9, 12],
  [13, 20],
  [21, 30],
  [31, 999],
])
  show(
    `  ${from}-${to} words`,
    figuresOf(judged, (example) => calm(example) && lengthOf(example) >= from && lengthOf(example) <= to),
  )
const care = ({ source }) => source === 'care'
if (prepared.some(care)) {
  show('care comments, not labeled', figuresOf(judged, care))
  show('  the table alone', figuresOf(judged, care, undefined, byTable))
}

const bitsOf = (keys) => keys.reduce((bits, key) => bits | (1 << ALERT_KEYS.indexOf(key)), 0)
const analyzer = await createAnalyzer()
for (const [name, path] of [
  ['fresh eyes, as shipped', 'test/golden/sentiment/fresh/alerts.jsonl'],
  ['kept apart, as shipped', 'test/sentiment/alertsKept.jsonl'],
]) {
  const found = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ text, alerts }) => ({
      alerts: bitsOf(alerts),
      raised: bitsOf(analyzer.analyze(text).alerts.map(({ key }) => key)),
    }))
  show(name, alertFigures(found))
  show('  those without alerts', alertFigures(found.filter(({ alerts }) => alerts === 0)))
}
