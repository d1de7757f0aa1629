import type { QuestionKind } from '../../types.js'
import { listReader, markReader } from '../cells/choices.js'
import { commentReader } from '../cells/texts.js'
import { questionKind } from '../columns/question.js'
import type { ColumnLayout } from '../layout.js'
import { type Compiler, type Fill, fillField, keyOf, miss, tell } from './fill.js'

export function compileChoices(compiler: Compiler, columns: readonly ColumnLayout[]): Fill[] {
  const fills: Fill[] = []
  const lists = columns.filter(
    ({ role, option, separator }) =>
      (role === 'choice' && option === undefined) ||
      ((role === 'channel' || role === 'service') && separator !== undefined),
  )
  for (const column of lists) {
    const question = keyOf(column.question ?? column.name)
    fills.push(
      fillField(compiler, [column], listReader, question, (response, value) => {
        response.choices ??= {}
        response.choices[question] = value
        if (column.role === 'channel' || column.role === 'service')
          response[column.role] = value?.length === 1 ? (value[0] ?? null) : null
      }),
    )
  }
  const byQuestion = new Map<string, ColumnLayout[]>()
  for (const column of columns)
    if (column.role === 'choice' && column.option !== undefined) {
      const question = column.question ?? column.name
      byQuestion.set(question, [...(byQuestion.get(question) ?? []), column])
    }
  for (const [question, group] of byQuestion) fills.push(fillOptions(compiler, keyOf(question), group))
  return fills
}

function fillOptions(compiler: Compiler, question: string, group: readonly ColumnLayout[]): Fill {
  const readers = group.map((column) => ({
    column,
    index: column.index,
    option: column.option ?? '',
    read: markReader(column),
  }))
  return (row, response) => {
    const chosen: string[] = []
    let asked = false
    for (const { column, index, option, read } of readers) {
      const cell = row.cells[index] ?? ''
      if (cell === '') continue
      const reading = read(cell)
      if (reading.problem) tell(compiler, column, row, cell, reading.problem)
      if (reading.value === null) continue
      asked = true
      if (reading.value) chosen.push(option)
    }
    response.choices ??= {}
    response.choices[question] = asked ? chosen : null
    if (!asked) miss(compiler, question, '')
  }
}

export function compileComments(compiler: Compiler, columns: readonly ColumnLayout[]): Fill[] {
  return columns
    .filter(({ role }) => role === 'comment')
    .map((column): Fill => {
      const read = commentReader(column)
      const { index, name } = column
      const key = keyOf(name)
      const question = (column.question ?? questionKind(name)) as QuestionKind
      return (row, response) => {
        const cell = row.cells[index] ?? ''
        const reading = read(cell)
        if (reading.value === null) miss(compiler, key, cell)
        else response.comments.push({ column: name, question, text: reading.value })
      }
    })
}
