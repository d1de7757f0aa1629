import type { Document } from '../language/document.js'
import type { AlertFinding, AlertKey, Span } from '../types.js'
import { createEventReader } from './alertEvents.js'
import type { Frame, Scene } from './alertFrames.js'
import type { AlertTable } from './alertTable.js'

/** Evidence spans kept of one alert. */
const KEPT = 4

export type AlertFinder = (document: Document) => AlertFinding[]

/**
 * Makes a finder of a table. Recall goes first: a person reads every alert.
 *
 * @throws {PalauteError} `bad_option` for a table that cannot be read
 */
export function createAlertFinder(table: AlertTable): AlertFinder {
  const reader = createEventReader(table)
  return (document) => {
    const scene = reader.read(document)
    const found = new Map<AlertKey, AlertFinding>()
    for (const { frame, at, silenced } of scene.events)
      if (!silenced)
        addFinding(
          found,
          frame,
          at.map((place) => spanOf(scene, place)),
        )
    return [...found.values()]
  }
}

function addFinding(found: Map<AlertKey, AlertFinding>, { row }: Frame, spans: readonly Span[]): void {
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

const spanOf = ({ document, ends }: Scene, at: number): Span => ({
  start: document.tokens[at]?.start ?? 0,
  end: document.tokens[(ends.get(at) ?? at + 1) - 1]?.end ?? 0,
})
