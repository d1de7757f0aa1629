import type { PersonalDataFinding, PersonalDataType, Span } from '../types.js'

/** Adds spans that meet none found before; both lists may be long, so they are walked side by side. */
export function withoutOverlaps(
  found: readonly PersonalDataFinding[],
  type: PersonalDataType,
  spans: readonly Span[],
): PersonalDataFinding[] {
  if (spans.length === 0) return found as PersonalDataFinding[]
  const out: PersonalDataFinding[] = []
  let at = 0
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    while (at < found.length && (found[at] as PersonalDataFinding).end <= start)
      out.push(found[at++] as PersonalDataFinding)
    const next = found[at]
    const last = out.at(-1)
    if ((next && next.start < end) || (last && start < last.end)) continue
    out.push({ type, start, end })
  }
  while (at < found.length) out.push(found[at++] as PersonalDataFinding)
  return out
}
