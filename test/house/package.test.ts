import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** An empty folder with the packed tarball unpacked into node_modules, as an installation leaves it. */
let home = ''
let packed: { files: { path: string; size: number }[]; unpackedSize: number }

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'palaute-pack-'))
  const listing = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', home], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  packed = JSON.parse(listing)[0]
  const tarball = readdirSync(home).find((name) => name.endsWith('.tgz')) ?? ''
  mkdirSync(join(home, 'node_modules'))
  execFileSync('tar', ['-xzf', join(home, tarball), '-C', home])
  execFileSync('mv', [join(home, 'package'), join(home, 'node_modules/palaute')])
  // Dependencies from the checkout: exactly those that the manifest names, with theirs.
  for (const name of runtimePackages()) {
    mkdirSync(join(home, 'node_modules', name, '..'), { recursive: true })
    symlinkSync(join(root, 'node_modules', name), join(home, 'node_modules', name))
  }
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

function runtimePackages(): string[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(lock)
    .filter(
      ([path, entry]) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path) && !(entry as { dev?: true }).dev,
    )
    .map(([path]) => path.slice('node_modules/'.length))
}

const run = (args: string[], options: { input?: string; env?: Record<string, string> } = {}) =>
  execFileSync(process.execPath, args, {
    cwd: home,
    encoding: 'utf8',
    input: options.input,
    env: { ...process.env, ...options.env },
    maxBuffer: 1 << 28,
  })
const cli = () => join(home, 'node_modules/palaute/dist/cli.js')

test('the dependencies are those of the design', () => {
  expect(Object.keys(manifest.dependencies)).toEqual([
    'compromise',
    'franc',
    'hyparquet',
    'hyparquet-writer',
    'zod',
  ])
  expect(manifest.engines.node).toBe('>=20.19')
  expect(manifest.sideEffects).toBe(false)
})

test('the package holds what users need and nothing else', () => {
  const paths = packed.files.map((file) => file.path)
  const strange = paths.filter(
    (path) => !/^(dist\/.+|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/.test(path),
  )
  expect(strange).toEqual([])
  expect(paths).toContain('LICENSE')
  expect(packed.unpackedSize).toBeLessThan(10 * 1024 * 1024)
})

test('the schemas are there under their names', () => {
  const require = createRequire(join(home, 'package.json'))
  expect(require('palaute/schemas/report.json')).toMatchObject({ title: 'SurveyResult' })
})

test('every export is there, with types', () => {
  for (const [name, target] of Object.entries(
    manifest.exports as Record<string, string | { types: string; default: string }>,
  )) {
    if (name.includes('*')) continue
    const paths = typeof target === 'string' ? [target] : [target.types, target.default]
    for (const path of paths)
      expect(existsSync(join(home, 'node_modules/palaute', path)), `${name} ${path}`).toBe(true)
  }
})

test('importing prints nothing and changes nothing global', () => {
  const names = Object.keys(manifest.exports).filter((name) => !name.endsWith('.json'))
  // zod keeps one registry and configuration for all its copies in a process, under names of its own.
  const code = `
    const names = () => Object.getOwnPropertyNames(globalThis).filter((name) => !name.startsWith('__zod')).sort().join()
    const before = names()
    const sign = Math.sign
    for (const name of ${JSON.stringify(names)}) await import('palaute' + name.slice(1))
    if (names() !== before || Math.sign !== sign) console.log('changed from', before, 'to', names())
  `
  expect(run(['--input-type=module', '-e', code])).toBe('')
})

/** Code blocks of a language in the README. */
function readmeBlocks(language: string): string[] {
  const text = readFileSync(join(root, 'README.md'), 'utf8')
  return [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    (match) => match[1] ?? '',
  )
}

/** The `@example` of a public function: imports lifted, the function imported, `value // literal` checked. */
function exampleOf(name: string, file: string): string {
  const text = readFileSync(join(root, 'src', file), 'utf8')
  const before = text.slice(0, text.search(new RegExp(`^export (async )?function ${name}\\b`, 'm')))
  const block = before.slice(before.lastIndexOf('/**'))
  const code = block
    .slice(block.indexOf('@example') + '@example'.length, block.lastIndexOf('*/'))
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
    .filter((line) => line !== '' && !line.startsWith('@'))
  const imports = code.filter((line) => line.startsWith('import '))
  const imported = imports.some((line) => new RegExp(`\\b${name}\\b`).test(line))
  const body = code
    .filter((line) => !line.startsWith('import '))
    .map((line) => {
      const match = /^(?!const |let |for |\/\/|[\])}\s])(.+?);?\s+\/\/ (.+)$/.exec(line)
      return match === null ? line : `check(${match[1]}, ${JSON.stringify(match[2])})`
    })
  return [
    `import assert from 'node:assert/strict'`,
    ...(imported ? imports : [...imports, `import { ${name} } from 'palaute'`]),
    // What cannot be read as a value is a remark; the call itself still ran.
    `const check = (value, text) => { let wanted; try { wanted = new Function('return (' + text + ')')() } catch { return }; assert.deepEqual(value, wanted) }`,
    ...body,
  ].join('\n')
}

describe('examples, from the tarball', () => {
  beforeAll(() => {
    for (const [from, to] of [
      ['region.csv', 'region.csv'],
      ['region.csv', 'answers.csv'],
      ['volumes.csv', 'volumes.csv'],
    ])
      copyFileSync(join(root, 'data/examples', from ?? ''), join(home, to ?? ''))
  })

  test.each(readmeBlocks('js').map((code) => [code]))('of the README: %s', (code) => {
    expect(run(['--input-type=module', '-e', code])).not.toBe('')
  })

  test('the shell examples of the README', () => {
    const lines = readmeBlocks('sh').flatMap((block) =>
      block.split('\n').filter((line) => line.startsWith('palaute ')),
    )
    expect(lines.length).toBeGreaterThan(2)
    for (const line of lines) {
      const [, ...args] = (line.split('#')[0] ?? '').split('>')[0]?.trim().split(/\s+/) ?? []
      run([cli(), ...args])
    }
    expect(existsSync(join(home, 'scored.xlsx'))).toBe(true)
  })

  const documented: [string, string][] = [
    ['createAnalyzer', 'pipeline.ts'],
    ['analyze', 'pipeline.ts'],
    ['scoreSurvey', 'survey.ts'],
    ['summarizeSurvey', 'survey.ts'],
    ['readSurvey', 'read/survey.ts'],
    ['nps', 'metrics/nps.ts'],
    ['csat', 'metrics/csat.ts'],
    ['ces', 'metrics/ces.ts'],
    ['fcr', 'metrics/fcr.ts'],
    ['aggregate', 'aggregate/aggregate.ts'],
    ['report', 'report/report.ts'],
  ]
  test.each(documented)('of %s', (name, file) => {
    run(['--input-type=module', '-e', exampleOf(name, file)])
  })
})

describe('the command line from the tarball', () => {
  const example = join(root, 'data/examples/region.csv')
  const volumes = join(root, 'data/examples/volumes.csv')

  test('tells its version and its commands', () => {
    expect(run([cli(), '--version'])).toBe(`${manifest.version}\n`)
    expect(run([cli(), '--help'])).toContain('report')
  })

  test('two runs give the same bytes, in another time zone and locale', () => {
    const once = (name: string, env: Record<string, string>) => {
      const table = run([cli(), 'report', example, '--volumes', volumes, '-o', name], { env })
      return [table, readFileSync(join(home, name), 'utf8')]
    }
    const here = once('a.html', { TZ: 'Europe/Helsinki', LC_ALL: 'fi_FI.UTF-8' })
    const there = once('b.html', { TZ: 'America/Los_Angeles', LC_ALL: 'C', LANG: 'en_US' })
    expect(there).toEqual(here)
    expect(here[1]).toContain('<html lang="fi">')
  })
})
