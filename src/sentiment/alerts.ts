import type { Document } from '../language/document.js'
import type { AlertFinding, AlertKey, Span } from '../types.js'
import type { ClauseEvidence } from './clausePolarity.js'
import { findMatches, holds, type Match } from './pattern.js'
import { BLAME, type CompiledAlert, type Rule } from './rules.js'
import type { View } from './view.js'

/** Among the exclusions: the sentences about the match praise and blame nothing. */
const PRAISE = '<praise>'
/** Evidence spans kept of one alert. */
const KEPT = 4
/** Tokens to each side in which the other parts of a row are looked for, within neighboring sentences. */
const REACH = 40
/** Openings of rows that are followed up in one comment: a comment of many alerts needs no more. */
const TRIED = 400

interface Region {
  first: number
  last: number
}

/**
 * Alerts by the table: all patterns of a row met within neighboring sentences, none of its exclusions there. A row
 * whose own patterns do not deny is void where a negation governs it ("ei mitään vammoja"). Recall goes first: a
 * person reads every alert.
 */
export function findAlerts(
  document: Document,
  view: View,
  matches: readonly Match<Rule>[],
  clauses: readonly ClauseEvidence[],
): AlertFinding[] {
  const found = new Map<AlertKey, AlertFinding>()
  let tried = 0
  let clause = 0
  let sentence = 0
  for (const match of matches) {
    if (match.value.kind !== 'alert') continue
    if (tried >= TRIED) break
    tried += 1
    while (clause < clauses.length - 1 && (clauses[clause] as ClauseEvidence).clause.last <= match.first)
      clause += 1
    while (
      sentence < document.sentences.length - 1 &&
      (document.sentences[sentence]?.last ?? 0) <= match.first
    )
      sentence += 1
    const { rule } = match.value
    if (!rule.negative && isDenied(match, clauses[clause])) continue
    const spans = follow(document, view, rule, match, regionOf(document, sentence, match), clauses)
    if (spans) addFinding(found, rule, spans)
  }
  return [...found.values()]
}

/** The sentence of the match with its neighbors, at most `REACH` tokens to each side. */
function regionOf(document: Document, sentence: number, match: Match<Rule>): Region {
  const before = document.sentences[sentence - 1] ?? document.sentences[sentence]
  const after = document.sentences[sentence + 1] ?? document.sentences[sentence]
  return {
    first: Math.max(before?.first ?? 0, match.first - REACH),
    last: Math.min(after?.last ?? document.tokens.length, match.last + REACH),
  }
}

function follow(
  document: Document,
  view: View,
  rule: CompiledAlert,
  match: Match<Rule>,
  region: Region,
  clauses: readonly ClauseEvidence[],
): Span[] | undefined {
  const spans = [spanOf(document, match)]
  for (const part of rule.others) {
    if (part === BLAME) {
      if (!isBlamed(clauses, region)) return undefined
      continue
    }
    const met = findMatches(part, view, region.first, region.last)[0]
    if (met === undefined) return undefined
    spans.push(spanOf(document, met))
  }
  if (rule.row.unless.includes(PRAISE) && isPraised(clauses, region)) return undefined
  if (rule.unless && holds(rule.unless, view, region.first, region.last)) return undefined
  return spans
}

/** More blame than praise in the clauses of a region. */
function isBlamed(clauses: readonly ClauseEvidence[], region: Region): boolean {
  const { positive, negative } = weightsOf(clauses, region)
  return negative >= 0.8 && negative > positive
}

const isPraised = (clauses: readonly ClauseEvidence[], region: Region): boolean => {
  const { positive, negative } = weightsOf(clauses, region)
  return positive >= 2.2 && negative < 0.4
}

function weightsOf(
  clauses: readonly ClauseEvidence[],
  region: Region,
): { positive: number; negative: number } {
  let positive = 0
  let negative = 0
  for (const found of clauses) {
    if (found.clause.first >= region.last) break
    if (found.clause.last <= region.first) continue
    positive += found.positive
    negative += found.negative
  }
  return { positive, negative }
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

const isDenied = (match: Match<Rule>, clause: ClauseEvidence | undefined): boolean =>
  clause?.denials.some((at) => at < match.first) ?? false

const spanOf = (document: Document, match: { first: number; last: number }): Span => ({
  start: document.tokens[match.first]?.start ?? 0,
  end: document.tokens[match.last - 1]?.end ?? 0,
})
