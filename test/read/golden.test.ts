import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSurvey } from '../../src/read/index.js'

const root = new URL('../..', import.meta.url).pathname

/** What is read of the bundled examples, reviewed by hand; GOLDEN=1 writes it anew. */
describe('golden readings', () => {
  it.each(['region.csv', 'statements.csv'])('%s', async (name) => {
    const survey = await readSurvey(join(root, 'data/examples', name))
    const responses: unknown[] = []
    let count = 0
    for await (const response of survey.responses) {
      count += 1
      if (count <= 5 || count % 100 === 0) responses.push(response)
    }
    const lines = [
      ...survey.layout.columns.map((column) => ({ column })),
      ...responses.map((response) => ({ response })),
      { counts: survey.counts(), issues: survey.issues.counts() },
    ]
    const text = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`
    const path = join(root, 'test/golden/read', `${name}.ndjson`)
    if (process.env.GOLDEN === '1') writeFileSync(path, text)
    expect(text).toBe(readFileSync(path, 'utf8'))
  })
})
