import type { GroupFigures, UnitFigures } from '../../aggregate/index.js'
import type { Interval, Locale } from '../../types.js'
import { escapeHtml } from '../escape.js'
import { formatFigure, formatInterval } from '../figures.js'
import { formatNumber, formatPercent } from '../format.js'
import { fill, type Messages } from '../messages/index.js'
import type { MetricResult, SurveyResult } from '../result.js'
import { intervalPicture, stackedPicture } from '../svg/bars.js'
import type { Section } from './page.js'
import { type Cell, cell, type TableRow, table } from './table.js'

/** The axis on which a metric is drawn. */
function axisOf(entry: MetricResult): { min: number; max: number } {
  if (entry.metric === 'nps') return { min: -100, max: 100 }
  if (entry.metric === 'csat' || entry.metric === 'fcr') return { min: 0, max: 1 }
  return { min: entry.scale?.min ?? 1, max: entry.scale?.max ?? 7 }
}

export function figuresSection(result: SurveyResult, messages: Messages, locale: Locale): Section | null {
  if (result.metrics.length === 0) return null
  const cards = result.metrics.map((entry) => {
    const { metric, region } = entry
    const figure =
      region.value === null
        ? escapeHtml(messages.noFigure)
        : escapeHtml(formatFigure(metric, region.value, region.interval, locale))
    const lines = [
      region.value === null
        ? ''
        : `${intervalLabel(messages, region.interval)} ${formatInterval(metric, region.interval, locale)}`,
      `${messages.n} ${formatNumber(region.n, 0, locale)}`,
      messages.metricNote[metric],
    ].filter((line) => line !== '')
    return `<li class="card"><h3>${escapeHtml(messages.metric[metric])}</h3><p class="figure">${figure}</p>${lines
      .map((line) => `<p>${escapeHtml(line)}</p>`)
      .join('')}</li>`
  })
  return { id: 'figures', title: messages.figures, body: `<ul class="cards">${cards.join('\n')}</ul>` }
}

export function intervalLabel(messages: Messages, interval: Interval | null): string {
  const level = Math.round((interval?.level ?? 0.95) * 1000) / 10
  return messages.interval.replace('95', String(level))
}

const schemes = ['balanced', 'volume', 'equal', 'pooled'] as const

export function weightingSection(result: SurveyResult, messages: Messages, locale: Locale): Section | null {
  const entry = result.metrics.find((candidate) => candidate.region.units.length > 1)
  if (entry === undefined) return null
  const { region, metric } = entry
  const axis = axisOf(entry)
  const rows: TableRow[] = schemes.flatMap((scheme) => {
    const estimate = region.alternatives[scheme]
    if (estimate === undefined) return []
    const { value, interval } = estimate
    return [
      {
        header: `${messages.scheme[scheme]}: ${messages.schemeNote[scheme]}`,
        cells: [
          cell.number(value === null ? '–' : formatFigure(metric, value, interval, locale)),
          cell.number(formatInterval(metric, interval, locale)),
          cell.markup(
            intervalPicture({ value, low: interval?.low ?? null, high: interval?.high ?? null, ...axis }),
          ),
        ],
      },
    ]
  })
  const balance = region.services.map((service): TableRow => {
    const cells: Cell[] = [
      cell.number(formatPercent(service.shareOfAnswers, 0, locale)),
      cell.number(formatPercent(service.weight, 0, locale)),
      cell.markup(
        stackedPicture([{ share: service.shareOfAnswers, kind: 'answers' }]) +
          stackedPicture([{ share: service.weight, kind: 'weight' }]),
      ),
    ]
    return { header: service.service, cells }
  })
  const body = [
    `<p>${escapeHtml(messages.weightingNote)}</p>`,
    table(
      messages.metric[metric],
      [
        { text: messages.weighting },
        { text: messages.value, number: true },
        { text: intervalLabel(messages, region.interval), number: true },
        { text: '' },
      ],
      rows,
    ),
    balance.length > 1
      ? `<ul class="keys"><li><span class="key answers"></span>${escapeHtml(messages.shareOfAnswers)}</li><li><span class="key weight"></span>${escapeHtml(messages.shareOfWeight)}</li></ul>` +
        table(
          `${messages.shareOfAnswers} – ${messages.shareOfWeight.toLowerCase()}`,
          [
            { text: messages.service },
            { text: messages.shareOfAnswers, number: true },
            { text: messages.shareOfWeight, number: true },
            { text: '' },
          ],
          balance,
        )
      : '',
  ]
  return { id: 'weighting', title: messages.weighting, body: body.join('\n') }
}

export function groupsSection(result: SurveyResult, messages: Messages, locale: Locale): Section | null {
  const entries = result.metrics.filter(({ region }) => region.units.length > 1)
  if (entries.length === 0) return null
  const body = entries.map((entry) => {
    const { region } = entry
    const axis = axisOf(entry)
    const row = (name: string, group: GroupFigures, kind: 'group' | 'child'): TableRow => ({
      header: name,
      kind,
      cells:
        group.value === null
          ? [
              cell.number(group.n === 0 ? '0' : '–'),
              cell.number(messages.hidden),
              cell.number('–'),
              cell.text(''),
            ]
          : [
              cell.number(formatNumber(group.n, 0, locale)),
              cell.number(formatFigure(entry.metric, group.value, group.interval, locale)),
              cell.number(formatInterval(entry.metric, group.interval, locale)),
              cell.markup(
                intervalPicture({
                  value: group.value,
                  low: group.interval?.low ?? null,
                  high: group.interval?.high ?? null,
                  reference: region.value,
                  ...axis,
                }),
              ),
            ],
    })
    // A unit may be called "constructor".
    const name = ({ unit }: UnitFigures) =>
      (Object.hasOwn(result.unitNames, unit) ? result.unitNames[unit] : undefined) ?? unit
    const rows: TableRow[] = []
    for (const service of region.services) {
      rows.push(row(service.service, service, 'group'))
      const units = region.units.filter((unit) => unit.service === service.service)
      if (units.length > 1) for (const unit of units) rows.push(row(name(unit), unit, 'child'))
    }
    for (const unit of region.units) if (unit.service === null) rows.push(row(name(unit), unit, 'group'))
    return `<h3>${escapeHtml(messages.metric[entry.metric])}</h3>${table(
      entry.question,
      [
        { text: `${messages.service} / ${messages.unit.toLowerCase()}` },
        { text: messages.n, number: true },
        { text: messages.value, number: true },
        { text: intervalLabel(messages, region.interval), number: true },
        { text: '' },
      ],
      rows,
    )}`
  })
  const note = `<p class="soft">${escapeHtml(fill(messages.hiddenNote, { minimum: result.privacy.minimumGroup }))}</p>`
  return { id: 'groups', title: messages.servicesAndUnits, body: `${note}\n${body.join('\n')}` }
}

export function statementsSection(result: SurveyResult, messages: Messages, locale: Locale): Section | null {
  if (result.statements.length === 0) return null
  const rows = result.statements.map(
    ({ question, score }): TableRow => ({
      header: question,
      cells: [
        cell.number(formatNumber(score.n, 0, locale)),
        cell.number(score.value === null ? '–' : formatFigure('likert', score.value, score.interval, locale)),
        cell.number(formatInterval('likert', score.interval, locale)),
        cell.markup(
          intervalPicture({
            value: score.value,
            low: score.interval?.low ?? null,
            high: score.interval?.high ?? null,
            min: score.scale?.min ?? 1,
            max: score.scale?.max ?? 5,
          }),
        ),
      ],
    }),
  )
  return {
    id: 'statements',
    title: messages.statements,
    body: table(
      messages.metricNote.likert,
      [
        { text: messages.metric.likert },
        { text: messages.n, number: true },
        { text: messages.value, number: true },
        { text: messages.interval, number: true },
        { text: '' },
      ],
      rows,
    ),
  }
}
