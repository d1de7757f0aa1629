// Runs a file of the form of test/reference/oracle.json on the built package:
//   node benchmarks/quality/oracle.mjs FILE [--dist DIR]
// One line a case (`id ok`, `id FAIL got expected`, `id left out: reason`), then a total; exit 1 on any failure.
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { compare } from './oracle-families/compare.mjs'

const here = import.meta.dirname
const { values, positionals } = parseArgs({
  options: { dist: { type: 'string', default: resolve(here, '../../dist') } },
  allowPositionals: true,
})
const [file] = positionals
if (!file) {
  console.error('usage: node benchmarks/quality/oracle.mjs FILE [--dist DIR]')
  process.exit(2)
}
const entry = (name) => import(pathToFileURL(resolve(values.dist, `${name}.js`)).href)
const api = {
  statistics: await entry('statistics'),
  metrics: await entry('metrics'),
  aggregate: await entry('aggregate'),
}
const families = {}
const leftOut = {}
for (const name of ['statistics', 'aggregate']) {
  const path = resolve(here, `oracle-families/${name}.mjs`)
  if (!existsSync(path)) continue
  const module = await import(pathToFileURL(path).href)
  Object.assign(families, module.families)
  Object.assign(leftOut, module.leftOut ?? {})
}

const { cases, datasets = {} } = JSON.parse(readFileSync(file, 'utf8'))
const total = { ok: 0, failed: 0, out: 0 }
const reasons = new Map()
for (const { id, fn, input, expected, tol = 1e-10 } of cases) {
  const family = families[fn]
  if (!family) {
    const reason = leftOut[fn] ?? 'no such family'
    reasons.set(fn, reason)
    total.out += 1
    console.log(`${id} left out: ${reason}`)
    continue
  }
  let got
  try {
    got = family(input, { api, datasets, expected })
  } catch (error) {
    got = { error: error.message }
  }
  const wrong = compare(got, expected, tol)
  if (wrong === null) {
    total.ok += 1
    console.log(`${id} ok`)
  } else {
    total.failed += 1
    console.log(
      `${id} FAIL got ${wrong.got} expected ${wrong.expected}${wrong.path ? ` at ${wrong.path}` : ''}`,
    )
  }
}
for (const [fn, reason] of reasons) console.error(`family left out: ${fn}: ${reason}`)
console.log(`${total.ok} ok, ${total.failed} failed, ${total.out} left out of ${cases.length}`)
process.exitCode = total.failed > 0 ? 1 : 0
