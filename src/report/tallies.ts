import { type AggregateOptions, aggregate, type ScoreMetric, type UnitCounts } from '../aggregate/index.js'
import { likert } from '../metrics/index.js'
import type { Response, Scale } from '../types.js'
import type { MetricResult, StatementResult } from './result.js'

/** A question whose answers are counted to a figure, as the layout declares it. */
export interface Question {
  metric: Exclude<ScoreMetric, 'likert'>
  /** Field of the response; of grades the column. */
  column: string
  question: string
  scale: Scale | null
}

export interface FigureOptions {
  level: number
  minimumGroup: number
  volumes: ReadonlyMap<string, number> | null
}

/** The answers to a question by unit, ready to be aggregated. */
export interface QuestionCounts extends Omit<Question, 'column'> {
  units: UnitCounts[]
  options: AggregateOptions
}

/** Where a respondent without a unit is counted. Not a name that a survey could hold. */
const noUnit = ''

const fcrIndex = { no: 0, partial: 1, yes: 2 } as const

/** Points of a histogram to a point of the scale: school grades come in quarters (8+, 8½, 9-). */
const stepsOf = ({ metric }: Question): number => (metric === 'grade' ? 4 : 1)

/** Histograms of every question by unit: all that the figures need, however many rows there are. */
export function createTallies(questions: readonly Question[], likertScales: ReadonlyMap<string, Scale>) {
  const units = new Map<string, { service: string | null; counts: number[][] }>()
  const names = new Map<string, string>()
  const statements = new Map<string, { scale: Scale; counts: number[]; missing: number }>()

  function value(response: Response, question: Question): number | undefined {
    if (question.metric === 'fcr') return response.fcr ? fcrIndex[response.fcr] : undefined
    const score = question.metric === 'grade' ? response.grade?.[question.column] : response[question.metric]
    return score === null || score === undefined
      ? undefined
      : (score - (question.scale?.min ?? 0)) * stepsOf(question)
  }

  function add(response: Response): void {
    const key = response.unit ?? response.unitName ?? noUnit
    let unit = units.get(key)
    if (unit === undefined) {
      unit = {
        service: response.service ?? null,
        counts: questions.map((question) => {
          const { metric, scale } = question
          const width = (scale?.max ?? 10) - (scale?.min ?? 0)
          return new Array<number>(metric === 'fcr' ? 3 : width * stepsOf(question) + 1).fill(0)
        }),
      }
      units.set(key, unit)
    }
    unit.service ??= response.service ?? null
    if (response.unitName) names.set(key, response.unitName)
    for (const [index, question] of questions.entries()) {
      const at = value(response, question)
      const counts = unit.counts[index]
      if (at !== undefined && counts?.[at] !== undefined) counts[at] += 1
    }
    for (const [column, score] of Object.entries(response.likert ?? {})) {
      const scale = likertScales.get(column) ?? { min: 1, max: 5, best: 'high' as const }
      let statement = statements.get(column)
      if (statement === undefined) {
        statement = { scale, counts: new Array<number>(scale.max - scale.min + 1).fill(0), missing: 0 }
        statements.set(column, statement)
      }
      const at = score === null ? -1 : score - scale.min
      if (statement.counts[at] === undefined) statement.missing += 1
      else statement.counts[at] += 1
    }
  }

  function countsOf(options: FigureOptions): QuestionCounts[] {
    const sorted = [...units].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    return questions.map(({ metric, question, scale }, index) => ({
      metric,
      question,
      scale,
      units: sorted.map(([unit, { service, counts }]) => ({
        unit: unit === noUnit ? '–' : unit,
        service,
        volume: options.volumes?.get(unit) ?? null,
        counts: counts[index] ?? [],
      })),
      options: {
        metric,
        level: options.level,
        suppressBelow: options.minimumGroup,
        ...(scale === null || metric === 'fcr' ? {} : { scale }),
      },
    }))
  }

  function metrics(options: FigureOptions): MetricResult[] {
    if (units.size === 0) return []
    return countsOf(options).map(({ metric, question, scale, units, options }) => ({
      metric,
      question,
      scale,
      region: aggregate(units, options),
    }))
  }

  function statementResults(level: number): StatementResult[] {
    return [...statements].map(([question, { scale, counts, missing }]) => ({
      question,
      score: likert({ counts, missing }, { scale, level }),
    }))
  }

  return { add, countsOf, metrics, statementResults, unitNames: () => Object.fromEntries(names) }
}
