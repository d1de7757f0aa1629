import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { palaute } from './command.js'

/** Sown in comments, in a free-text column, among choices and in the codes of respondents. */
const seeds = {
  name: 'Pirkkoliisa Hämäläinen',
  surname: 'Hämäläisen',
  code: '131052-908T',
  newCode: '150305B901E',
  phone: '040 765 4321',
  email: 'pirkkoliisa.h@example.fi',
  account: 'FI21 1234 5600 0007 85',
  plate: 'XYZ-987',
  address: 'Koivukujalla 5 B 12',
  birth: '13.10.1952',
}
const planted = [
  `Hoitaja ${seeds.name} oli ihana ja ammattitaitoinen, kiitos hänelle hyvästä hoidosta!`,
  `Lääkäri ${seeds.surname} vastaanotolla jono oli pitkä ja henkilökunta töykeää.`,
  `Hetuni ${seeds.code} ja lapsen ${seeds.newCode} olivat väärin, ajanvaraus ei toiminut.`,
  `Soittakaa ${seeds.phone} tai ${seeds.email}, takaisinsoittoa ei tullut koskaan.`,
  `Maksakaa tilille ${seeds.account}, lasku oli väärin ja kallis.`,
  `Auto ${seeds.plate} sai sakon, pysäköinti on huono ja paikkoja liian vähän.`,
  `Asun ${seeds.address} eikä kotihoito tullut ajoissa, surkea palvelu.`,
  `Äitini s. ${seeds.birth} jätettiin yksin, hoito oli huonoa ja epäinhimillistä.`,
]
const secrets = [
  'Pirkkoliisa',
  'Hämäläi',
  '131052',
  '150305',
  '765 4321',
  '7654321',
  'pirkkoliisa',
  '1234 5600',
  'XYZ-987',
  'Koivukuja',
  '13.10.1952',
]

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'palaute-seeds-'))
  const rows = [
    'Vastaustunnus;Vastausaika;Yksikkö;NPS (0-10);Mitä kautta asioit?;Mitä voisimme parantaa?;Lisätieto',
  ]
  for (let row = 0; row < 240; row += 1) {
    const comment = planted[row % planted.length] ?? ''
    const channel = row % 40 === 0 ? `Muu, mikä? ${seeds.name}` : row % 2 === 0 ? 'Käynti' : 'Puhelin'
    const id = row === 3 ? seeds.code : row === 4 ? seeds.email : `V${row}`
    rows.push(
      `${id};${1 + (row % 28)}.3.2024;Yksikkö ${row % 3};${row % 11};${channel};${comment};${row % 7 === 0 ? planted[(row + 3) % 8] : ''}`,
    )
  }
  writeFileSync(join(folder, 'answers.csv'), rows.join('\n'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function holdsNone(text: string, where: string): void {
  for (const secret of secrets) {
    const at = text.indexOf(secret)
    expect(at < 0 ? '' : `${where}: ${text.slice(Math.max(0, at - 60), at + 60)}`).toBe('')
  }
}

const outputs: readonly (readonly [string, readonly string[]])[] = [
  ['report', ['report', 'answers.csv', '-o', 'report.html']],
  ['report in Swedish', ['report', 'answers.csv', '-o', 'report.sv.html', '--locale', 'sv']],
  ['pseudonymized report', ['report', 'answers.csv', '-o', 'marks.html', '--privacy', 'pseudonymize']],
  ['scored CSV', ['score', 'answers.csv', '-o', 'scored.csv']],
  ['scored NDJSON', ['score', 'answers.csv', '-o', 'scored.ndjson']],
  ['pseudonymized NDJSON', ['score', 'answers.csv', '-o', 'marks.ndjson', '--privacy', 'pseudonymize']],
  ['aggregate', ['aggregate', 'answers.csv']],
  ['layout', ['layout', 'answers.csv']],
]

describe('seeded personal data is in no output', () => {
  test.each(outputs)('%s', (where, args) => {
    const { status, stdout, stderr } = palaute(args, '', folder)
    expect([status, stderr]).toEqual([0, expect.any(String)])
    holdsNone(stdout, `${where}, standard output`)
    holdsNone(stderr, `${where}, standard error`)
    const file = args[args.indexOf('-o') + 1]
    if (args.includes('-o') && file !== undefined) {
      const text = readFileSync(join(folder, file), 'utf8')
      expect(text.length).toBeGreaterThan(1000)
      holdsNone(text, where)
    }
  })

  test('the switch for praise keeps first names only', () => {
    const file = join(folder, 'praise.ndjson')
    expect(palaute(['score', 'answers.csv', '-o', file, '--staff-names', 'keep'], '', folder).status).toBe(0)
    holdsNone(readFileSync(file, 'utf8'), 'first names kept')
  })
})

describe('what was done to personal data is told', () => {
  const rows = (count: number, comment: string) =>
    ['NPS (0-10);Mitä kautta asioit?;Palaute', ...Array(count).fill(`9;Käynti;${comment}`)].join('\n')
  const run = (args: readonly string[]) => {
    const { status, stdout, stderr } = palaute([...args], '', folder)
    expect(status).toBe(0)
    return { stdout, stderr }
  }

  test('names kept in praise are counted in the page, the summary, the figures and beside scored rows', () => {
    writeFileSync(join(folder, 'thanks.csv'), rows(25, 'Kiitos hoitaja Annelille, olit aivan ihana!'))
    const { stdout } = run(['report', 'thanks.csv', '-o', 'thanks.html', '--staff-names', 'keep'])
    const sentence = 'Henkilökunnan etunimet on jätetty näkyviin kiitoksiin: 25.'
    expect(stdout).toContain(sentence)
    const page = readFileSync(join(folder, 'thanks.html'), 'utf8')
    expect(page).toContain(sentence)
    expect(page).toContain('Annelille')
    run(['report', 'thanks.csv', '-o', 'thanks.json', '--staff-names', 'keep'])
    expect(JSON.parse(readFileSync(join(folder, 'thanks.json'), 'utf8')).privacy).toMatchObject({
      policy: 'redact',
      staffNames: 'keep',
      namesKept: 25,
      findings: { name: 25 },
    })
    const { stderr } = run(['score', 'thanks.csv', '-o', 'thanks.ndjson', '--staff-names', 'keep'])
    expect(stderr).toContain('privacy: redact; 25 staff first names kept; found name 25')
    expect(run(['report', 'thanks.csv', '-o', 'hidden.html']).stdout).not.toContain(sentence)
    expect(readFileSync(join(folder, 'hidden.html'), 'utf8')).not.toContain('Annelille')
  })

  test('lists of names reach reports and scored rows', () => {
    writeFileSync(
      join(folder, 'lists.csv'),
      rows(25, 'Nallukka hoiti asiat Annelin kanssa hienosti kuntoon.'),
    )
    writeFileSync(join(folder, 'allow.txt'), '# our own\nAnneli\n')
    writeFileSync(join(folder, 'deny.txt'), 'Nallukka\n')
    run(['score', 'lists.csv', '-o', 'lists.ndjson', '--allow', 'allow.txt', '--deny', 'deny.txt'])
    const scored = readFileSync(join(folder, 'lists.ndjson'), 'utf8')
    expect(scored).toContain('Annelin')
    expect(scored).not.toContain('Nallukka')
    expect(palaute(['report', 'lists.csv', '-o', 'x.html', '--deny', 'none.txt'], '', folder)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--deny: the file cannot be read.'),
    })
  })

  test('what fewer than ten respondents wrote of is not told', () => {
    writeFileSync(join(folder, 'few.csv'), rows(9, 'Hoitaja oli ihana, mutta jono oli pitkä.'))
    const { stdout } = run(['report', 'few.csv', '-o', 'few.json'])
    expect(stdout).toContain('Mistä kommenteissa puhutaan: ei näytetä')
    const { comments, themes, owners, intents, quotes } = JSON.parse(
      readFileSync(join(folder, 'few.json'), 'utf8'),
    )
    expect(comments).toMatchObject({ total: 9, sentiment: null, uncategorized: null, languages: [] })
    expect([themes, owners, intents, quotes]).toEqual([[], [], [], []])
  })
})

describe('errors do not repeat what they read', () => {
  const broken: readonly (readonly [string, string, readonly string[], string])[] = [
    ['a line that is no JSON', '', ['analyze'], `{"text": "${planted[0]}`],
    ['a text that is no text', '', ['analyze'], `{"text": {"x": "${planted[2]}"}}`],
    ['a file without a header', 'plain.csv', ['report', 'plain.csv', '-o', 'x.html'], planted.join('\n')],
    [
      'a table of comments only',
      'two.csv',
      ['report', 'two.csv', '-o', 'x.html', '--strict'],
      `a;b\n${planted.join(';\n')}`,
    ],
    [
      'cells where scores should be',
      'scores.csv',
      ['score', 'scores.csv', '-o', 'x.csv'],
      `NPS (0-10);Kommentti\n${planted.map((text) => `${text};x`).join('\n')}`,
    ],
    [
      'a layout that is no layout',
      'layout.json',
      ['report', 'answers.csv', '-o', 'x.html', '--layout', 'layout.json'],
      planted[0] ?? '',
    ],
    ['a state that is no state', 'state.json', ['merge', 'state.json'], `{"x": "${planted[0]}"}`],
  ]
  test.each(broken)('%s', (where, file, args, text) => {
    if (file !== '') writeFileSync(join(folder, file), text)
    const { stdout, stderr } = palaute(args, file === '' ? text : '', folder)
    holdsNone(stdout, where)
    holdsNone(stderr, where)
  })
})

test('what is raw by design says so', () => {
  const { stdout, stderr } = palaute(['read', 'answers.csv'], '', folder)
  expect(stdout).toContain(seeds.code)
  expect(stderr).toMatch(/raw/)
  const partial = palaute(['aggregate', 'answers.csv', '--partial'], '', folder)
  expect(partial.stderr).toMatch(/raw/)
  expect(readdirSync(folder)).toContain('answers.csv')
})
