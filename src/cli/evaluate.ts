import process from 'node:process'
import {
  type ClassifierEvaluation,
  correctedShares,
  evaluateClassifier,
  learningCurve,
  parseLabelled,
} from '../categories/index.js'
import { createAnalyzer } from '../pipeline.js'
import { type EvaluationOutput, evaluationTable } from './evaluationTable.js'
import { parseComments, readObjects } from './labelledFile.js'
import { readModel } from './modelFile.js'
import { readTaxonomy } from './taxonomy.js'
import { parseUsage, UsageError } from './usage.js'

const usage = `usage: palaute evaluate FILE [--model model.json | --folds K] [options]

  FILE: labelled comments, as for palaute train
  --model FILE      a model of palaute train; default the bundled one
  --folds K         train and test by turns on K parts of FILE instead
  --taxonomy FILE   the categories of the labels
  --curve           how F1 grows with comments: trained and tested on growing parts of FILE
  --shares FILE     comments without labels: how common each category is in them, corrected for the errors
                    that FILE shows, with intervals
  --json            everything as JSON

  What is judged is what palaute analyze gives; with --folds what trained models say of comments they have not seen.
  A model's figures on comments that it has learnt flatter; the bundled one has learnt those of the project.`

export async function evaluate(args: string[]): Promise<number> {
  const { values, positionals } = parseUsage(
    args,
    {
      model: { type: 'string' },
      folds: { type: 'string' },
      taxonomy: { type: 'string' },
      curve: { type: 'boolean' },
      shares: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    usage,
  )
  if (values.help) {
    process.stdout.write(`${usage}\n`)
    return 0
  }
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new UsageError(usage)
  if (values.folds !== undefined && (values.model !== undefined || !/^\d+$/.test(values.folds)))
    throw new UsageError(`--folds is a whole number, and not given with --model.\n${usage}`)
  if (values.folds !== undefined && values.shares !== undefined)
    throw new UsageError(`--shares needs one model: the bundled one or --model, not --folds.\n${usage}`)
  const taxonomy = await readTaxonomy(values.taxonomy)
  const model = await readModel(values.model)
  const comments = parseLabelled(await readObjects(file, 'labelled'))
  const own = { ...(taxonomy === undefined ? {} : { taxonomy }) }
  let result: ClassifierEvaluation
  let shares: EvaluationOutput['shares']
  if (values.folds !== undefined) {
    result = await evaluateClassifier(comments, { ...own, folds: Number(values.folds) })
  } else {
    const others =
      values.shares === undefined ? undefined : parseComments(await readObjects(values.shares, 'comments'))
    const analyzer = await createAnalyzer({ ...own, classifier: model })
    const { analyze } = analyzer
    result = await evaluateClassifier(comments, { ...own, model, analyze })
    if (others !== undefined) {
      const counts = new Map(analyzer.taxonomy.categories.map(({ key }) => [key, 0]))
      for (const { text, question, language } of others)
        for (const { key } of analyze(text, { question, language }).categories)
          counts.set(key, (counts.get(key) ?? 0) + 1)
      shares = {
        comments: others.length,
        categories: correctedShares(
          [...counts].map(([key, count]) => ({ key, count })),
          others.length,
          result.rates,
        ),
      }
    }
  }
  const output: EvaluationOutput = {
    ...result,
    ...(values.curve ? { curve: await learningCurve(comments, own) } : {}),
    ...(shares === undefined ? {} : { shares }),
  }
  process.stdout.write(
    values.json ? `${JSON.stringify({ schemaVersion: 1, ...output })}\n` : evaluationTable(output),
  )
  if (result.learnt)
    process.stderr.write(
      'palaute: warning: the model has learnt these very comments, so its figures flatter; --folds judges honestly.\n',
    )
  if (result.unknownLabels.length > 0)
    process.stderr.write(
      `palaute: warning: the model does not have the labels ${result.unknownLabels.slice(0, 10).join(', ')}; they count as missed.\n`,
    )
  return 0
}
