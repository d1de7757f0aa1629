import type { Document } from '../language/document.js'
import type { AlertFinding, AlertKey, Span } from '../types.js'
import { type AlertScene, createEventReader } from './alertEvents.js'
import { learntEvidence } from './alertEvidence.js'
import type { Scene } from './alertFrames.js'
import { type AlertScores, createAlertScorer } from './alertScorer.js'
import type { AlertTable } from './alertTable.js'
import { weigherFor } from './alertTally.js'
import { ALERT_KEYS, type AlertWeights } from './alertWeights.js'

/** Evidence spans kept of one alert. */
const KEPT = 4

/** Why an alert was raised. */
export interface AlertReason {
  key: AlertKey
  /** Frames of the table that were met, as the table writes them; none where the learnt part alone speaks. */
  rows: string[]
  /** What the learnt part gives, in log-odds, and from where on it raises the key by itself; absent without one. */
  learnt?: { logOdds: number; threshold: number; reasons: { text: string; weight: number }[] }
}

export interface AlertFinder {
  /** What was found last is kept: a neutral comment is asked for its alerts twice. */
  find(document: Document): AlertFinding[]
  /** What is behind each alert that `find` gives. */
  explain(document: Document): AlertReason[]
}

/**
 * Makes a finder of a table and learnt weights: a key is raised where a row is met and the weights do not speak firmly
 * against it, or where the weights alone are over their threshold. Recall goes first: a person reads every alert.
 *
 * @throws {PalauteError} `bad_option` for a table that cannot be read
 */
export function createAlertFinder(table: AlertTable, weights?: AlertWeights): AlertFinder {
  const reader = createEventReader(table, weights && weigherFor(weights))
  const scorer = weights && createAlertScorer(weights, reader)
  let last: { document: Document; found: AlertFinding[] } | undefined
  return { find, explain }

  function find(document: Document): AlertFinding[] {
    if (last?.document !== document) last = { document, found: search(document) }
    return last.found
  }

  function search(document: Document): AlertFinding[] {
    const scene = reader.read(document)
    const scores = scorer?.score(scene)
    const found = tableFindings(scene, scores)
    if (weights === undefined || scorer === undefined || scores === undefined) return [...found.values()]
    ALERT_KEYS.forEach((key, head) => {
      const score = scores.logOdds[head] as number
      const threshold = weights.thresholds[head]
      if (threshold === undefined || score < threshold.learnt) return
      const likely = score >= threshold.likely
      const held = found.get(key)
      if (held !== undefined) {
        if (likely) held.level = 'likely'
        return
      }
      const evidence = learntEvidence(scorer, scene, head, scores.window[head] as number)
      found.set(key, {
        key,
        level: likely ? 'likely' : 'possible',
        evidence: evidence.map(({ at }) => spanOf(scene, at)),
      })
    })
    return ALERT_KEYS.flatMap((key) => found.get(key) ?? [])
  }

  function tableFindings(scene: AlertScene, scores: AlertScores | undefined): Map<AlertKey, AlertFinding> {
    const found = new Map<AlertKey, AlertFinding>()
    for (const { frame, at, silenced } of scene.events) {
      if (silenced) continue
      const { key, level } = frame.row
      const head = ALERT_KEYS.indexOf(key)
      if (scores && (scores.logOdds[head] as number) < (weights?.thresholds[head]?.table ?? 0)) continue
      const spans = at.map((place) => spanOf(scene, place))
      const held = found.get(key)
      if (held === undefined) found.set(key, { key, level, evidence: sorted(spans) })
      else {
        if (level === 'likely') held.level = level
        held.evidence = joined(held.evidence, spans)
      }
    }
    return found
  }

  function explain(document: Document): AlertReason[] {
    const scene = reader.read(document)
    const scores = scorer?.score(scene)
    return find(document).map(({ key }) => {
      const head = ALERT_KEYS.indexOf(key)
      const rows = scene.events
        .filter(({ frame, silenced }) => !silenced && frame.row.key === key)
        .map(({ frame }) => frame.row.frame)
      const reason: AlertReason = { key, rows: [...new Set(rows)] }
      if (weights && scorer && scores)
        reason.learnt = {
          logOdds: rounded(scores.logOdds[head] as number),
          threshold: weights.thresholds[head]?.learnt as number,
          reasons: learntEvidence(scorer, scene, head, scores.window[head] as number).map(
            ({ at, weight }) => {
              const { start, end } = spanOf(scene, at)
              return { text: document.text.slice(start, end), weight: rounded(weight) }
            },
          ),
        }
      return reason
    })
  }
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000

function joined(held: readonly Span[], spans: readonly Span[]): Span[] {
  const evidence = [...held]
  for (const span of spans)
    if (
      evidence.length < KEPT &&
      !evidence.some((other) => other.start === span.start && other.end === span.end)
    )
      evidence.push(span)
  return sorted(evidence)
}

const sorted = (spans: readonly Span[]): Span[] =>
  [...spans].sort((x, y) => x.start - y.start || x.end - y.end)

const spanOf = ({ document, ends }: Scene, at: number): Span => ({
  start: document.tokens[at]?.start ?? 0,
  end: document.tokens[(ends.get(at) ?? at + 1) - 1]?.end ?? 0,
})
