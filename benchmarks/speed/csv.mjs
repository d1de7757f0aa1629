// CSV, streaming: rows a second and peak memory of `openTable` against csv-parse (stream, objects).
//   npm run build && node benchmarks/speed/csv.mjs [rows]
// Peers are looked for here and under PALAUTE_PEERS (a folder with node_modules); a missing one is left out.
import { spawnSync } from 'node:child_process'
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dist, peer, writeSurvey } from './survey.mjs'

const contestants = {
  async 'palaute openTable'(file) {
    const { openTable } = await import(`${dist}/read.js`)
    return async () => {
      let sum = 0
      for await (const row of (await openTable(file)).rows()) sum += row.cells[7].length
      return sum
    }
  },
  async 'palaute batches'(file) {
    const { openTable } = await import(`${dist}/read.js`)
    return async () => {
      let sum = 0
      for await (const batch of (await openTable(file)).batches())
        for (const row of batch) sum += row.cells[7].length
      return sum
    }
  },
  async 'palaute readSurvey (responses)'(file) {
    const { readSurvey } = await import(`${dist}/read.js`)
    if (!readSurvey) return undefined
    return async () => {
      let sum = 0
      for await (const response of (await readSurvey(file)).responses)
        sum += response.comments[0]?.text.length ?? 0
      return sum
    }
  },
  async 'csv-parse stream, objects'(file) {
    const module = await peer('csv-parse')
    if (!module) return undefined
    return async () => {
      let sum = 0
      const parser = createReadStream(file).pipe(module.parse({ columns: true, delimiter: ';', bom: true }))
      for await (const row of parser) sum += row['Avoin palaute'].length
      return sum
    }
  },
  async 'papaparse stream, objects'(file) {
    const module = await peer('papaparse')
    if (!module) return undefined
    return async () => {
      let sum = 0
      const stream = createReadStream(file).pipe(
        module.default.parse(module.default.NODE_STREAM_INPUT, { header: true }),
      )
      for await (const row of stream) sum += row['Avoin palaute'].length
      return sum
    }
  },
}

async function measure(name, file, rounds) {
  const run = await contestants[name](file)
  if (!run) return void console.log(JSON.stringify({ absent: true }))
  let best = Infinity
  let sum = 0
  let memory = 0
  for (let round = 0; round < rounds; round += 1) {
    const start = process.cpuUsage()
    sum = await run()
    const used = process.cpuUsage(start)
    // The peak of one walk through the file; later rounds add what the collector has not yet given back.
    if (round === 0) memory = process.resourceUsage().maxRSS / 1024
    best = Math.min(best, (used.user + used.system) / 1e6)
  }
  console.log(JSON.stringify({ seconds: best, sum, memory }))
}

if (process.argv[2] === '--child') await measure(process.argv[3], process.argv[4], Number(process.argv[5]))
else {
  const rows = Number(process.argv[2] ?? 300_000)
  const folder = mkdtempSync(join(tmpdir(), 'palaute-csv-'))
  const file = join(folder, 'survey.csv')
  writeSurvey(file, rows)
  console.log(
    `${rows} rows, ${(statSync(file).size / 1e6).toFixed(0)} MB, Node ${process.version}; best of 3 rounds a process, 2 interleaved processes`,
  )
  const best = new Map()
  for (let round = 0; round < 2; round += 1)
    for (const name of Object.keys(contestants)) {
      const child = spawnSync(process.execPath, [process.argv[1], '--child', name, file, '3'], {
        encoding: 'utf8',
      })
      if (child.status !== 0) throw new Error(child.stderr)
      const result = JSON.parse(child.stdout)
      if (result.absent) best.set(name, undefined)
      else if (!best.get(name) || result.seconds < best.get(name).seconds) best.set(name, result)
    }
  const base = best.get('csv-parse stream, objects')
  for (const [name, result] of best)
    console.log(
      result
        ? `${name.padEnd(32)} ${Math.round(rows / result.seconds)
            .toLocaleString('en-US')
            .padStart(
              10,
            )} rows/CPU-s ${base ? `${(base.seconds / result.seconds).toFixed(1)}x`.padStart(7) : ''} ${result.memory.toFixed(0).padStart(5)} MB`
        : `${name.padEnd(32)} not installed: left out`,
    )
  rmSync(folder, { recursive: true })
}
