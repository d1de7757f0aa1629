export {
  columnKind,
  isPlainNumber,
  looksLikeFormula,
  type OutputCell,
  type OutputColumn,
  type OutputRows,
} from './cell.js'
export { type CsvWriteOptions, writeCsv } from './csv.js'
export { writeNdjson } from './ndjson.js'
export { type ParquetColumn, writeParquet } from './parquet.js'
export { type OutputSheet, writeXlsx } from './xlsx.js'
