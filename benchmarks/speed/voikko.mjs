// libvoikko through voikko.c, for the benchmarks that compare with it; undefined where it cannot be built.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Compiles voikko.c and gives a function that runs it on words; says why on stderr where it cannot. */
export function buildVoikko() {
  const folder = mkdtempSync(join(tmpdir(), 'palaute-voikko-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const program = join(folder, 'voikko')
  const source = fileURLToPath(new URL('./voikko.c', import.meta.url))
  const built = spawnSync('cc', ['-O2', '-o', program, source, '-lvoikko'], { encoding: 'utf8' })
  const run = (words, ...flags) =>
    spawnSync(program, flags, {
      input: `${words.join('\n')}\n`,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    })
  if (built.status !== 0 || run(['koira']).status !== 0) {
    console.error('Voikko is left out: it needs a C compiler, libvoikko and its Finnish dictionary')
    console.error('  (Debian: apt-get install gcc libvoikko-dev voikko-fi)')
    return undefined
  }
  return {
    /** CPU microseconds for all words. */
    time: (words) => Number(run(words, '--time').stdout.split('\t')[0]),
    /** The first analysis of each word: its lemma with # at compound boundaries, or undefined. */
    lemmas: (words) => run(words).stdout.split('\n').slice(0, words.length).map(withBoundaries),
  }
}

/** STRUCTURE marks the parts of the form with '='; the lemma shares them up to its last part. */
function withBoundaries(line) {
  const [lemma, structure = ''] = line.split('\t')
  if (!lemma) return undefined
  let out = ''
  let at = 0
  for (const mark of structure) {
    if (at >= lemma.length) break
    if (mark === '=') out += at > 0 ? '#' : ''
    else {
      out += lemma[at]
      at += 1
    }
  }
  return out + lemma.slice(at)
}
