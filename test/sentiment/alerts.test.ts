import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { sentimentTexts } from '../../data/build/sentiment.js'
import { packAlerts } from '../../data/build/train-alerts.js'
import { loadEnglish } from '../../src/english/index.js'
import { loadFinnish } from '../../src/finnish/index.js'
import { createDocument, type Document } from '../../src/language/index.js'
import { createEventReader } from '../../src/sentiment/alertEvents.js'
import { listAlertFeatures } from '../../src/sentiment/alertFeatures.js'
import { createAlertScorer, lengthFactor, WINDOW } from '../../src/sentiment/alertScorer.js'
import { createAlertFinder } from '../../src/sentiment/alerts.js'
import { type AlertTable, readAlertTable } from '../../src/sentiment/alertTable.js'
import { weigherFor } from '../../src/sentiment/alertTally.js'
import { ALERT_HEADS, ALERT_KEYS, readAlertWeights } from '../../src/sentiment/alertWeights.js'
import { readTables } from '../../src/sentiment/tables.js'
import { loadSwedish } from '../../src/swedish/index.js'

interface Golden {
  id: string
  text: string
  alerts: string[]
}

const { alerts: table } = readTables(sentimentTexts())
const golden = readFileSync('test/golden/sentiment/alerts.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Golden)

const fresh = readFileSync('test/golden/sentiment/fresh/alerts.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Golden)

/** Half of them ordinary, many of these short; nothing was learnt from them. */
const kept = readFileSync('test/sentiment/alertsKept.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Golden)

let read: (text: string) => Document

beforeAll(async () => {
  const readers = { fi: await loadFinnish(), sv: await loadSwedish(), en: await loadEnglish() }
  read = (text) => createDocument(text, { readers })
})

const keysOf = (text: string, by: AlertTable = table): string[] =>
  createAlertFinder(by)
    .find(read(text))
    .map(({ key }) => key)

describe('alerts', () => {
  it.each(table.rows.map((row) => [`${row.key}: ${row.frame}`, row] as const))(
    '%s is raised by its example, and not without the row',
    (_, row) => {
      expect(keysOf(row.example)).toContain(row.key)
      expect(
        keysOf(row.example, { ...table, rows: table.rows.filter((other) => other !== row) }),
      ).not.toContain(row.key)
      if (row.counterexample !== '') expect(keysOf(row.counterexample)).not.toContain(row.key)
    },
  )

  it.each(table.idioms.map((row) => [row.example, row] as const))(
    '"%s" is a figure of speech, and an alert where the table does not know it',
    (example, row) => {
      expect(keysOf(example)).toEqual([])
      expect(
        keysOf(example, { ...table, idioms: table.idioms.filter((other) => other !== row) }),
      ).not.toEqual([])
    },
  )

  it('keeps recall and precision on our own comments', () => {
    const { find } = createAlertFinder(table)
    let right = 0
    let extra = 0
    let missed = 0
    for (const { text, alerts } of golden) {
      const found = new Set<string>(find(read(text)).map(({ key }) => key))
      for (const key of alerts) {
        if (found.has(key)) right += 1
        else missed += 1
      }
      for (const key of found) if (!alerts.includes(key)) extra += 1
    }
    expect(right / (right + missed)).toBeGreaterThanOrEqual(0.93)
    expect(right / (right + extra)).toBeGreaterThanOrEqual(0.9)
  })

  it('gives the words that raised it as evidence', () => {
    const text = 'Odotin kauan. Hoitaja antoi väärän lääkkeen.'
    const [finding] = createAlertFinder(table).find(read(text))
    expect(finding?.key).toBe('medication_error')
    expect(finding?.evidence.map(({ start, end }) => text.slice(start, end))).toEqual(['väärän', 'lääkkeen'])
  })

  it('reads concepts, figures of speech and rows, and refuses a concept that nobody defined', () => {
    const lines = [
      ['# A heading'],
      ...['neg', 'factive', 'clausemark', 'but', 'although', 'resolved', 'praise', 'joke', 'topic'].map(
        (name) => ['concept', name, 'fi', `${name}sana`],
      ),
      ['concept', 'verb', 'fi', 'tehdä|teke*'],
      ['idiom', '', 'fi', 'tehdä nannaa', '', 'Teki nannaa.'],
      ['self_harm', 'likely', '*', 'verb', '', 'Teki.'],
    ]
    const own = readAlertTable(lines)
    expect([own.concepts.length, own.idioms.length, own.rows.length]).toEqual([10, 1, 1])
    expect(keysOf('Hän teki sen.', own)).toEqual(['self_harm'])
    expect(keysOf('Se teki nannaa.', own)).toEqual([])
    const bad = readAlertTable([...lines, ['self_harm', 'likely', '*', 'nobody', '', 'Teki.']])
    expect(() => createAlertFinder(bad)).toThrow('nobody')
  })
})

/** Not in the data that the weights were learnt from. */
const unseen = [
  ['self_harm', 'Olen jo laskenut montako unipilleriä tarvitsen, kukaan ei huomaisi mitään.'],
  ['violence_or_threat', 'Naapuripotilas tuli kimppuuni ja hakkasi minua kävelykepillä selkään.'],
  ['child_protection', 'Isäpuoli ryyppää ja eskarilainen on yksin kotona koko yön.'],
  ['patient_harm', 'Umpilisäkkeen tulehdusta pidettiin vatsatautina ja se puhkesi, jouduin teholle.'],
  ['medication_error', 'Hoitaja antoi isälle toisen asukkaan verenpainelääkkeet.'],
  ['data_breach', 'Kotiin tuli kirje, jossa oli tuntemattoman ihmisen epikriisi ja henkilötunnus.'],
  ['discrimination', 'Lääkäri nauroi aksentilleni ja sanoi että menkää omaan maahanne hoitoon.'],
] as const
const lookalikes = [
  'Kuolin melkein nauruun, kun lääkäri kertoi vitsin.',
  'Lääkkeet tarkistettiin huolellisesti ja annos oli oikea.',
  'Leikkaus meni hyvin ja haava on parantunut siististi, kiitos.',
  'Lapset leikkivät odotushuoneessa ja hoitaja jutteli heille ystävällisesti.',
  'Parkkipaikka oli täynnä ja jono eteni hitaasti.',
  'Vastaanotolla puhuttiin ruotsia, mikä oli mukavaa.',
  'Lapset eivät tulleet mukaan.',
  'Uusi lääke alkoi maanantaina.',
  'Barnen var inte med.',
  'My kids were not there.',
]

describe('the learnt part of alerts', () => {
  const bytes = readFileSync('src/generated/alerts.bin')
  const weights = readAlertWeights(bytes)
  const finder = createAlertFinder(table, weights)

  it.each(unseen)('finds %s in words that it has not read', (key, text) => {
    expect(finder.find(read(text)).map((found) => found.key)).toContain(key)
  })

  it('flags few ordinary comments that it has not read, short facts among them, and misses few alerts', () => {
    let right = 0
    let wanted = 0
    const flagged: string[] = []
    for (const { text, alerts } of kept) {
      const found = finder.find(read(text))
      if (alerts.length === 0 && found.length > 0) flagged.push(text)
      wanted += alerts.length
      right += found.filter(({ key }) => alerts.includes(key)).length
    }
    expect(flagged.length).toBeLessThanOrEqual(4)
    expect(right / wanted).toBeGreaterThanOrEqual(0.88)
  })

  it.each(lookalikes)('keeps quiet on "%s"', (text) => {
    expect(finder.find(read(text))).toEqual([])
  })

  it('finds what the table does not, with the words that weighed most, and says so', () => {
    const byTable = createAlertFinder(table)
    const learnt = golden.concat(fresh).flatMap(({ text }) => {
      const document = read(text)
      const known = new Set(byTable.find(document).map(({ key }) => key))
      const reasons = finder.explain(document)
      return finder
        .find(document)
        .filter(({ key }) => !known.has(key))
        .map((finding) => ({ finding, text, reason: reasons.find(({ key }) => key === finding.key) }))
    })
    expect(learnt.length).toBeGreaterThan(3)
    for (const { finding, text, reason } of learnt) {
      expect(reason?.rows).toEqual([])
      expect(reason?.learnt?.logOdds).toBeGreaterThanOrEqual(reason?.learnt?.threshold ?? Number.NaN)
      expect(finding.evidence.length).toBeGreaterThan(0)
      expect(finding.evidence.map(({ start, end }) => text.slice(start, end))).toEqual(
        reason?.learnt?.reasons.map((one) => one.text),
      )
    }
  })

  it('names the rows of the table that were met', () => {
    const [reason] = finder.explain(read('Hoitaja antoi väärän lääkkeen.'))
    expect(reason?.key).toBe('medication_error')
    expect(reason?.rows).toContain('mistaken ~7 drug')
  })

  it('adds up to the features that training sees', () => {
    const reader = createEventReader(table, weigherFor(weights))
    const everything = { ...weights, reach: Number.POSITIVE_INFINITY }
    const { score } = createAlertScorer(everything, reader)
    for (const { text } of golden.slice(0, 300)) {
      const scene = reader.read(read(text))
      const { logOdds, window } = score(scene)
      const features = listAlertFeatures(reader, scene)
      const { tokens, sentences } = scene.document
      ALERT_KEYS.forEach((_, head) => {
        const first = window[head] as number
        const last = Math.min(sentences.length, first + WINDOW)
        const words = tokens.filter(
          ({ kind }, i) =>
            kind === 'word' && i >= (sentences[first]?.first ?? 0) && i < (sentences[last - 1]?.last ?? 0),
        ).length
        let sum = 0
        for (const { feature, sentence } of features) {
          const row = weights.rowOf.get(feature)
          if (row !== undefined && sentence >= first && sentence < last)
            sum += weights.values[row * ALERT_HEADS + head] as number
        }
        expect(logOdds[head]).toBeCloseTo(
          (weights.bias[head] as number) + weights.scale * lengthFactor(words) * sum,
          6,
        )
      })
    }
  })

  it('is packed and read back as it was, and refuses other bytes', () => {
    expect(Buffer.from(packAlerts(weights)).equals(bytes)).toBe(true)
    expect(() => readAlertWeights(new Uint8Array(64))).toThrow(
      expect.objectContaining({ code: 'cannot_read' }),
    )
  })

  it('takes linear time', () => {
    const time = (text: string): number => {
      const document = read(text)
      let best = Number.POSITIVE_INFINITY
      for (let round = 0; round < 2; round += 1) {
        const { user } = process.cpuUsage()
        finder.find(document)
        best = Math.min(best, process.cpuUsage().user - user)
      }
      return best
    }
    const piece = 'hoitaja löi väärä lääke lapsi yksin kuoli syöpä '
    expect(time(piece.repeat(1000))).toBeLessThan(30 * Math.max(1000, time(piece.repeat(100))))
  })
})
