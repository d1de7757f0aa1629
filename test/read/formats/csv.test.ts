import { describe, expect, it } from 'vitest'
import { codes, readAll, utf8 } from './support.js'

const read = (text: string) => readAll(utf8(text))

describe('dialects', () => {
  it.each([';', ',', '\t', '|'])('finds the delimiter %j', async (delimiter) => {
    const rows = [
      ['id', 'Yksikkö', 'Avoin palaute'],
      ['0012', 'Neuvola', `"Hyvä${delimiter} kiitos"`],
      ['0013', 'Röntgen', '"Sanoi ""moi"""'],
    ]
    const result = await read(`${rows.map((row) => row.join(delimiter)).join('\r\n')}\r\n`)
    expect(result.table.delimiter).toBe(delimiter)
    expect(result.cells).toEqual([
      ['0012', 'Neuvola', `Hyvä${delimiter} kiitos`],
      ['0013', 'Röntgen', 'Sanoi "moi"'],
    ])
  })

  it('obeys a sep= line, which is no record', async () => {
    const result = await read('sep=|\r\nid|a;b|c\r\n1|x;y|z\r\n')
    expect(result.table.delimiter).toBe('|')
    expect(result.names).toEqual(['id', 'a;b', 'c'])
    expect(result.cells).toEqual([['1', 'x;y', 'z']])
    expect((await read('"sep=,"\nid,nps\n1,9\n')).cells).toEqual([['1', '9']])
  })

  it('leaves a file of one column whole, whatever its prose holds', async () => {
    const lines = [
      'Hyvää palvelua, kiitos siitä',
      'Jono oli pitkä; odotin, odotin',
      '"Ystävällinen" hoitaja',
      '',
      'Ok',
    ]
    const result = await read(`Avoin palaute\r\n${lines.join('\r\n')}\r\n`)
    expect(result.table.delimiter).toBeNull()
    expect(result.cells).toEqual(lines.map((line) => [line]))
    expect(codes(result)).toEqual(['stray_quote@3'])
  })

  it('prefers the semicolon to decimal commas', async () => {
    const result = await read('Paino;NPS\n1,25;9\n0,8;10\n')
    expect(result.table.delimiter).toBe(';')
    expect(result.cells[0]).toEqual(['1,25', '9'])
  })

  it('reads CR alone, and LF inside cells of a file that ends lines with CRLF', async () => {
    expect((await read('id;a\r1;x\r2;y\r')).cells).toEqual([
      ['1', 'x'],
      ['2', 'y'],
    ])
    const result = await read(
      'id;aika;palaute\r\n1;1.2.2024;rivi 1\nrivi 2\r\n2;1.2.2024;toinen\r\n3;2.2.2024;a\nb\nc\r\n',
    )
    expect(result.cells.map((row) => row[2])).toEqual(['rivi 1\nrivi 2', 'toinen', 'a\nb\nc'])
  })

  it('takes blanks before a quote as padding where the file is written so', async () => {
    const result = await read('id, "nps", "palaute"\n1, "9", "Hyvä, kiitos"\n2, "3", "a"\n')
    expect(result.names).toEqual(['id', 'nps', 'palaute'])
    expect(result.cells[0]).toEqual(['1', '9', 'Hyvä, kiitos'])
  })

  it('unwraps records that are quoted as a whole', async () => {
    const result = await read('"id;nps;palaute"\r\n"1;9;""Hyvä; kiitos"""\r\n"2;8;Ok"\r\n')
    expect(result.names).toEqual(['id', 'nps', 'palaute'])
    expect(result.table.delimiter).toBe(';')
    expect(result.cells).toEqual([
      ['1', '9', 'Hyvä; kiitos'],
      ['2', '8', 'Ok'],
    ])
  })

  it('reads quotes escaped by a backslash where the file writes them so', async () => {
    const result = await read('id,nps,palaute\n1,9,"Sanoi \\"odota\\", odotin"\n2,8,"Ok"\n3,7,"Kiitos"\n')
    expect(result.cells[0]).toEqual(['1', '9', 'Sanoi "odota", odotin'])
    expect(result.issues).toEqual([])
  })

  it('passes over byte order marks inside the file and Ctrl-Z at its end', async () => {
    const result = await read('id;nps\n1;9\n\uFEFFid;nps\n2;8\n\u001A')
    expect(result.cells).toEqual([
      ['1', '9'],
      ['2', '8'],
    ])
    expect(codes(result)).toEqual(['repeated_header@2'])
  })

  it('takes the delimiter it is told', async () => {
    const table = await readAll(utf8('a:b\n1:2\n'), { delimiter: ':' })
    expect(table.cells).toEqual([['1', '2']])
  })
})

describe('quotes', () => {
  it('reads line breaks, doubled quotes and delimiters in quotes', async () => {
    const result = await read(
      'id;palaute;yksikkö\r\n1;"Rivi 1\r\nRivi ""2"";\r\n\r\nloppu";A\r\n2;"";B\r\n3;"""";C\r\n',
    )
    expect(result.cells).toEqual([
      ['1', 'Rivi 1\r\nRivi "2";\r\n\r\nloppu', 'A'],
      ['2', '', 'B'],
      ['3', '"', 'C'],
    ])
    expect(result.records).toEqual([1, 2, 3])
    expect(result.issues).toEqual([])
  })

  it('ends an unclosed quote at its line when whole records follow', async () => {
    const result = await read('id;nps;palaute\n1;9;"Hyvä\n2;8;Ok\n3;7;Kiitos\n')
    expect(result.cells).toEqual([
      ['1', '9', 'Hyvä'],
      ['2', '8', 'Ok'],
      ['3', '7', 'Kiitos'],
    ])
    expect(codes(result)).toEqual(['unclosed_quote@1'])
  })

  it('gives an unclosed quote the rest of the file when it is the last cell', async () => {
    const result = await read('id;nps;palaute\n1;9;Ok\n2;8;"Hyvä\nkiitos\n')
    expect(result.cells[1]).toEqual(['2', '8', 'Hyvä\nkiitos'])
    expect(codes(result)).toEqual(['unclosed_quote@2'])
    expect(result.issues[0]?.column).toBe('palaute')
  })

  it('does not let a quote that opens by mistake swallow the next records', async () => {
    const result = await read('id;palaute;yksikkö\n1;"Hyvä;A\n2;Ok;B\n3;"Kiitos; paljon";C\n4;x;D\n')
    expect(result.cells).toEqual([
      ['1', '"Hyvä', 'A'],
      ['2', 'Ok', 'B'],
      ['3', 'Kiitos; paljon', 'C'],
      ['4', 'x', 'D'],
    ])
    expect(codes(result)).toEqual(['stray_quote@1'])
  })

  it('tells of a stray quote once, though the record is read in pieces', async () => {
    const long = 'x'.repeat(300_000)
    const result = await read(`id;palaute\n1;"a" b ${long}\n2;Ok\n`)
    expect(codes(result)).toEqual(['stray_quote@1'])
    expect(result.cells[0]?.[1]).toBe(`"a" b ${long}`)
  })
})

describe('records', () => {
  it('numbers records after the header, and counts blank and totals rows', async () => {
    const result = await read('id;nps;palaute\n1;9;Hyvä\n\n2;8;Ok\nYhteensä;17;\n;;\n3;7;Kiitos\n;;\n\n')
    expect(result.records).toEqual([1, 3, 6])
    expect(codes(result)).toEqual(['blank_row@2', 'totals_row@4', 'blank_row@5'])
  })

  it.each([
    'Yhteensä',
    'Summa',
    'Keskiarvo',
    'Total',
    'Totalt',
    'Medelvärde',
    'Average',
    'Yhteensä: 12 vastausta',
    'KAIKKI YHTEENSÄ:',
  ])('leaves out a row of totals labelled %s', async (label) => {
    const result = await read(`yksikkö;nps;määrä\nA;9;3\nB;8,5;4\n${label};8,7;7\n`)
    expect(result.cells).toHaveLength(2)
    expect(codes(result)).toEqual(['totals_row@3'])
  })

  it('keeps an answer that only begins like a total', async () => {
    const result = await read('palaute;nps\nYhteensä ihan ok palvelu;9\nTotal;erinomainen\n')
    expect(result.cells).toHaveLength(2)
  })

  it('raises an issue with the row number for each ragged record', async () => {
    const result = await read(
      'id;aika;nps\n1;1.2.2024;9\n2;1.2.2024\n3;1.2.2024;8;ylimääräinen\n4;1.2.2024;7;;\n',
    )
    expect(result.cells).toEqual([
      ['1', '1.2.2024', '9'],
      ['2', '1.2.2024', ''],
      ['3', '1.2.2024', '8'],
      ['4', '1.2.2024', '7'],
    ])
    expect(codes(result)).toEqual(['too_few_cells@2', 'too_many_cells@3'])
    expect(JSON.stringify(result.issues)).not.toContain('ylimääräinen')
  })

  it('leaves out a header that stands again among the records', async () => {
    const result = await read('id;nps\n1;9\nid;nps\n2;8\n')
    expect(result.records).toEqual([1, 3])
    expect(codes(result)).toEqual(['repeated_header@2'])
  })

  it('empties spreadsheet errors in three languages and says so', async () => {
    const result = await read('id;nps;csat\n1;#N/A;#PUUTTUU!\n2;#SAKNAS!;#1 hoitaja\n')
    expect(result.cells).toEqual([
      ['1', '', ''],
      ['2', '', '#1 hoitaja'],
    ])
    expect(result.issues.map((issue) => [issue.row, issue.column, issue.value])).toEqual([
      [1, 'nps', '#N/A'],
      [1, 'csat', '#PUUTTUU!'],
      [2, 'nps', '#SAKNAS!'],
    ])
  })

  it('gives a header without rows as a table of none, with an issue', async () => {
    const result = await read('Vastausaika;Yksikkö;NPS;Avoin palaute')
    expect(result.names).toEqual(['Vastausaika', 'Yksikkö', 'NPS', 'Avoin palaute'])
    expect(result.cells).toEqual([])
    expect(codes(result)).toEqual(['no_rows@0'])
  })

  it('stops when it is told to', async () => {
    const { table } = await read(`id;nps\n${'1;9\n'.repeat(100_000)}`)
    const controller = new AbortController()
    const walk = async () => {
      for await (const row of table.rows(controller.signal)) if (row.record === 10) controller.abort()
    }
    await expect(walk()).rejects.toThrow(/abort/i)
  })
})

describe('headers', () => {
  it('passes over a title and other lines above the header', async () => {
    const result = await read(
      'Asiakaspalaute 2024\nLuotu;2.1.2025\n\nid;aika;nps;palaute\n1;1.2.2024;9;Hyvä\n2;1.2.2024;8;Ok\n',
    )
    expect(result.names).toEqual(['id', 'aika', 'nps', 'palaute'])
    expect(result.records).toEqual([1, 2])
    expect(codes(result)).toEqual(['preamble@0'])
  })

  it('passes over a title padded with delimiters', async () => {
    const result = await read('Asiakaspalaute 2024;;;\nid;aika;nps;palaute\n1;1.2.2024;9;Hyvä\n')
    expect(result.names).toEqual(['id', 'aika', 'nps', 'palaute'])
  })

  it('joins two header rows: question and option', async () => {
    const result = await read(
      'ID;Aika;Miten asioit?;;;NPS;Palaute\n;;Puhelimella;Verkossa;Käymällä;;\n1;1.2.2024;x;;x;9;Hyvä\n2;1.2.2024;;x;;8;Ok\n',
    )
    expect(result.names).toEqual([
      'ID',
      'Aika',
      'Miten asioit? / Puhelimella',
      'Miten asioit? / Verkossa',
      'Miten asioit? / Käymällä',
      'NPS',
      'Palaute',
    ])
    expect(result.table.columns[3]).toEqual({
      name: 'Miten asioit? / Verkossa',
      question: 'Miten asioit?',
      option: 'Verkossa',
    })
    expect(result.records).toEqual([1, 2])
  })

  it('joins two header rows where the question is repeated over its options', async () => {
    const result = await read('ID;Miten asioit?;Miten asioit?;NPS\n;Puhelimella;Verkossa;\n1;x;;9\n')
    expect(result.names).toEqual(['ID', 'Miten asioit? / Puhelimella', 'Miten asioit? / Verkossa', 'NPS'])
  })

  it('leaves out sub-headers that say nothing', async () => {
    const result = await read(
      'Respondent ID,How did you visit?,,Comment\n,Phone,Web,Open-Ended Response\n11,Phone,,Fine\n12,,Web,Slow\n',
    )
    expect(result.names).toEqual([
      'Respondent ID',
      'How did you visit? / Phone',
      'How did you visit? / Web',
      'Comment',
    ])
  })

  it('joins a row of codes and a row of wordings', async () => {
    const result = await read(
      'V1;V2;V3\nVastaajan numero;Vastauspäivä;Suositteletko?\n1;1.2.2024;9\n2;1.2.2024;8\n3;2.2.2024;10\n4;2.2.2024;7\n',
    )
    expect(result.names).toEqual(['V1 / Vastaajan numero', 'V2 / Vastauspäivä', 'V3 / Suositteletko?'])
    expect(result.cells).toHaveLength(4)
  })

  it('does not take a first record of words for a second header row', async () => {
    const result = await read('nimi;yksikkö;palaute\nA;Neuvola;Hyvä\nB;Röntgen;Ok\n')
    expect(result.names).toEqual(['nimi', 'yksikkö', 'palaute'])
    expect(result.cells).toHaveLength(2)
  })

  it('numbers duplicate names and names the nameless', async () => {
    const result = await read(';id;Kommentti;Kommentti;nps\n0;1;a;b;9\n1;2;c;d;8\n')
    expect(result.names).toEqual(['column 1', 'id', 'Kommentti', 'Kommentti (2)', 'nps'])
    expect(result.issues.map((issue) => [issue.code, issue.column])).toEqual([
      ['duplicate_header', 'Kommentti (2)'],
      ['unnamed_column', 'column 1'],
    ])
  })

  it('sees row numbers that the header does not name', async () => {
    const result = await read('"yksikkö","nps"\n"1","Neuvola",9\n"2","Röntgen",8\n"3","Lab",7\n')
    expect(result.names).toEqual(['column 1', 'yksikkö', 'nps'])
    expect(result.cells[0]).toEqual(['1', 'Neuvola', '9'])
    expect((await read('id;nps\n1;9;Hyvä\n2;8;Ok\n')).names).toEqual(['id', 'nps', 'column 3'])
  })

  it('leaves out a closing line that counts the answers', async () => {
    const result = await read('id;nps;palaute\n1;9;Hyvä\n2;8;Ok\nVastauksia yhteensä: 2\n')
    expect(codes(result)).toEqual(['totals_row@3'])
  })

  it('drops trailing empty columns and keeps one that only the header lacks', async () => {
    expect((await read('id;nps;;;\n1;9;;;\n2;8;;;\n')).names).toEqual(['id', 'nps'])
    expect((await read('id;nps;\n1;9;Hyvä\n2;8;Ok\n')).names).toEqual(['id', 'nps', 'column 3'])
  })
})
