import { existsSync, readFileSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import { chromium } from 'playwright-core'
import { expect, test } from 'vitest'
import { analyze } from '../../src/pipeline.js'

const root = resolve(import.meta.dirname, '../..')
const browser = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path))
if (browser === undefined)
  process.stdout.write('note: chromium is absent; the package is not run in a browser\n')

const entries = [
  'index',
  'finnish',
  'swedish',
  'english',
  'language',
  'categories',
  'sentiment',
  'privacy',
  'statistics',
  'metrics',
  'aggregate',
  'report',
]

/** Where a browser finds the dependencies, as a bundler or an import map of a user would say. */
const imports = {
  'zod/mini': '/node_modules/zod/mini/index.js',
  franc: '/node_modules/franc/index.js',
  'trigram-utils': '/node_modules/trigram-utils/index.js',
  'n-gram': '/node_modules/n-gram/index.js',
  'collapse-white-space': '/node_modules/collapse-white-space/index.js',
  compromise: '/node_modules/compromise/src/three.js',
  hyparquet: '/node_modules/hyparquet/src/hyparquet.js',
  'hyparquet-writer': '/node_modules/hyparquet-writer/src/index.js',
}
const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.html': 'text/html',
  '.bin': 'application/octet-stream',
}

test.skipIf(browser === undefined)('the entries run in a browser and read as Node does', async () => {
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
    const page = await instance.newPage()
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    await page.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url())
      if (pathname === '/') {
        const map = `<script type="importmap">${JSON.stringify({ imports })}</script>`
        return route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>x</title>${map}` })
      }
      const file = join(root, pathname)
      if (!existsSync(file)) return route.fulfill({ status: 404, body: '' })
      return route.fulfill({ contentType: types[extname(file)] ?? 'text/plain', body: readFileSync(file) })
    })
    await page.goto('http://palaute.invalid/')
    const text = 'Jonotin tunnin puhelimessa, mutta hoitaja oli ihana. Numeroni on 040 123 4567.'
    const answer = await page.evaluate(
      async ({ names, comment }) => {
        // Hidden from the compiler: the path is the page's, not the checkout's.
        const load = new Function('path', 'return import(path)') as (
          path: string,
        ) => Promise<Record<string, unknown>>
        for (const name of names) await load(`/dist/${name}.js`)
        const { analyze: read } = (await load('/dist/index.js')) as {
          analyze: (text: string) => Promise<unknown>
        }
        return read(comment)
      },
      { names: entries, comment: text },
    )
    expect(answer).toEqual(await analyze(text))
    expect(problems).toEqual([])
  } finally {
    await instance.close()
  }
})
