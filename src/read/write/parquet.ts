import { numberCell, type OutputCell, type OutputColumn, type OutputRows } from './cell.js'

export interface ParquetColumn extends OutputColumn {
  /** Type in the file: `DOUBLE`, `INT32`, `BOOLEAN` or `STRING` (default). */
  type?: 'STRING' | 'DOUBLE' | 'INT32' | 'BOOLEAN'
}

/** Rows of a row group: what is held in memory at a time. */
const GROUP = 20_000

function cast(cell: OutputCell, type: ParquetColumn['type']): string | number | boolean | null {
  if (cell === null || cell === undefined) return null
  if (type === 'BOOLEAN') return typeof cell === 'boolean' ? cell : null
  if (type === 'DOUBLE' || type === 'INT32') {
    const value =
      typeof cell === 'number' ? cell : cell === '' || typeof cell === 'boolean' ? Number.NaN : Number(cell)
    return Number.isFinite(value) && (type === 'DOUBLE' || Number.isInteger(value)) ? value : null
  }
  return typeof cell === 'number' ? numberCell(cell, '.') : String(cell)
}

/**
 * Rows as a Parquet file (snappy), in pieces, one row group in memory at a time. Every column may hold nulls;
 * a cell that does not fit its column's type is null, so declare numbers only where there are only numbers.
 */
export async function* writeParquet(
  columns: readonly ParquetColumn[],
  rows: OutputRows,
): AsyncGenerator<Uint8Array> {
  const { ByteWriter, ParquetWriter, schemaFromColumnData } = await import('hyparquet-writer')
  const typed = columns.map((column) => ({ name: column.name, type: column.type ?? ('STRING' as const) }))
  const out = new ByteWriter()
  const schema = schemaFromColumnData({ columnData: typed.map((column) => ({ ...column, data: [] })) })
  const writer = new ParquetWriter({ writer: out, schema, createdBy: 'palaute' })
  let group: (string | number | boolean | null)[][] = typed.map(() => [])
  let count = 0

  const flush = async () => {
    if (count > 0)
      await writer.write({
        columnData: typed.map((column, c) => ({ ...column, data: group[c] ?? [] })),
        rowGroupSize: GROUP,
      })
    group = typed.map(() => [])
    count = 0
  }
  const take = () => {
    const bytes = out.getBytes().slice()
    out.index = 0
    return bytes
  }
  for await (const row of rows) {
    typed.forEach((column, c) => void group[c]?.push(cast(row[c], column.type)))
    count += 1
    if (count < GROUP) continue
    await flush()
    yield take()
  }
  await flush()
  await writer.finish()
  yield take()
}
