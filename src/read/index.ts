export { respondentGroups } from './choices/groups.js'
export { type DetectOptions, detectColumns } from './columns/detect.js'
export { questionKind } from './columns/question.js'
export { findFiles } from './files.js'
export { createIssueLog } from './issues.js'
export { type Codebook, readCodebook } from './join/codebook.js'
export { joinUnit, readUnits, type UnitList, type UnitRecord } from './join/units.js'
export type { SurveyFile } from './joinLayouts.js'
export type { ColumnLayout, ColumnRole, GroupRule, LayoutOptions, SurveyLayout } from './layout.js'
export { columnRoles } from './layout.js'
export type { ReadLimits } from './limits.js'
export { type OpenOptions, openTable } from './open.js'
export { checkLayout } from './parseLayout.js'
export { findRegion, type Region, type RegionMatch, regions } from './regions/regions.js'
export { matchStatement, type StatementMatch, statementThemes } from './statements/statements.js'
export { type FormQuestion, parseForm } from './summary/form.js'
export {
  parseSummary,
  type SummaryOption,
  type SummaryQuestion,
  type SurveySummary,
} from './summary/parse.js'
export { readSummary, type SummaryOptions } from './summary/read.js'
export { type ReadOptions, readSurvey, type Survey, type SurveySource } from './survey.js'
export type { IssueLog, Row, Table, TableColumn, TableFormat } from './table.js'
export { languageCode } from './values/language.js'
export { type RespondentRole, respondentRole } from './values/respondent.js'
export { readVolumeRows, readVolumes, type Volume } from './volumes.js'
export {
  type CsvWriteOptions,
  columnKind,
  type OutputCell,
  type OutputColumn,
  type OutputRows,
  type OutputSheet,
  type ParquetColumn,
  writeCsv,
  writeNdjson,
  writeParquet,
  writeXlsx,
} from './write/index.js'
