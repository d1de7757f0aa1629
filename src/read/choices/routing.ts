import type { Issue, Response } from '../../types.js'
import type { ColumnLayout } from '../layout.js'
import type { IssueLog } from '../table.js'
import { plainLabel } from '../values/words.js'

type Route = (response: Response, log: { issues: IssueLog }) => void

/** What a response answered to a question, as options; null = no answer, undefined = not asked. */
export function answersTo(response: Response, question: string): readonly string[] | null | undefined {
  const chosen = response.choices?.[question]
  if (chosen !== undefined) return chosen
  const score = response.likert?.[question] ?? response.grade?.[question]
  if (score !== undefined) return score === null ? null : [String(score)]
  if (question === 'fcr' || question === 'channel' || question === 'service' || question === 'role') {
    const value = response[question]
    return value === undefined ? undefined : value === null ? null : [value]
  }
  return undefined
}

/** Takes a question out of a response as if its column were not there; tells whether an answer stood in it. */
function unask(response: Response, column: ColumnLayout): boolean {
  const { role, name } = column
  const { missing } = response
  const forget = (key: string): void => {
    if (missing) delete missing[key]
  }
  switch (role) {
    case 'nps':
    case 'csat':
    case 'ces':
    case 'fcr': {
      if (response[role] !== null && response[role] !== undefined) return true
      delete response[role]
      forget(role)
      return false
    }
    case 'grade':
    case 'likert': {
      const scores = response[role]
      if (scores?.[name] !== null && scores?.[name] !== undefined) return true
      if (scores) delete scores[name]
      forget(name)
      return false
    }
    case 'choice': {
      const question = column.question ?? name
      const chosen = response.choices?.[question]
      if (chosen !== null && chosen !== undefined && chosen.length > 0) return true
      if (response.choices) delete response.choices[question]
      forget(question)
      return false
    }
    case 'comment':
      forget(name)
      return response.comments.some((comment) => comment.column === name)
    default:
      return false
  }
}

/**
 * Routed questions: who did not choose what leads to a question was not asked it, which is another thing than
 * leaving it empty. An answer where none was asked for is kept, and told.
 */
export function compileRoutes(columns: readonly ColumnLayout[]): Route[] {
  return columns.flatMap((column): Route[] => {
    const { askedIf } = column
    if (!askedIf) return []
    const gate = columns.find(
      ({ name, question }) => (question ?? name) === askedIf.question || name === askedIf.question,
    )
    const key =
      gate?.role === 'fcr' ||
      gate?.role === 'role' ||
      (gate?.role === 'channel' && gate.separator === undefined)
        ? gate.role
        : (gate?.question ?? gate?.name ?? askedIf.question)
    const wanted = new Set(askedIf.anyOf.map(plainLabel))
    return [
      (response, { issues }) => {
        const answers = answersTo(response, key)
        if (answers?.some((answer) => wanted.has(plainLabel(answer)))) return
        if (!unask(response, column)) return
        const issue: Issue = {
          code: 'answered_though_not_asked',
          severity: 'info',
          file: response.file,
          row: response.row,
          column: column.name,
          value: null,
          hint: `This is asked only after certain answers to "${askedIf.question.slice(0, 60)}"; the answer is kept.`,
        }
        issues.add(issue)
      },
    ]
  })
}
