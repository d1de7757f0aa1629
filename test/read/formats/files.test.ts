import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ReadError } from '../../../src/errors.js'
import { findFiles } from '../../../src/read/files.js'
import { readAll, readError } from './support.js'

const root = mkdtempSync(join(tmpdir(), 'palaute-files-')).replaceAll('\\', '/')
for (const folder of ['a', 'a/b', 'empty', 'pictures']) mkdirSync(`${root}/${folder}`, { recursive: true })
for (const file of [
  'a/2024-02.csv',
  'a/2024-01.csv',
  'a/vastaukset.XLSX',
  'a/~$vastaukset.xlsx',
  'a/.piilo.csv',
  'a/huom.md',
  'a/b/2023-12.csv',
  'pictures/kuva.png',
])
  writeFileSync(`${root}/${file}`, 'id;nps\n1;9\n')
afterAll(() => rmSync(root, { recursive: true }))

const short = async (...paths: string[]) =>
  (await findFiles(paths.map((path) => `${root}/${path}`))).map((file) => file.slice(root.length + 1))

describe('findFiles', () => {
  it('gives the exports of a folder in the order of their names', async () => {
    expect(await short('a')).toEqual(['a/2024-01.csv', 'a/2024-02.csv', 'a/vastaukset.XLSX'])
    expect(await short('a/', 'a/2024-01.csv')).toHaveLength(3)
  })

  it('expands patterns', async () => {
    expect(await short('a/2024-*.csv')).toEqual(['a/2024-01.csv', 'a/2024-02.csv'])
    expect(await short('a/2024-0[2-9].csv')).toEqual(['a/2024-02.csv'])
    expect(await short('**/*.csv')).toEqual(['a/2024-01.csv', 'a/2024-02.csv', 'a/b/2023-12.csv'])
    expect(await short('*/b/????-12.csv')).toEqual(['a/b/2023-12.csv'])
  })

  it('tells what is missing', async () => {
    const message = (path: string) =>
      short(path).then(
        () => '',
        (error) => {
          expect(error).toBeInstanceOf(ReadError)
          return (error as Error).message
        },
      )
    expect(await message('puuttuu.csv')).toContain('no such file')
    expect(await message('empty')).toContain('no export')
    expect(await message('pictures')).toContain('no export')
    expect(await message('a/*.ods')).toContain('No file matches')
  })
})

describe('paths', () => {
  it('reads a path, naming the file without its folders', async () => {
    const result = await readAll(`${root}/a/2024-01.csv`)
    expect(result.table.file).toBe('2024-01.csv')
    expect(result.cells).toEqual([['1', '9']])
  })

  it('reads a Blob as it reads a path', async () => {
    const blob = new File(['id;nps\n1;9\n'], 'vienti.csv')
    expect((await readAll(blob)).table.file).toBe('vienti.csv')
  })

  it('tells of a path that is not there or is a folder', async () => {
    expect((await readError(`${root}/puuttuu.csv`)).message).toContain('no such file')
    expect((await readError(`${root}/a`)).message).toContain('folder')
  })
})
