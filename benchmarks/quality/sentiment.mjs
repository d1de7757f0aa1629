// Polarity, cross-validated in five folds by text, beside a TF-IDF logistic regression in the same folds:
//   [PALAUTE_PEERS=DIR] npx tsx benchmarks/quality/sentiment.mjs [--extra DIR ...]
// Own comments (data/comments, and the hard ones of data/sentiment/comments) by language, our minimal pairs by phenomenon, and, in the folders given,
// finnsentiment.train.tsv (three classes, mixed counts as neutral) and care_comments_en.train.jsonl.
// Beside them stands nlp.js (@nlpjs/sentiment, core, lang-fi, lang-sv, lang-en) where PALAUTE_PEERS/node_modules holds
// it. Mentions of categories and intents of our own comments are judged by the same five models.
import { parseArgs } from 'node:util'
import { baseline } from '../../data/build/sentiment-baseline.ts'
import { prepare, readCorpus } from '../../data/build/sentiment-corpus.ts'
import { FOUR, f1, THREE, three } from '../../data/build/sentiment-learn.ts'
import { crossMentions, gatherMentions } from '../../data/build/sentiment-mentions.ts'
import { crossValidate, foldOf, quantize } from '../../data/build/train-sentiment.ts'
import { peer } from '../speed/survey.mjs'
import { judgeIntents } from './sentimentIntents.ts'

const { values } = parseArgs({
  options: { extra: { type: 'string', multiple: true, default: [] } },
})
process.chdir(new URL('../..', import.meta.url).pathname)
const { examples } = readCorpus(values.extra)
const all = await prepare(examples)
const { labels: given, folds } = crossValidate(all)
const show = (name, scores) =>
  console.log(
    `${name.padEnd(42)} ${Object.entries(scores)
      .map(([key, value]) => `${key} ${value.toFixed(3)}`)
      .join('  ')}`,
  )

const isOwn = ({ source, kind }) => source === 'own' && kind.startsWith('data/comments/')
/** Written for what polarity got wrong: events, distress, irony, wishes, sides of which one weighs more. */
const isHard = ({ source, kind }) => source === 'own' && !kind.startsWith('data/comments/')
const sets = [
  ['own, Finnish', (one) => isOwn(one) && one.language === 'fi', FOUR],
  ['own, Swedish', (one) => isOwn(one) && one.language === 'sv', FOUR],
  ['own, English', (one) => isOwn(one) && one.language === 'en', FOUR],
  ['own and hard, Finnish', (one) => isHard(one) && one.language === 'fi', FOUR],
  ['own and hard, Swedish', (one) => isHard(one) && one.language === 'sv', FOUR],
  ['own and hard, English', (one) => isHard(one) && one.language === 'en', FOUR],
  ['forum, Finnish', ({ source }) => source === 'forum', THREE],
  ['care comments, English', ({ source }) => source === 'care', THREE],
]
const nlp = await nlpJs()
if (!nlp) console.log('nlp.js is left out: install @nlpjs/sentiment, core and lang-* under PALAUTE_PEERS')

/** Judges a text by the word lists of nlp.js; undefined where it is not installed. */
async function nlpJs() {
  const [core, sentiment, fi, sv, en] = await Promise.all(
    ['core', 'sentiment', 'lang-fi', 'lang-sv', 'lang-en'].map((name) => peer(`@nlpjs/${name}`)),
  )
  if (!core || !sentiment || !fi || !sv || !en) return undefined
  const container = new core.Container()
  for (const language of [fi.LangFi, sv.LangSv, en.LangEn]) container.use(language)
  const analyzer = new sentiment.SentimentAnalyzer({ container })
  return async ({ text, language }) => {
    const { score } = (await analyzer.process({ utterance: text, locale: language })).sentiment
    return score > 0 ? 'positive' : score < 0 ? 'negative' : 'neutral'
  }
}
for (const [name, keep, labels] of sets) {
  const set = all.filter(keep)
  if (set.length === 0) continue
  const shown = labels.length === 4 ? (label) => label : three
  console.log(`\n${name}: ${set.length}`)
  show(
    '  palaute',
    f1(
      set.map((one) => [shown(one.label), shown(given.get(one))]),
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
    const pairs = []
    for (const one of set) pairs.push([shown(one.label), await nlp(one)])
    show('  nlp.js', f1(pairs, labels))
  }
}

console.log('\nminimal pairs, both sides right (cross-validated), by phenomenon')
const sides = all.filter(({ source }) => source === 'pairs')
const kinds = new Map()
for (let i = 0; i + 1 < sides.length; i += 2) {
  const [a, b] = [sides[i], sides[i + 1]]
  const kind = a.kind.split('.')[0]
  const held = kinds.get(kind) ?? { right: 0, rules: 0, nlp: 0, n: 0 }
  held.n += 1
  if (given.get(a) === a.label && given.get(b) === b.label) held.right += 1
  if (a.rules.label === a.label && b.rules.label === b.label) held.rules += 1
  if (nlp && (await nlp(a)) === a.label && (await nlp(b)) === b.label) held.nlp += 1
  kinds.set(kind, held)
}
/** Phenomena of fewer pairs tell nothing one by one. */
const FEW = 10
const sumOf = (rows) => {
  const sum = { right: 0, rules: 0, nlp: 0, n: 0 }
  for (const held of rows) for (const key of Object.keys(sum)) sum[key] += held[key]
  return sum
}
const often = [...kinds].filter(([, { n }]) => n >= FEW).sort((x, y) => y[1].n - x[1].n)
for (const [kind, { right, rules, nlp: theirs, n }] of [
  ['all', sumOf(kinds.values())],
  ...often,
  ['rarer', sumOf([...kinds.values()].filter(({ n }) => n < FEW))],
])
  console.log(
    `  ${kind.padEnd(20)} ${right}/${n}   rules alone ${rules}/${n}${nlp ? `   nlp.js ${theirs}/${n}` : ''}`,
  )

console.log('\nour own comments, by models that had not seen them')
const models = folds.map(quantize)
const mentions = crossMentions(await gatherMentions(models, foldOf), models.length, foldOf)
for (const [language, { right, blind, n }] of Object.entries(mentions))
  console.log(
    `  polarity of mentions, ${language}: ${(right / n).toFixed(3)} of ${n} (category unknown ${(blind / n).toFixed(3)})`,
  )
for (const [intent, { hit, said, gold }] of Object.entries(await judgeIntents(models)))
  console.log(
    `  ${intent.padEnd(20)} precision ${(hit / (said || 1)).toFixed(2)}  recall ${(hit / (gold || 1)).toFixed(2)}  of ${gold}`,
  )
