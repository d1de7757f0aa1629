import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const src = resolve(import.meta.dirname, '../../src')

/** What each floor may import besides itself and the ground: errors, types, platform, resources, packedFile, generated. */
const allowed: Record<string, readonly string[]> = {
  language: [],
  statistics: [],
  read: [],
  finnish: ['language'],
  swedish: ['language'],
  english: ['language'],
  categories: ['language', 'finnish', 'swedish', 'english'],
  sentiment: ['language', 'finnish', 'swedish', 'english'],
  privacy: ['language', 'finnish', 'swedish', 'english'],
  metrics: ['statistics'],
  aggregate: ['metrics', 'statistics'],
  insight: ['aggregate', 'metrics', 'statistics'],
  report: ['insight', 'aggregate', 'metrics', 'statistics'],
  // Packed tables name the shape that the floor reading them declares: types, erased at run time.
  generated: ['sentiment', 'categories', 'language', 'finnish', 'privacy'],
}
const ground = ['errors', 'types', 'platform', 'resources', 'packedFile', 'generated', 'version']
/** Composing files at the top of src/, and the command line above them. */
const above = ['commentCheck', 'readComment', 'pipeline', 'redaction', 'survey', 'index', 'cli']
/** Floors that must run without knowing any language. */
const languageFree = ['statistics', 'metrics', 'aggregate']

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? files(path) : path.endsWith('.ts') ? [path] : []
  })
}

const floorOf = (path: string): string => relative(src, path).split('/')[0]?.replace(/\.ts$/, '') ?? ''

const imports = new Map(
  files(src).map((path) => {
    const text = readFileSync(path, 'utf8')
    const targets = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)]
      .map((match) => resolve(dirname(path), (match[1] ?? '').replace(/\.js$/, '.ts')))
      .filter((target) => target.startsWith(src))
    return [path, targets] as const
  }),
)

test('the walk finds the imports of every floor', () => {
  expect(imports.size).toBeGreaterThan(50)
  expect([...imports.values()].flat().length).toBeGreaterThan(100)
})

test('imports run downwards only', () => {
  const upward: string[] = []
  for (const [path, targets] of imports) {
    const from = floorOf(path)
    if (above.includes(from)) continue
    for (const target of targets) {
      const to = floorOf(target)
      if (to === from || ground.includes(to)) continue
      if (!(allowed[from] ?? []).includes(to))
        upward.push(`${relative(src, path)} -> ${relative(src, target)}`)
    }
  }
  expect(upward).toEqual([])
})

test('numbers know no language', () => {
  const reached = new Set<string>()
  const walk = (path: string) => {
    if (reached.has(path)) return
    reached.add(path)
    for (const target of imports.get(path) ?? []) walk(target)
  }
  for (const floor of languageFree) walk(join(src, floor, 'index.ts'))
  const floors = new Set([...reached].map(floorOf))
  expect([...floors].filter((floor) => !languageFree.includes(floor) && !ground.includes(floor))).toEqual([])
})

test('there is no circle of imports between files', () => {
  const state = new Map<string, 'open' | 'done'>()
  const circles: string[] = []
  const visit = (path: string, trail: readonly string[]) => {
    if (state.get(path) === 'done') return
    if (state.get(path) === 'open') {
      circles.push(
        [...trail.slice(trail.indexOf(path)), path].map((file) => relative(src, file)).join(' -> '),
      )
      return
    }
    state.set(path, 'open')
    const text = readFileSync(path, 'utf8')
    for (const target of imports.get(path) ?? []) {
      // Types alone are erased: they cannot make a circle at run time.
      const name = relative(dirname(path), target).replace(/\.ts$/, '')
      const typeOnly = new RegExp(`import type [^;]*?'\\./?${name.replace(/[.\\/]/g, '\\$&')}\\.js'`).test(
        text,
      )
      if (!typeOnly) visit(target, [...trail, path])
    }
    state.set(path, 'done')
  }
  for (const path of imports.keys()) visit(path, [])
  expect(circles).toEqual([])
})

test('only the command line imports Node by name', () => {
  // `typeof import('node:zlib')` in a type is erased; a statement or an awaited import is not.
  const named = /^(?:import|export)\b(?! type\b)[^\n]*'node:|await import\('node:|require\('node:/m
  const offenders = [...imports.keys()].filter(
    (path) => floorOf(path) !== 'cli' && named.test(readFileSync(path, 'utf8')),
  )
  expect(offenders.map((path) => relative(src, path))).toEqual([])
})
