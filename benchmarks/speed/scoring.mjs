// Full scoring of survey rows (language, categories, polarity) against a stack of the usual parts, in one run:
//   npm run build && PALAUTE_PEERS=DIR node benchmarks/speed/scoring.mjs [rows]
// Peers: csv-parse + franc + snowball-stemmers + natural (Bayes), in DIR/node_modules; without them our rate alone is
// printed. Rows are made of our own training comments, two a row, so that texts are new and words have been seen
// before (both sides see the first tenth before the clock starts). Ours does more in its time: intents and evidence;
// alerts and personal data, which are found when they are asked for, in a second figure. CPU seconds, rounds
// interleaved, the best of each. Must: 15x for categories and polarity.
import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dist, peer } from './survey.mjs'

const rows = Number(process.argv[2] ?? 12_000)
/** The stack is slower by far: a part of the rows is enough for its rate. */
const peerRows = Math.ceil(rows / 8)
const rounds = 3
const folder = mkdtempSync(join(tmpdir(), 'palaute-scoring-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const comments = fileURLToPath(new URL('../../data/comments/', import.meta.url))
const labelled = readdirSync(comments)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(comments + name, 'utf8').split('\n'))
  .filter(Boolean)
  .map((line) => JSON.parse(line))
  .filter(({ language }) => language === 'fi')

let seed = 7
const next = (below) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return Math.floor((seed / 4294967296) * below)
}
const header = 'Palvelu;Kuinka todennäköisesti suosittelisit palveluamme? (0-10);Mitä voisimme parantaa?'
const quoted = (text) => `"${text.replaceAll('"', '""')}"`

function writeRows(name, count) {
  const file = join(folder, name)
  const lines = [header]
  for (let row = 0; row < count; row += 1) {
    const text = `${labelled[next(labelled.length)].text} ${labelled[next(labelled.length)].text}`
    lines.push(`Neuvola;${next(11)};${quoted(text)}`)
  }
  writeFileSync(file, `${lines.join('\r\n')}\r\n`)
  return file
}

/** @param whole whether alerts and personal data are asked for as well */
async function ours(whole) {
  const { createAnalyzer } = await import(`${dist}/index.js`)
  const { readSurvey } = await import(`${dist}/read.js`)
  const analyzer = await createAnalyzer()
  return async (file) => {
    let documents = 0
    let sink = 0
    for await (const response of (await readSurvey(file)).responses)
      for (const comment of response.comments) {
        const analysis = analyzer.analyze(comment.text, { question: 'improve' })
        sink += analysis.categories.length + analysis.sentiment.score
        if (whole) sink += analysis.alerts.length + analysis.personalData.length
        documents += 1
      }
    return { documents, sink }
  }
}

async function stack() {
  const [csv, franc, snowball, natural] = await Promise.all(
    ['csv-parse', 'franc', 'snowball-stemmers', 'natural'].map(peer),
  )
  if (!csv || !franc || !snowball || !natural) return undefined
  const stemmer = (snowball.default ?? snowball).newStemmer('finnish')
  const { BayesClassifier } = natural.default ?? natural
  const stems = (text) => (text.toLowerCase().match(/\p{L}+/gu) ?? []).map((word) => stemmer.stem(word))
  const classifier = new BayesClassifier()
  for (const { text, aspects } of labelled)
    for (const { category } of aspects) classifier.addDocument(stems(text), category)
  classifier.train()
  return async (file) => {
    let documents = 0
    let sink = 0
    const parser = createReadStream(file).pipe(csv.parse({ columns: true, delimiter: ';', bom: true }))
    for await (const row of parser) {
      const text = row['Mitä voisimme parantaa?']
      sink += franc.franc(text, { only: ['fin', 'swe', 'eng'] }).length
      sink += classifier.classify(stems(text)).length
      documents += 1
    }
    return { documents, sink }
  }
}

async function rate(work, file) {
  const start = process.cpuUsage()
  const { documents } = await work(file)
  const { user, system } = process.cpuUsage(start)
  return documents / ((user + system) / 1e6)
}

const names = ['palaute', 'palaute with alerts and personal data', 'the stack']
const contestants = {
  [names[0]]: { work: await ours(false), rows },
  [names[1]]: { work: await ours(true), rows },
}
const peers = await stack()
if (peers) contestants[names[2]] = { work: peers, rows: peerRows }
else
  console.error(
    'The stack is left out: install csv-parse franc snowball-stemmers natural under PALAUTE_PEERS',
  )

const best = {}
for (const [name, { work, rows: count }] of Object.entries(contestants))
  await work(writeRows(`warm-${name.length}.csv`, Math.ceil(count / 10)))
for (let round = 0; round < rounds; round += 1)
  for (const [name, { work, rows: count }] of Object.entries(contestants)) {
    const file = writeRows(`${round}-${name.length}.csv`, count)
    best[name] = Math.max(best[name] ?? 0, await rate(work, file))
  }
for (const [name, found] of Object.entries(best))
  console.log(`${name.padEnd(48)}${(found / 1e3).toFixed(2).padStart(7)} k comments a CPU second`)
if (peers)
  for (const name of names.slice(0, 2))
    console.log(`${name} is ${(best[name] / best[names[2]]).toFixed(1)}x the stack`)
