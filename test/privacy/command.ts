import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/** The command line from its sources, so that nothing needs to be built before. */
export function palaute(args: readonly string[], input = '', cwd = root) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), resolve(root, 'src/cli/main.ts'), ...args],
    { input, cwd, encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  return { status, stdout, stderr }
}
