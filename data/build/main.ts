import { writeFileSync } from 'node:fs'
import { buildCategories } from './categories.js'
import { buildFinnish } from './finnish.js'
import { buildIntents } from './intents.js'
import { buildLanguage } from './language.js'
import { buildPrivacy } from './privacy.js'
import { buildSentiment } from './sentiment.js'

// `npm run build:data`: human tables to the packed files of src/generated. The same tables give the same bytes.
const { bytes, summary } = buildFinnish()
writeFileSync(new URL('../../src/generated/finnish.bin', import.meta.url), bytes)
process.stderr.write(`finnish.bin: ${bytes.length} bytes; ${summary}\n`)
buildLanguage()
buildCategories()
buildPrivacy()
buildSentiment()
buildIntents()
