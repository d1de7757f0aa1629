import type { AlertKey, Intent, OwnerKey, Polarity } from '../../types.js'

/** Everything a page or a table says. `{name}` is filled in by `fill`. */
export interface Messages {
  title: string
  skipToContent: string
  contents: string
  summary: string
  period: string
  answers: string
  comments: string
  files: string
  figures: string
  metric: {
    nps: string
    csat: string
    ces: string
    fcr: string
    grade: string
    likert: string
    choice: string
  }
  metricNote: {
    nps: string
    csat: string
    ces: string
    fcr: string
    grade: string
    likert: string
    choice: string
  }
  npsShares: { detractors: string; passives: string; promoters: string }
  interval: string
  value: string
  n: string
  noFigure: string
  weighting: string
  weightingNote: string
  scheme: { balanced: string; volume: string; equal: string; pooled: string }
  schemeNote: { balanced: string; volume: string; equal: string; pooled: string }
  shareOfAnswers: string
  shareOfWeight: string
  service: string
  services: string
  unit: string
  units: string
  servicesAndUnits: string
  hidden: string
  hiddenNote: string
  change: string
  /** `{period}`, `{n}` */
  changeNote: string
  before: string
  now: string
  difference: string
  /** Short for percentage points. */
  points: string
  themesChangeNote: string
  clearChange: string
  unclearChange: string
  statements: string
  themes: string
  themesNote: string
  theme: string
  respondents: string
  share: string
  polarity: Record<Polarity, string>
  sentiment: string
  quotes: string
  quotesNote: string
  noQuotes: string
  owners: string
  ownersNote: string
  owner: Record<OwnerKey, string>
  intents: string
  intent: Record<Intent, string>
  alerts: string
  alertsNote: string
  noAlerts: string
  alert: Record<AlertKey, string>
  alertLevel: { possible: string; likely: string }
  row: string
  column: string
  file: string
  count: string
  languages: string
  language: Record<string, string>
  otherLanguage: string
  uncategorized: string
  dataQuality: string
  rowsIn: string
  refused: string
  issue: string
  issueCount: string
  noIssues: string
  privacyTitle: string
  privacyRedact: string
  privacyKeep: string
  privacyPseudonymize: string
  /** `{count}` names */
  privacyStaffNames: string
  personalData: Record<string, string>
  method: string
  methodNote: string
  madeWith: string
  better: string
}
