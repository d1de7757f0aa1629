import type { Document } from '../language/document.js'
import type { AlertFinding, AlertKey, Span } from '../types.js'
import type { ClauseEvidence } from './clausePolarity.js'
import type { Match } from './pattern.js'
import type { CompiledAlert, Rule } from './rules.js'

/** Evidence spans kept of one alert. */
const KEPT = 4

interface Met {
  sentence: number
  spans: (Span | undefined)[]
}

/**
 * Alerts by the table: all patterns of a row met in one sentence or two neighboring ones, none of its exclusions
 * there. A row whose own patterns do not deny is void where a negation governs it ("ei mitään vammoja"). Recall
 * goes first: a person reads every alert.
 */
export function findAlerts(
  document: Document,
  matches: readonly Match<Rule>[],
  clauses: readonly ClauseEvidence[],
): AlertFinding[] {
  let any = false
  for (const { value } of matches) if (value.kind === 'alert') any = true
  if (!any) return []
  const sentenceOf = sentencesOf(document)
  const clauseOf = clausesOf(document)
  const denials = new Map<CompiledAlert, Set<number>>()
  for (const match of matches) {
    if (match.value.kind !== 'alertDenial') continue
    const held = denials.get(match.value.row) ?? new Set<number>()
    held.add(sentenceOf[match.first] as number)
    denials.set(match.value.row, held)
  }
  const met = new Map<CompiledAlert, Met[]>()
  const found = new Map<AlertKey, AlertFinding>()
  for (const match of matches) {
    const rule = match.value
    if (rule.kind !== 'alert') continue
    const sentence = sentenceOf[match.first] as number
    if (
      !rule.row.negative &&
      rule.part === 0 &&
      isDenied(match, matches, clauses[clauseOf[match.first] as number])
    )
      continue
    const denied = denials.get(rule.row)
    if (denied && (denied.has(sentence) || denied.has(sentence + 1) || denied.has(sentence - 1))) continue
    const states = met.get(rule.row) ?? []
    met.set(rule.row, states)
    let state = states.at(-1)
    if (state === undefined || sentence - state.sentence > 1) {
      state = { sentence, spans: [] }
      states.push(state)
    }
    if (state.spans[rule.part] !== undefined) continue
    state.spans[rule.part] = spanOf(document, match)
    const spans = state.spans.filter((span) => span !== undefined)
    if (spans.length === rule.row.parts) addFinding(found, rule.row, spans)
  }
  return [...found.values()]
}

function addFinding(
  found: Map<AlertKey, AlertFinding>,
  { row }: CompiledAlert,
  spans: readonly Span[],
): void {
  const held = found.get(row.key)
  if (held === undefined) {
    found.set(row.key, { key: row.key, level: row.level, evidence: sorted(spans) })
    return
  }
  if (row.level === 'likely') held.level = 'likely'
  const evidence = [...held.evidence]
  for (const span of spans)
    if (
      evidence.length < KEPT &&
      !evidence.some((other) => other.start === span.start && other.end === span.end)
    )
      evidence.push(span)
  held.evidence = sorted(evidence)
}

const sorted = (spans: readonly Span[]): Span[] =>
  [...spans].sort((x, y) => x.start - y.start || x.end - y.end)

function isDenied(
  match: Match<Rule>,
  matches: readonly Match<Rule>[],
  clause: ClauseEvidence | undefined,
): boolean {
  if (!clause?.negated) return false
  const { first } = clause.clause
  for (const other of matches) {
    if (other.first >= match.first) break
    if (other.value.kind !== 'negator' || other.first < first) continue
    if (other.value.scope !== 'next' || match.first - other.first <= 2) return true
  }
  return false
}

const spanOf = (document: Document, match: Match<Rule>): Span => ({
  start: document.tokens[match.first]?.start ?? 0,
  end: document.tokens[match.last - 1]?.end ?? 0,
})

function sentencesOf(document: Document): Int32Array {
  const of = new Int32Array(document.tokens.length)
  document.sentences.forEach(({ first, last }, s) => {
    of.fill(s, first, last)
  })
  return of
}

function clausesOf(document: Document): Int32Array {
  const of = new Int32Array(document.tokens.length)
  document.clauses.forEach(({ first, last }, c) => {
    of.fill(c, first, last)
  })
  return of
}
