// XLSX, streaming: rows a second and peak memory of `openTable` against exceljs (streaming reader).
//   npm run build && node benchmarks/speed/xlsx.mjs [rows]
// Peers are looked for here and under PALAUTE_PEERS (a folder with node_modules); a missing one is left out.
import { spawnSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { dist, peer, surveyHeader, surveyRow } from './survey.mjs'

const contestants = {
  async 'palaute openTable'(file) {
    const { openTable } = await import(`${dist}/read.js`)
    return async () => {
      let sum = 0
      for await (const batch of (await openTable(file)).batches())
        for (const row of batch) sum += row.cells[7].length
      return sum
    }
  },
  async 'exceljs streaming reader'(file) {
    const module = await peer('exceljs')
    if (!module) return undefined
    const { stream } = module.default
    return async () => {
      let sum = 0
      const reader = new stream.xlsx.WorkbookReader(file, {
        sharedStrings: 'cache',
        worksheets: 'emit',
        styles: 'cache',
      })
      let header = true
      for await (const sheet of reader)
        for await (const row of sheet) {
          if (!header) sum += String(row.getCell(8).value ?? '').length
          header = false
        }
      return sum
    }
  },
  async 'read-excel-file'(file) {
    const module = await peer('read-excel-file/node')
    if (!module) return undefined
    return async () => {
      let sum = 0
      const result = await module.default(file)
      const rows = Array.isArray(result[0]) ? result : result[0].data
      for (const row of rows.slice(1)) sum += String(row[7] ?? '').length
      return sum
    }
  },
}

/** The survey as Excel saves it: numbers as numbers, dates as serials, texts in the shared strings. */
async function writeBook(file, rows) {
  const module = await peer('exceljs')
  if (module) {
    const writer = new module.default.stream.xlsx.WorkbookWriter({
      filename: file,
      useSharedStrings: true,
      useStyles: true,
    })
    const sheet = writer.addWorksheet('Vastaukset')
    sheet.addRow(surveyHeader).commit()
    for (let i = 0; i < rows; i += 1) {
      const cells = surveyRow(i)
      sheet
        .addRow([
          Number(cells[0]),
          cells[1],
          cells[2],
          cells[3],
          cells[4] === 'EOS' ? 'EOS' : Number(cells[4]),
          Number(cells[5]),
          cells[6],
          cells[7],
        ])
        .commit()
    }
    await writer.commit()
    return
  }
  const { writeXlsx } = await import(`${dist}/read.js`)
  const out = createWriteStream(file)
  const all = function* () {
    for (let i = 0; i < rows; i += 1)
      yield surveyRow(i).map((cell, c) => (c === 0 || c === 5 ? Number(cell) : cell))
  }
  for await (const piece of writeXlsx([
    { name: 'Vastaukset', columns: surveyHeader.map((name) => ({ name })), rows: all() },
  ]))
    if (!out.write(piece)) await new Promise((go) => out.once('drain', go))
  out.end()
  await finished(out)
}

async function measure(name, file) {
  const run = await contestants[name](file)
  if (!run) return void console.log(JSON.stringify({ absent: true }))
  const start = process.cpuUsage()
  const from = performance.now()
  const sum = await run()
  const used = process.cpuUsage(start)
  const wall = (performance.now() - from) / 1000
  console.log(
    JSON.stringify({
      seconds: (used.user + used.system) / 1e6,
      wall,
      sum,
      memory: process.resourceUsage().maxRSS / 1024,
    }),
  )
}

if (process.argv[2] === '--child') await measure(process.argv[3], process.argv[4])
else {
  const rows = Number(process.argv[2] ?? 100_000)
  const folder = mkdtempSync(join(tmpdir(), 'palaute-xlsx-'))
  const file = join(folder, 'survey.xlsx')
  await writeBook(file, rows)
  console.log(
    `${rows} rows, ${(statSync(file).size / 1e6).toFixed(1)} MB, Node ${process.version}; best of 3 interleaved processes, CPU of all threads`,
  )
  const best = new Map()
  for (let round = 0; round < 3; round += 1)
    for (const name of Object.keys(contestants)) {
      const child = spawnSync(process.execPath, [process.argv[1], '--child', name, file], {
        encoding: 'utf8',
      })
      if (child.status !== 0) throw new Error(child.stderr)
      const result = JSON.parse(child.stdout)
      if (result.absent) best.set(name, undefined)
      else if (!best.get(name) || result.seconds < best.get(name).seconds) best.set(name, result)
    }
  const base = best.get('exceljs streaming reader')
  for (const [name, result] of best)
    console.log(
      result
        ? `${name.padEnd(26)} ${Math.round(rows / result.seconds)
            .toLocaleString('en-US')
            .padStart(
              9,
            )} rows/CPU-s ${base ? `${(base.seconds / result.seconds).toFixed(1)}x`.padStart(7) : ''} ${result.wall.toFixed(2).padStart(6)} s ${result.memory.toFixed(0).padStart(5)} MB (sum ${result.sum})`
        : `${name.padEnd(26)} not installed: left out`,
    )
  rmSync(folder, { recursive: true })
}
