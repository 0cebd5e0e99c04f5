import { describe, expect, it } from 'vitest'
import { filesOf } from './filesOf.ts'

const file = { type: 'file', files: [{ name: 'a.csv', instrument: 'A' }] }

describe('the files of a scenario', () => {
  it('are found under what is drawn over them, or made of them', () => {
    const drawn = { type: 'drawn', base: { type: 'amplified', factor: 2, of: file }, lines: [] }
    expect(filesOf({ tape: file })).toEqual(file.files)
    expect(filesOf(JSON.stringify({ tape: drawn }))).toEqual(file.files)
    expect(filesOf({ tape: { type: 'drawn', lines: [] } })).toEqual([])
  })

  it('of what cannot be read are none, however deep it goes', () => {
    const loop: Record<string, unknown> = { type: 'drawn' }
    loop['base'] = loop
    expect([filesOf('{'), filesOf(undefined), filesOf({ tape: 5 }), filesOf({ tape: loop })]).toEqual([[], [], [], []])
  })
})
