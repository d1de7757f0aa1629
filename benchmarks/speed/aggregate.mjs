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

const show = (label, ms) =>
  console.log(`${label}: ${ms.toFixed(0)} ms (${(rows / ms / 1000).toFixed(1)} M rows/s)`)

/** Best processor time of each, taken in turns: with one thread each, that is the time on a machine at rest. */
async function race(works, rounds = 9) {
  const results = new Map(Object.keys(works).map((name) => [name, { ms: Infinity, result: undefined }]))
  for (let i = 0; i < rounds; i += 1)
    for (const [name, work] of Object.entries(works)) {
      const from = process.cpuUsage()
      const result = await work()
      const { user, system } = process.cpuUsage(from)
      const ms = (user + system) / 1000
      if (ms < results.get(name).ms) results.set(name, { ms, result })
    }
  for (const [name, { ms }] of results) show(name, ms)
  return results
}

async function openDuckDB() {
  try {
    const require = createRequire(resolve(values.duckdb, 'package.json'))
    const { DuckDBInstance } = await import(pathToFileURL(require.resolve('@duckdb/node-api')).href)
    return await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect()
  } catch {
    return undefined
  }
}

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

// Streaming: rows are copied to blocks, counted and forgotten; what is kept is the histogram.
globalThis.gc?.()
const before = process.memoryUsage()
const start = performance.now()
const block = 65_536
const streamed = intern(createHistograms({ min: 0, max: 10 }))
const blockIds = new Uint16Array(block)
const blockScores = new Uint8Array(block)
for (let from = 0; from < rows; from += block) {
  const size = Math.min(block, rows - from)
  blockIds.set(ids.subarray(from, from + size))
  blockScores.set(scores.subarray(from, from + size))
  streamed.countColumns(blockIds.subarray(0, size), blockScores.subarray(0, size))
}
regionOf(streamed)
show('palaute, streamed in blocks', performance.now() - start)
const after = process.memoryUsage()
const grown = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 2 ** 20
console.log(`memory grown while streaming: ${grown.toFixed(1)} MB`)

const dictionary = Array.from({ length: units }, (_, unit) => nameOf(unit))
const names = Array.from(ids, (id) => dictionary[id])
const works = {
  'palaute, unit numbers': () => {
    const histograms = intern(createHistograms({ min: 0, max: 10 }))
    histograms.countColumns(ids, scores)
    return regionOf(histograms)
  },
  'palaute, unit names': () => {
    const histograms = createHistograms({ min: 0, max: 10 })
    histograms.countRows(names, scores)
    return regionOf(histograms)
  },
}
const connection = await openDuckDB()
if (connection === undefined)
  console.log(
    'DuckDB is not installed: npm install @duckdb/node-api somewhere and pass --duckdb DIR to compare.',
  )
else
  for (const [table, unit] of [
    ['numbers', `(((i * 7919) % 104729) % ${units})::usmallint`],
    ['names', `'unit ' || (((i * 7919) % 104729) % ${units})`],
  ]) {
    await connection.run(
      `create table ${table} as select ${unit} as unit, (((i * 104723) % 15485863) % 11)::utinyint as score from range(${rows}) t(i)`,
    )
    const query = `select unit, score, count(*)::double as n from ${table} group by unit, score`
    works[`DuckDB 1 thread, unit ${table}`] = async () => (await connection.runAndReadAll(query)).getRows()
  }

const results = await race(works)
for (const table of ['numbers', 'names']) {
  const own = results.get(`palaute, unit ${table}`)
  if (own.result.n !== rows) throw new Error(`Rows went missing: ${own.result.n} of ${rows}`)
  const other = results.get(`DuckDB 1 thread, unit ${table}`)
  if (other === undefined) continue
  const counted = other.result.reduce((sum, row) => sum + Number(row[2]), 0)
  if (counted !== rows) throw new Error(`DuckDB counted ${counted} of ${rows}`)
  const times = other.ms / own.ms
  console.log(`unit ${table}: ${times.toFixed(1)} times as fast as DuckDB${times < 1 ? ', BELOW' : ''}`)
  if (times < 1) process.exitCode = 1
}
