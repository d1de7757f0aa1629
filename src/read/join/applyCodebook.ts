import { plainWords, questionWords } from '../columns/text.js'
import type { TableColumn } from '../table.js'
import type { Codebook } from './codebook.js'

export interface AssignedCodes {
  /** Codes by the column's place, where the code book names the column (by header or number). */
  byColumn: Map<number, ReadonlyMap<string, string>>
  /** Texts of questions that the code book gives for a column whose header is only a name. */
  questions: Map<number, string>
  /** Code sets named after a role (`nps`, `channel`). */
  byRole: Map<string, ReadonlyMap<string, string>>
  /** Code sets that no column claims: offered to every choice column. */
  free: ReadonlyMap<string, string>[]
}

const ROLES = new Set([
  'nps',
  'csat',
  'ces',
  'fcr',
  'grade',
  'likert',
  'channel',
  'service',
  'unit',
  'region',
  'language',
  'role',
])

/** Ties the variables of a code book to columns: by name, by what is left of a name without its number, by role. */
export function assignCodes(book: Codebook, columns: readonly TableColumn[]): AssignedCodes {
  const assigned: AssignedCodes = { byColumn: new Map(), questions: new Map(), byRole: new Map(), free: [] }
  const names = columns.map(({ name, question }) => [
    name,
    plainWords(name),
    questionWords(name),
    question === undefined ? '' : plainWords(question),
  ])
  for (const [variable, all] of book) {
    const codes = new Map([...all].filter(([code]) => code !== ''))
    const question = all.get('')
    const plain = plainWords(variable)
    const bare = questionWords(variable)
    const claimed =
      plain === ''
        ? []
        : names.flatMap((forms, index) =>
            forms[0] === variable || forms[1] === plain || forms[2] === bare || forms[3] === plain
              ? [index]
              : [],
          )
    // "Q4" names the column "Q4: Miten asioit?", "Q4. ..." or "Q4_1".
    const numbered =
      claimed.length > 0 || !/^[a-z]{1,8} ?\d{1,3}$/u.test(plain)
        ? claimed
        : names.flatMap((forms, index) => ((forms[1] ?? '').startsWith(`${plain} `) ? [index] : []))
    for (const index of numbered) {
      if (question !== undefined) assigned.questions.set(index, question)
      if (codes.size > 0) assigned.byColumn.set(index, codes)
    }
    if (numbered.length > 0 || codes.size === 0) continue
    if (ROLES.has(plain)) assigned.byRole.set(plain, codes)
    else assigned.free.push(codes)
  }
  return assigned
}
