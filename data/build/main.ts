import { writeFileSync } from 'node:fs'
import { buildFinnish } from './finnish.js'

// `npm run build:data`: human tables to the packed files of src/generated. Deterministic: the same tables give the same bytes.
const out = new URL('../../src/generated/finnish.bin', import.meta.url)
const { bytes, summary } = buildFinnish()
writeFileSync(out, bytes)
process.stderr.write(`finnish.bin: ${bytes.length} bytes, ${summary}\n`)
