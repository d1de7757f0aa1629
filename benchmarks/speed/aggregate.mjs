// Ten million (unit, score) rows to region figures, against DuckDB on one thread in the same run:
//   node benchmarks/speed/aggregate.mjs [--dist DIR] [--rows 10000000] [--units 60] [--duckdb DIR]
// DuckDB (70 MB) is no dependency: `npm install @duckdb/node-api` in any folder and pass it with --duckdb; without
// it our own times are printed. Both start from rows in memory in their own columns. DuckDB is asked for the counts
// of each (unit, score) only; ours goes on to the region's figures with intervals and alternatives.
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    dist: { type: 'string', default: resolve(import.meta.dirname, '../../dist') },
    rows: { type: 'string', default: '10000000' },
    units: { type: 'string', default: '60' },
    duckdb: { type: 'string', default: '.' },
  },
})
const rows = Number(values.rows)
const units = Number(values.units)
const { aggregate, createHistograms } = await import(pathToFileURL(resolve(values.dist, 'aggregate.js')).href)

// The same rows for both, by arithmetic that is exact in doubles and in SQL.
const unitAt = (i) => ((i * 7919) % 104729) % units
const scoreAt = (i) => ((i * 104723) % 15485863) % 11
const nameOf = (unit) => `unit ${unit}`

function regionOf(histograms) {
  return aggregate(
    histograms.units().map(({ unit, counts }) => {
      const at = Number(unit.slice(5))
      return { unit, service: `service ${at % 8}`, volume: 1000 * (1 + (at % 13)), counts }
    }),
    { metric: 'nps' },
  )
}

async function best(times, work) {
  let fastest = Infinity
  let result
  for (let i = 0; i < times; i += 1) {
    const start = performance.now()
    result = await work()
    fastest = Math.min(fastest, performance.now() - start)
  }
  return { ms: fastest, result }
}

const show = (label, ms) =>
  console.log(`${label}: ${ms.toFixed(0)} ms (${(rows / ms / 1000).toFixed(1)} M rows/s)`)

const ids = new Uint16Array(rows)
const scores = new Uint8Array(rows)
for (let i = 0; i < rows; i += 1) {
  ids[i] = unitAt(i)
  scores[i] = scoreAt(i)
}
const intern = (histograms) => {
  for (let unit = 0; unit < units; unit += 1) histograms.intern(nameOf(unit))
  return histograms
}
const columns = await best(5, () => {
  const histograms = intern(createHistograms({ min: 0, max: 10 }))
  histograms.countColumns(ids, scores)
  return regionOf(histograms)
})
show('palaute, unit numbers', columns.ms)

const dictionary = Array.from({ length: units }, (_, unit) => nameOf(unit))
const names = Array.from(ids, (id) => dictionary[id])
const strings = await best(5, () => {
  const histograms = createHistograms({ min: 0, max: 10 })
  histograms.countRows(names, scores)
  return regionOf(histograms)
})
show('palaute, unit names', strings.ms)
names.length = 0

// Streaming: rows are made, counted and forgotten in blocks; what is kept is the histogram.
globalThis.gc?.()
const before = process.memoryUsage()
const block = 65_536
const stream = await best(1, () => {
  const histograms = intern(createHistograms({ min: 0, max: 10 }))
  const blockIds = new Uint16Array(block)
  const blockScores = new Uint8Array(block)
  for (let from = 0; from < rows; from += block) {
    const size = Math.min(block, rows - from)
    for (let i = 0; i < size; i += 1) {
      blockIds[i] = ids[from + i]
      blockScores[i] = scores[from + i]
    }
    histograms.countColumns(blockIds.subarray(0, size), blockScores.subarray(0, size))
  }
  return regionOf(histograms)
})
const after = process.memoryUsage()
const grown = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 2 ** 20
show('palaute, streamed in blocks', stream.ms)
console.log(`memory grown while streaming: ${grown.toFixed(1)} MB`)

async function openDuckDB() {
  try {
    const require = createRequire(resolve(values.duckdb, 'package.json'))
    return await import(pathToFileURL(require.resolve('@duckdb/node-api')).href)
  } catch {
    return undefined
  }
}

const duckdb = await openDuckDB()
if (duckdb === undefined) {
  console.log(
    'DuckDB is not installed: npm install @duckdb/node-api somewhere and pass --duckdb DIR to compare.',
  )
} else {
  const { DuckDBInstance } = duckdb.DuckDBInstance === undefined ? duckdb.default : duckdb
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect()
  const make = (name, unit) =>
    connection.run(
      `create table ${name} as select ${unit} as unit, (((i * 104723) % 15485863) % 11)::utinyint as score from range(${rows}) t(i)`,
    )
  const number = `(((i * 7919) % 104729) % ${units})::usmallint`
  await make('numbers', number)
  await make('names', `'unit ' || ${number}`)
  const query = (table) => async () =>
    (
      await connection.runAndReadAll(
        `select unit, score, count(*)::double as n from ${table} group by unit, score`,
      )
    ).getRows()
  const numbers = await best(5, query('numbers'))
  show('DuckDB 1 thread, unit numbers', numbers.ms)
  const texts = await best(5, query('names'))
  show('DuckDB 1 thread, unit names', texts.ms)
  const counted = numbers.result.reduce((sum, row) => sum + Number(row[2]), 0)
  if (counted !== rows || columns.result.n !== rows || strings.result.n !== rows)
    throw new Error(`Rows went missing: ${counted}, ${columns.result.n}, ${strings.result.n} of ${rows}`)
  const held = columns.ms <= numbers.ms && strings.ms <= texts.ms
  console.log(
    `as fast as DuckDB: ${held ? 'yes' : 'NO'} (numbers ${(numbers.ms / columns.ms).toFixed(1)}x, names ${(texts.ms / strings.ms).toFixed(1)}x)`,
  )
  process.exitCode = held ? 0 : 1
}
