import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { chromium } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { readVolumes } from '../../src/read/index.js'
import { style, styleHash } from '../../src/report/html/style.js'
import type { SurveyResult } from '../../src/report/index.js'
import { escapeHtml, report } from '../../src/report/index.js'
import { summarizeSurvey } from '../../src/survey.js'

const examples = resolve(import.meta.dirname, '../../data/examples')
const browser = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path))
if (browser === undefined)
  process.stdout.write('note: chromium is absent; the page is not opened in a browser\n')

let result: SurveyResult
let compared: SurveyResult

beforeAll(async () => {
  result = await summarizeSurvey(`${examples}/region.csv`, {
    volumes: await readVolumes(`${examples}/volumes.csv`),
  })
  compared = await summarizeSurvey(`${examples}/region.csv`, { compare: '2021-01' })
})

test('the policy names the hash of the style that the page holds', () => {
  const hash = `sha256-${createHash('sha256').update(style).digest('base64')}`
  expect(styleHash).toBe(hash)
  expect(report(result)).toContain(`<style>${style}</style>`)
})

test('nothing of the example is lost', () => {
  expect(result.rows).toEqual({ records: 600, responses: 600, leftOut: 0 })
  expect(result.metrics.map(({ metric }) => metric)).toEqual(['nps', 'csat', 'ces', 'fcr'])
  expect(result.comments.total).toBeGreaterThan(400)
})

test('the table of weightings in the README is what the example gives', () => {
  const readme = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8')
  const region = result.metrics[0]?.region
  const names = {
    pooled: 'unweighted',
    volume: 'the average visit',
    balanced: '\\*\\*balanced \\(default\\)\\*\\*',
    equal: 'the average unit',
  }
  for (const scheme of ['pooled', 'volume', 'balanced', 'equal'] as const) {
    const { value, interval } = region?.alternatives[scheme] ?? { value: null, interval: null }
    const [low, high] = [interval?.low, interval?.high].map((bound) => (bound ?? NaN).toFixed(0))
    expect(readme).toMatch(
      new RegExp(`\\| ${names[scheme]} \\| \\**${value?.toFixed(0)}\\** \\| \\**${low}–${high}\\** \\|`),
    )
  }
})

test('each locale writes its own decimals and words', () => {
  const pages = (['fi', 'sv', 'en'] as const).map((locale) => report(result, { locale }))
  expect(pages[0]).toContain('Suositteluindeksi')
  expect(pages[1]).toContain('Rekommendationsindex')
  expect(pages[2]).toContain('Net promoter score')
  expect(pages[0]).toMatch(/>\d,\d+</)
  expect(pages[2]).toMatch(/>\d\.\d+</)
})

/** What a hostile comment may hold. */
const hostile = [
  '<script>document.title="pwned"</script>',
  '<img src=x onerror="document.title=\'pwned\'">',
  '</style><style>body{display:none}</style>',
  '</q></li></ul><svg onload=alert(1)>',
  '"><a href="javascript:alert(1)">x</a>',
  "' onmouseover='document.title=1",
  'abc \u202e dlrow \u2066 x',
  '<!-- --><base href="http://example.invalid/">',
  '&lt;script&gt;&#x3c;script>',
  '`$' + '{alert(1)}`',
  '<link rel=stylesheet href=http://example.invalid/x.css>',
  '\u0000\u0007\ud800 lone',
]

function poisoned(): SurveyResult {
  const texts = Array.from({ length: 50 }, (_, index) => `${hostile[index % hostile.length]} ${index}`)
  const names = Object.fromEntries(
    Object.keys(result.unitNames).map((unit, index) => [unit, texts[index] ?? '']),
  )
  return {
    ...result,
    files: ['<b>file</b>.csv'],
    unitNames: names,
    metrics: result.metrics.map((metric) => ({ ...metric, question: hostile[2] ?? '' })),
    comparison: compared.comparison && {
      ...compared.comparison,
      metrics: compared.comparison.metrics.map((metric) => ({
        ...metric,
        groups: metric.groups.map((group, index) => ({ ...group, group: texts[index] ?? '' })),
      })),
    },
    quotes: texts.map((text) => ({
      text,
      language: 'fi"><script>',
      polarity: 'negative' as const,
      question: 'improve' as const,
      service: hostile[1] ?? '',
      themes: [],
    })),
    alerts: [
      { key: 'patient_harm', level: 'possible', file: hostile[0] ?? '', row: 1, column: hostile[4] ?? '' },
    ],
  }
}

test('what a survey says cannot become markup', () => {
  const page = report(poisoned())
  expect(page).not.toMatch(/<script|<img|<svg onload|<base|<link|javascript:alert\(1\)">/)
  expect(page.match(/<style>/g)).toHaveLength(1)
  for (const hidden of ['\u202e', '\u2066', '\u0000', '\ud800']) expect(page).not.toContain(hidden)
  expect(page.isWellFormed()).toBe(true)
  expect(escapeHtml('a<b>&"\'`')).toBe('a&lt;b&gt;&amp;&quot;&#39;&#96;')
})

test.skipIf(browser === undefined)(
  'in a browser no script runs, no request leaves, and axe finds nothing',
  async () => {
    const instance = await chromium.launch({
      executablePath: browser,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    })
    try {
      const axe = readFileSync(resolve(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8')
      for (const [locale, shown] of [
        ['fi', result],
        ['sv', result],
        ['en', poisoned()],
      ] as const) {
        const page = await instance.newPage({ viewport: { width: 1100, height: 900 } })
        const requests: string[] = []
        page.on('request', (request) => requests.push(request.url()))
        const dialogs: string[] = []
        page.on('dialog', (dialog) => {
          dialogs.push(dialog.message())
          void dialog.dismiss()
        })
        await page.route('**/*', (route) =>
          route.request().url() === 'http://report.invalid/'
            ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: report(shown, { locale }) })
            : route.abort(),
        )
        await page.goto('http://report.invalid/')
        expect(requests).toEqual(['http://report.invalid/'])
        expect(dialogs).toEqual([])
        expect(await page.title()).not.toContain('pwned')
        const violations = await page.evaluate(async (source) => {
          // The page's policy forbids scripts; the tool runs in the driver's world, past it.
          new Function(source)()
          const run = (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } })
            .axe
          return (await run.run()).violations.map(({ id }) => id)
        }, axe)
        expect(violations).toEqual([])
        await page.close()
      }
    } finally {
      await instance.close()
    }
  },
)
