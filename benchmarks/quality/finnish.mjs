// Finnish lemmas against treebanks, form by form, beside Snowball and Voikko:
//   npm run build && node benchmarks/quality/finnish.mjs FILE.conllu...
// Treebanks are not in the repository: any Universal Dependencies Finnish file will do (dev, or better, test).
// Left out: punctuation, symbols, numbers in digits, words without a lemma, parts of multi-word tokens. Compared
// without case, '#' and hyphens. Compound boundaries count in files whose lemmas carry '#'.
// Peers: snowball-stemmers (npm, here or under PALAUTE_PEERS) and libvoikko (see benchmarks/speed/voikko.c).
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { dist, peer } from '../speed/survey.mjs'
import { buildVoikko } from '../speed/voikko.mjs'
import { conflationF1 } from './conflation.mjs'

const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('usage: node benchmarks/quality/finnish.mjs FILE.conllu...')
  process.exit(2)
}
const content = new Set(['NOUN', 'VERB', 'ADJ', 'ADV', 'PROPN'])

/** Words of a CoNLL-U file that can be scored. */
function readTreebank(file) {
  const words = []
  let span = 0
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '') span = 0
    const [id = '', form = '', lemma = '', pos = ''] = line.normalize('NFC').split('\t')
    const range = /^\d+-(\d+)$/.exec(id)
    if (range) span = Number(range[1])
    if (!/^\d+$/.test(id) || Number(id) <= span) continue
    if (pos === 'PUNCT' || pos === 'SYM' || (pos === 'NUM' && /\d/.test(form))) continue
    if ((lemma === '_' || lemma === '') && form !== '_') continue
    if (form.includes(' ')) continue
    words.push({ form, lemma, pos })
  }
  return {
    words,
    marked: words.some(({ lemma, form }) => lemma.slice(1).includes('#') && !form.includes('#')),
  }
}

const bare = (lemma) => {
  const plain = lemma.normalize('NFC').toLowerCase().replaceAll('#', '')
  return plain.replaceAll('-', '') || plain
}

/** Places of the boundaries, hyphens not counted as letters. */
function boundaries(lemma) {
  const places = new Set()
  let at = 0
  for (const letter of lemma)
    if (letter === '#') places.add(at)
    else if (letter !== '-') at += 1
  return [...places].filter((place) => place > 0 && place < at)
}

/** The most frequent of a Map from value to count; ties by the value. */
const most = (counts) => [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0][0]
const tally = (map, key, value) => {
  const counts = map.get(key) ?? new Map()
  counts.set(value, (counts.get(value) ?? 0) + 1)
  map.set(key, counts)
}

function score({ words, marked }, answers) {
  const total = { right: 0, unknown: 0, content: 0, contentRight: 0, hit: 0, extra: 0, missed: 0 }
  const gold = new Map()
  const told = new Map()
  for (const { form, lemma, pos } of words) {
    const answer = answers.get(form)
    if (answer === undefined) total.unknown += 1
    const guess = answer ?? form.toLowerCase()
    const right = bare(guess) === bare(lemma)
    if (right) total.right += 1
    if (content.has(pos)) {
      total.content += 1
      if (right) total.contentRight += 1
      if (marked) {
        const wanted = boundaries(lemma)
        const given = boundaries(guess)
        const both = given.filter((place) => wanted.includes(place)).length
        total.hit += both
        total.extra += given.length - both
        total.missed += wanted.length - both
      }
    }
    const key = form.toLowerCase()
    tally(gold, key, bare(lemma))
    tally(told, key, guess)
  }
  const pairs = [...gold].map(([form, lemmas]) => [most(lemmas), bare(most(told.get(form)))])
  const percent = (part, whole) => (whole === 0 ? '-' : ((100 * part) / whole).toFixed(1))
  return {
    lemma: percent(total.right, words.length),
    content: percent(total.contentRight, total.content),
    unknown: percent(total.unknown, words.length),
    'pair F1': (100 * conflationF1(pairs)).toFixed(1),
    compounds: marked ? percent(2 * total.hit, 2 * total.hit + total.extra + total.missed) : '-',
  }
}

const { loadFinnish } = await import(`${dist}/finnish.js`)
const finnish = await loadFinnish()
const snowball = await peer('snowball-stemmers')
const voikko = buildVoikko()
const contestants = {
  palaute: (forms) =>
    forms.map((form) => {
      const best = finnish.analyzeWord(form)[0]
      return best.source === 'identity' ? undefined : best.compound
    }),
}
if (snowball) {
  const stemmer = snowball.newStemmer('finnish')
  contestants['Snowball (stems)'] = (forms) => forms.map((form) => stemmer.stem(form.toLowerCase()))
} else console.error('snowball-stemmers is left out: not installed here or under PALAUTE_PEERS')
if (voikko) contestants['Voikko, first'] = voikko.lemmas

const banks = files.map((file) => ({ name: basename(file), ...readTreebank(file) }))
const forms = [...new Set(banks.flatMap(({ words }) => words.map(({ form }) => form)))]
const answers = Object.entries(contestants).map(([name, of]) => {
  const given = of(forms)
  return { name, answers: new Map(forms.map((form, index) => [form, given[index]])) }
})
for (const bank of banks) {
  console.log(`${bank.name}: ${bank.words.length} words`)
  for (const { name, answers: given } of answers) {
    const figures = score(bank, given)
    const stems = name.startsWith('Snowball')
    const row = Object.entries(figures).map(([key, value]) =>
      `${key} ${stems && key !== 'pair F1' ? '-' : value}`.padEnd(16),
    )
    console.log(`  ${name.padEnd(18)}${row.join('').trimEnd()}`)
  }
}
