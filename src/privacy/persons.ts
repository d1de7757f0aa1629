import type { PersonalDataFinding } from '../types.js'
import { baseName } from './pseudonyms.js'

/** More full names than these in one text make a list of persons, where a lone name is seldom one of them. */
const mostPersons = 32

/**
 * For lone names of a text the full name that they are a part of, by the index of the finding: "Maijan" and
 * "Virtasen" beside "Maija Virtanen". Only where one full name fits, and only within one text: in another
 * comment Maija is most often somebody else.
 */
export function fullNames(text: string, findings: readonly PersonalDataFinding[]): Map<number, string> {
  const out = new Map<number, string>()
  const named = findings.flatMap(({ type, start, end }, index) =>
    type === 'name'
      ? [{ index, written: text.slice(start, end), parts: partsOf(text.slice(start, end)) }]
      : [],
  )
  if (named.length < 2) return out
  const persons = new Map<string, { written: string; parts: readonly string[] }>()
  for (const { written, parts } of named)
    if (parts.length > 1 && parts.every((part) => part.length > 1) && !persons.has(parts.join(' ')))
      persons.set(parts.join(' '), { written, parts })
  if (persons.size === 0 || persons.size > mostPersons) return out
  for (const { index, parts } of named) {
    if (persons.has(parts.join(' '))) continue
    const fitting = [...persons.values()].filter((person) => isPartOf(parts, person.parts))
    const only = fitting[0]
    if (fitting.length === 1 && only) out.set(index, only.written)
  }
  return out
}

const partsOf = (name: string): string[] =>
  name
    .normalize('NFC')
    .split(/[\s.]+/)
    .filter((word) => word !== '')
    .map(baseName)

/** Each part is one of the person's, an initial ("M. Virtanen") that of one. */
function isPartOf(parts: readonly string[], person: readonly string[]): boolean {
  return (
    parts.some((part) => part.length > 1) &&
    parts.every((part) =>
      person.some((whole) => whole === part || (part.length === 1 && whole.startsWith(part))),
    )
  )
}
