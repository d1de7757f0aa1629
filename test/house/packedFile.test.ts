import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packSections } from '../../data/build/sections.js'
import { openPackedFile } from '../../src/packedFile.js'

const bytes = packSections(
  { numbers: Int32Array.of(1, -2, 3), letters: new TextEncoder().encode('ääniä'), empty: new Int8Array(0) },
  { version: 3 },
)

describe('a packed file', () => {
  it('gives back what was packed, also from the middle of another buffer', () => {
    const shifted = new Uint8Array(bytes.length + 3)
    shifted.set(bytes, 3)
    for (const given of [bytes, shifted.subarray(3)]) {
      const { meta, section, text } = openPackedFile<{ version: number }>('test', given)
      expect(meta.version).toBe(3)
      expect([...section('numbers', Int32Array)]).toEqual([1, -2, 3])
      expect(text('letters')).toBe('ääniä')
      expect(section('empty', Int8Array)).toHaveLength(0)
    }
  })

  it('says what is damaged where it is cut short, of another type or no such file', () => {
    const { section } = openPackedFile('test', bytes)
    expect(() => section('numbers', Uint16Array)).toThrow('"test" is damaged')
    expect(() => section('other', Int32Array)).toThrow('"test" is damaged')
    for (let length = 0; length < bytes.length; length += 1)
      expect(() => {
        const cut = openPackedFile('test', bytes.subarray(0, length))
        cut.section('numbers', Int32Array)
        cut.text('letters')
      }).toThrow('"test" is damaged')
    fc.assert(
      fc.property(fc.uint8Array(), (random) => {
        expect(() => openPackedFile('test', random)).toThrow('"test" is damaged')
      }),
    )
  })
})
