import type { Issue } from '../types.js'
import type { IssueLog } from './table.js'

/**
 * A log that keeps the first issues of each code and counts them all, so that a million ragged rows neither
 * fill the memory nor hide the one issue of another kind.
 *
 * @param limits how many are kept of one code (500) and in all (5,000)
 * @example
 * const log = createIssueLog()
 * log.add({ code: 'blank_row', severity: 'info', file: 'a.csv', row: 3, column: null, value: null, hint: '' })
 * log.counts() // { blank_row: 1 }
 */
export function createIssueLog(limits: { perCode?: number; total?: number } = {}): IssueLog {
  const perCode = limits.perCode ?? 500
  const total = limits.total ?? 5000
  const kept: Issue[] = []
  const counts = new Map<string, number>()
  return {
    add(issue) {
      const before = counts.get(issue.code) ?? 0
      counts.set(issue.code, before + 1)
      if (before < perCode && kept.length < total) kept.push(issue)
    },
    list: () => [...kept],
    counts: () => Object.fromEntries(counts),
  }
}
