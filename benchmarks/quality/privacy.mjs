import { readFileSync } from 'node:fs'

const { createAnalyzer } = await import(`${process.env.PALAUTE_DIST ?? '../../dist'}/index.js`)

// node benchmarks/quality/privacy.mjs [comments.jsonl] [--misses]
// Our own comments by default; another set of {text, spans: [{start, end, type}]} may be given.
const args = process.argv.slice(2)
const path =
  args.find((arg) => !arg.startsWith('--')) ??
  new URL('../../test/golden/privacy/comments.jsonl', import.meta.url)
const { personalData } = await createAnalyzer()
const types = { hetu: 'identityCode', birthdate: 'birthDate' }
const groups = {
  identityCode: 'codes',
  phone: 'codes',
  email: 'codes',
  iban: 'codes',
  name: 'names',
  address: 'places',
  plate: 'places',
  birthDate: 'places',
}
const sums = Object.fromEntries(
  ['codes', 'names', 'places'].map((key) => [key, { marked: 0, found: 0, given: 0, right: 0 }]),
)
let clean = 0
let untouched = 0
for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
  const { text, spans } = JSON.parse(line)
  const findings = personalData(text)
  for (const { start, end, type } of spans) {
    const sum = sums[groups[types[type] ?? type]]
    sum.marked += 1
    let covered = 0
    for (let at = start; at < end; at += 1)
      if (findings.some((f) => f.start <= at && at < f.end)) covered += 1
    if (covered >= 0.8 * (end - start)) sum.found += 1
    else if (args.includes('--misses')) console.log(`miss ${type} "${text.slice(start, end)}": ${text}`)
  }
  for (const { start, end, type } of findings) {
    const sum = sums[groups[type]]
    sum.given += 1
    if (spans.some((span) => span.start < end && start < span.end)) sum.right += 1
    else if (args.includes('--misses')) console.log(`false ${type} "${text.slice(start, end)}": ${text}`)
  }
  if (spans.length === 0) {
    clean += 1
    if (findings.length === 0) untouched += 1
  }
}
for (const [key, { marked, found, given, right }] of Object.entries(sums))
  console.log(
    `${key}: recall ${(found / marked).toFixed(3)} (${found}/${marked}), precision ${(right / given).toFixed(3)} (${right}/${given})`,
  )
console.log(`untouched: ${(untouched / clean).toFixed(3)} (${untouched}/${clean})`)
