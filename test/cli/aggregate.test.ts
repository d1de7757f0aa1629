import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { aggregate } from '../../src/cli/aggregate.js'
import { merge } from '../../src/cli/merge.js'
import { plan } from '../../src/cli/plan.js'
import { UsageError } from '../../src/cli/usage.js'
import { PalauteError } from '../../src/errors.js'

const examples = resolve(import.meta.dirname, '../../data/examples')
const export1 = join(examples, 'region.csv')
const folder = mkdtempSync(join(tmpdir(), 'palaute-'))

/** What a command prints on standard output. */
async function output(run: () => Promise<number>): Promise<string> {
  let text = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    text += String(chunk)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  expect(await run()).toBe(0)
  vi.restoreAllMocks()
  return text
}

afterEach(() => vi.restoreAllMocks())

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('palaute aggregate and merge', () => {
  test('figures of an export, with volumes and words', async () => {
    const volumes = join(examples, 'volumes.csv')
    const figures = JSON.parse(
      await output(() => aggregate([export1, '--volumes', volumes, '--locale', 'en'])),
    )
    const nps = figures.regions[0].questions.find((q: { question: string }) => q.question === 'nps')
    expect(figures.schemaVersion).toBe(1)
    expect(nps.score.largest.answers.shareOfAnswers).toBeGreaterThan(0.55)
    expect(nps.score.largest.answers.weight).toBeLessThanOrEqual(nps.score.cap)
    expect(nps.score.coverage.volume).toBe(1)
    expect(nps.explanation).toMatch(/^Whole region: NPS /)
  })

  test('a state gives the figures of its export; merging states gives those of both files, byte for byte', async () => {
    const second = join(examples, 'statements.csv')
    const a = file('a.json', await output(() => aggregate([export1, '--partial'])))
    const b = file('b.json', await output(() => aggregate([second, '--partial'])))
    expect(await output(() => aggregate([a]))).toBe(await output(() => aggregate([export1])))
    const ab = await output(() => merge([a, b]))
    expect(await output(() => merge([b, a]))).toBe(ab)
    expect(await output(() => aggregate([second, export1, '--partial']))).toBe(ab)
    expect(await output(() => merge([file('ab.json', ab)]))).toBe(ab)
    expect(await output(() => merge([a, b, '--figures']))).toBe(await output(() => aggregate([b, a])))
  })

  test('wrong usage and broken states are told apart', async () => {
    await expect(aggregate([])).rejects.toThrow(UsageError)
    await expect(merge([])).rejects.toThrow(UsageError)
    for (const flags of [
      ['--scheme', 'best'],
      ['--scheme', 'power:2'],
      ['--level', '2'],
      ['--period', 'decade'],
      ['--locale', 'de'],
      ['--minimum-group', 'x'],
      ['--nothing'],
    ])
      await expect(aggregate([export1, ...flags])).rejects.toThrow(UsageError)
    await expect(merge([export1])).rejects.toThrow(PalauteError)
    const broken = file('broken.json', '{"schemaVersion":1,"kind":"palaute-partial","period":"month"')
    await expect(merge([broken])).rejects.toThrow(/not whole JSON/)
    const old = file('old.json', '{"schemaVersion":9,"kind":"palaute-partial"}')
    await expect(aggregate([old])).rejects.toThrow(/version/)
    await expect(aggregate([join(folder, 'nothing.csv')])).rejects.toThrow(PalauteError)
  })
})

describe('palaute plan', () => {
  test('answers for a margin in a finite population', async () => {
    const found = JSON.parse(
      await output(() => plan(['--margin', '5', '--spread', '67', '--population', '900'])),
    )
    expect([found.answers, found.answersWithoutEnd]).toEqual([391, 690])
  })

  test('decimal commas are read; words and unknown metrics are wrong usage', async () => {
    const found = JSON.parse(await output(() => plan(['--metric', 'csat', '--margin', '0,05'])))
    expect(found.margin).toBe(0.05)
    await expect(plan(['--margin', 'small'])).rejects.toThrow(UsageError)
    await expect(plan(['--metric', 'enps'])).rejects.toThrow(UsageError)
    await expect(plan(['5'])).rejects.toThrow(UsageError)
    await expect(plan(['--margin=-5'])).rejects.toThrow(PalauteError)
  })
})
