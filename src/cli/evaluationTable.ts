import type { ClassifierEvaluation, CorrectedShare, LearningPoint } from '../categories/index.js'

export interface EvaluationOutput extends ClassifierEvaluation {
  /** F1 by comments learnt from. */
  curve?: LearningPoint[]
  /** How common each category is in comments without labels. */
  shares?: { comments: number; categories: CorrectedShare[] }
}

const figure = (value: number): string => value.toFixed(3)
const span = ({ low, high }: { low: number; high: number }) => `${figure(low)}..${figure(high)}`

const judged: Readonly<Record<ClassifierEvaluation['judged'], string>> = {
  analysis: 'what palaute analyze gives',
  classifier: 'the classifier alone',
  'held-out': 'models that have not seen the comment',
}

/** An evaluation as a table for people. */
export function evaluationTable(result: EvaluationOutput): string {
  const { micro, macro, curve, shares } = result
  const width = Math.max(
    8,
    ...result.labels.map(({ key }) => key.length),
    ...(shares?.categories ?? []).map(({ key }) => key.length),
  )
  const row = (name: string, ...cells: string[]) =>
    `${name.padEnd(width)}  ${cells.map((cell) => cell.padStart(9)).join(' ')}`
  return [
    row('label', 'precision', 'recall', 'F1', 'support'),
    ...result.labels.map((label) =>
      row(label.key, figure(label.precision), figure(label.recall), figure(label.f1), String(label.support)),
    ),
    '',
    `judged       ${judged[result.judged]}`,
    `micro F1     ${figure(micro.f1)} (95 % ${span(micro.interval)}), precision ${figure(micro.precision)}, recall ${figure(micro.recall)}`,
    `macro F1     ${figure(macro.f1)} (95 % ${span(macro.interval)})`,
    `weighted F1  ${figure(result.weighted.f1)}`,
    `exact match  ${figure(result.exactMatch)} of ${result.comments} comments`,
    ...(result.calibration === undefined
      ? []
      : [`calibration  mean gap ${figure(result.calibration.error)}`]),
    ...(result.confused.length === 0 ? [] : ['', 'most confused (right: given)']),
    ...result.confused.slice(0, 10).map((pair) => `  ${pair.missed}: ${pair.given} (${pair.comments})`),
    ...(curve === undefined ? [] : ['', row('learnt from', 'micro F1', 'macro F1')]),
    ...(curve ?? []).map((point) => row(String(point.comments), figure(point.micro), figure(point.macro))),
    ...(shares === undefined
      ? []
      : ['', row(`of ${shares.comments}`, 'given', 'corrected', '95 % interval')]),
    ...(shares?.categories ?? [])
      .filter(({ observed, corrected }) => observed > 0 || corrected !== null)
      .map(({ key, observed, corrected, interval }) =>
        row(
          key,
          figure(observed),
          corrected === null ? '-' : figure(corrected),
          interval === null ? '-' : span(interval),
        ),
      ),
    '',
  ].join('\n')
}
