import type { Analysis, Comment, Response } from '../types.js'

/** A comment with its findings. Text and offsets are those of the redacted text unless privacy is `keep`. */
export type ScoredComment = Comment & Analysis

/** A response as `palaute score` writes it. */
export interface ScoredResponse
  extends Omit<Response, 'comments' | 'nps' | 'csat' | 'ces' | 'fcr' | 'grade' | 'likert'> {
  scores: Record<string, number | string | null>
  comments: ScoredComment[]
}

/** What the findings of one comment column become in a table. */
export const findingColumns = ['language', 'sentiment', 'score', 'categories', 'intents', 'alerts'] as const

/**
 * Scored responses as a table: the columns of the input, then six columns for each comment column
 * (`<column>.language`, `.sentiment`, `.score`, `.categories`, `.intents`, `.alerts`; keys joined by `|`).
 *
 * @param columns names of the input's columns
 * @param comments names of those that hold comments
 * @param shown the text of a cell without a comment as it may be shown
 * @param label the name of a column as it may be shown
 */
export function scoredTable(
  columns: readonly string[],
  comments: readonly string[],
  shown: (text: string, column: string) => string,
  label: (name: string) => string,
): { header: string[]; cells: (cells: readonly string[], response: ScoredResponse) => string[] } {
  return {
    header: [
      ...columns.map(label),
      ...comments.flatMap((column) => findingColumns.map((name) => `${label(column)}.${name}`)),
    ],
    cells(cells, response) {
      const byColumn = new Map(response.comments.map((comment) => [comment.column, comment]))
      return [
        ...columns.map((column, index) => {
          const comment = byColumn.get(label(column))
          // A cell of a comment column without a comment held a non-answer ("-", "En osaa sanoa").
          return comment === undefined ? shown(cells[index] ?? '', column) : comment.text
        }),
        ...comments.flatMap((column) => findings(byColumn.get(label(column)))),
      ]
    },
  }
}

function findings(comment: ScoredComment | undefined): string[] {
  if (comment === undefined) return findingColumns.map(() => '')
  return [
    comment.language.code,
    comment.sentiment.label,
    String(comment.sentiment.score),
    comment.categories.map(({ key }) => key).join('|'),
    comment.intents.join('|'),
    comment.alerts.map(({ key }) => key).join('|'),
  ]
}
