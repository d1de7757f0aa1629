type BuiltinModules = {
  'node:fs': typeof import('node:fs')
  'node:fs/promises': typeof import('node:fs/promises')
  'node:path': typeof import('node:path')
  'node:url': typeof import('node:url')
  'node:zlib': typeof import('node:zlib')
}

/**
 * A module of Node, or undefined in a browser. `process.getBuiltinModule` (Node 20.16+) instead of an
 * import, so that bundlers for browsers find nothing of Node to resolve.
 */
export function nodeBuiltin<Name extends keyof BuiltinModules>(name: Name): BuiltinModules[Name] | undefined {
  if (typeof process === 'undefined' || typeof process.getBuiltinModule !== 'function') return undefined
  return process.getBuiltinModule(name) as BuiltinModules[Name] | undefined
}
