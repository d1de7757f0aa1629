import { parseArgs } from 'node:util'

/**
 * `npm run train -- NAME --extra DIR [--extra DIR]`: trains one model and writes its weights, with their sources and
 * checksum, to data/models. The texts stay where they are; only weights learnt from them come into the project.
 */
const trainers: Record<string, (folders: readonly string[]) => void | Promise<void>> = {
  alerts: async (folders) => (await import('./train-alerts.js')).trainAlerts(folders),
  categories: async (folders) => (await import('./train-categories.js')).trainCategories(folders),
  finnish: async (folders) => (await import('./train-finnish.js')).trainFinnish(folders),
  sentiment: async (folders) => (await import('./train-sentiment.js')).trainSentiment(folders),
  intents: async (folders) => (await import('./train-intents.js')).trainIntents(folders),
  language: async (folders) => (await import('./train-language.js')).trainLanguage(folders),
}

const { values, positionals } = parseArgs({
  options: { extra: { type: 'string', multiple: true, default: [] } },
  allowPositionals: true,
})
const trainer = trainers[positionals[0] ?? '']
if (trainer === undefined) {
  process.stderr.write(`Which model? npm run train -- ${Object.keys(trainers).join('|')} --extra DIR\n`)
  process.exitCode = 2
} else await trainer(values.extra)
