import type { SurveyLayout } from './layout.js'

export function checkLayout(value: unknown): SurveyLayout {
  return value as SurveyLayout
}
