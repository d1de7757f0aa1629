import {
  compareRegions,
  differenceInterval,
  type GroupFigures,
  type RegionChange,
} from '../aggregate/index.js'
import { adjustP, proportionDifference } from '../statistics/index.js'
import type { PeriodTallies } from './periodTallies.js'
import type { Comparison, GroupChange, MetricChange, SurveyResult, ThemeChange } from './result.js'
import type { FigureOptions } from './tallies.js'
import type { ThemeNames } from './themes.js'

type CommentFigures = Pick<SurveyResult, 'comments' | 'themes'>

/**
 * How figures and themes changed since the period before: every difference with its interval, those of themes
 * tested together, because among sixty some move by chance.
 *
 * @param label how the name of a question may be shown
 */
export function comparePeriods(
  before: PeriodTallies,
  now: PeriodTallies,
  names: ThemeNames,
  options: FigureOptions & { minimumQuoteGroup: number },
  label: (name: string) => string,
): Comparison | null {
  const period = before.days()
  if (period === null) return null
  const [earlier, later] = [before.themes.finish(names, options), now.themes.finish(names, options)]
  const unitsBefore = before.tallies.countsOf(options)
  const metrics = now.tallies.countsOf(options).map((asked, index): MetricChange => {
    const { metric, question, scale, units } = asked
    const change = compareRegions(unitsBefore[index]?.units ?? [], units, asked.options)
    return { metric, question: label(question), scale, change, groups: groupsOf(change) }
  })
  return {
    period,
    responses: before.responses(),
    comments: earlier.comments,
    metrics,
    themes: themesOf(earlier, later, options.level),
  }
}

/** Services shown in both periods, and units that have none. */
function groupsOf({ before, after }: RegionChange): GroupChange[] {
  const rows = (score: RegionChange['after']): (readonly [string, GroupFigures])[] => [
    ...score.services.map((row) => [row.service, row] as const),
    ...score.units.flatMap((row) => (row.service === null ? [[row.unit, row] as const] : [])),
  ]
  const earlier = new Map(rows(before))
  return rows(after).flatMap(([group, row]) => {
    const old = earlier.get(group)
    if (old?.value == null || row.value === null) return []
    return [
      {
        group,
        before: { n: old.n, value: old.value },
        after: { n: row.n, value: row.value },
        difference: row.value - old.value,
        interval: differenceInterval(old, row),
      },
    ]
  })
}

/** Empty where either period has too few who wrote for themes to be shown. */
function themesOf(before: CommentFigures, now: CommentFigures, level: number): ThemeChange[] {
  if (before.comments.sentiment === null || now.comments.sentiment === null) return []
  const earlier = new Map(before.themes.map((theme) => [theme.key, theme]))
  const later = new Map(now.themes.map((theme) => [theme.key, theme]))
  const sizes = { before: before.comments.respondents, after: now.comments.respondents }
  const found = [...new Set([...later.keys(), ...earlier.keys()])].map((key) => {
    const x = earlier.get(key)?.respondents ?? 0
    const y = later.get(key)?.respondents ?? 0
    const { difference, interval, p } = proportionDifference(y, sizes.after, x, sizes.before, level)
    const names = (later.get(key) ?? earlier.get(key))?.names ?? { fi: key, sv: key, en: key }
    const change = {
      key,
      names,
      before: { respondents: x, share: x / sizes.before },
      after: { respondents: y, share: y / sizes.after },
      difference,
      interval: { ...interval, level, method: 'newcombe' },
    }
    return { change, p }
  })
  const adjusted = adjustP(found.map(({ p }) => p))
  return found
    .map(({ change }, i) => ({ ...change, p: adjusted[i] ?? null }))
    .sort((x, y) => Math.abs(y.difference) - Math.abs(x.difference) || (x.key < y.key ? -1 : 1))
}
