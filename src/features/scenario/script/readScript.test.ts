import { describe, expect, it } from 'vitest'
import { createFormat } from '../../../ui/format/createFormat.ts'
import { movedPart, typedPart, withoutPart, withPart } from './changedParts.ts'
import { readScript } from './readScript.ts'
import type { ScriptDraft } from './ScriptDraft.ts'
import { defaultRows } from './scriptRows.ts'
import { TEMPLATES, templateParts } from './templates.ts'

const format = createFormat('1,234.5')
const comma = createFormat('1.234,5')
const draftOf = (template: string, style = format): ScriptDraft => ({
  template, parts: templateParts(template, style), whose: 'default', rows: defaultRows(template, style), barMillis: 3_600_000, volatility: '0', seed: '7',
})

describe('the form of a script', () => {
  it('makes of every template what its preset lasts: 120 bars, without noise', () => {
    expect(TEMPLATES).toHaveLength(7)
    for (const { id, title, corners } of TEMPLATES) {
      for (const style of [format, comma]) {
        const { errors, tape, source } = readScript(draftOf(id, style), style)
        expect(errors).toEqual({})
        expect([tape?.title, tape?.lastTick]).toEqual([`Shock: ${title}`, corners.at(-1)?.[0]])
        expect([source?.seed, source?.volatility]).toEqual([undefined, undefined])
      }
    }
  })
  it('depegs a coin worth 1, with the decimals for it', () => {
    expect(defaultRows('depeg', format)[0]).toEqual({ symbol: 'STABLE-PERP', decimals: 4, price: '1', beta: '1' })
    expect(readScript(draftOf('depeg'), format).source?.parts[1]).toEqual({ type: 'depeg', bars: 60, by: -0.13, back: 0.92 })
  })
  it('says which field is wrong and makes nothing', () => {
    const draft = { ...draftOf('grind'), rows: defaultRows('grind', format).map((row, i) => (i === 1 ? { ...row, price: '-5', beta: '11' } : row)) }
    const { errors, tape, length } = readScript({ ...draft, parts: typedPart(typedPart(draft.parts, 0, 'legs', '57'), 1, 'by', '-100') }, format)
    expect(tape).toBeUndefined()
    expect(length).toBeUndefined()
    expect(errors).toEqual({
      'rows.1.price': 'Enter a number above 0.',
      'rows.1.beta': 'Enter a number from −10 to 10.',
      'parts.0.legs': 'Enter a whole number from 1 to 50.',
      'parts.1.by': 'Enter a number from −99% to 1,000%.',
    })
    // 112 bars have room for 56 legs; 20 bars for ten.
    expect(readScript({ ...draftOf('grind'), parts: typedPart(typedPart(templateParts('grind', format), 0, 'bars', '20'), 0, 'legs', '11') }, format).errors['parts.0.legs']).toContain('at most 10 fit into 20')
  })
  it('counts what is played and what is missing: of a dead market one bar, of a gap one', () => {
    const parts = withPart(withPart([], 'dead', format), 'gap', format)
    const { length, tape, source } = readScript({ ...draftOf('gap'), template: undefined, parts }, format)
    expect([length, tape?.lastTick, tape?.title]).toEqual([{ bars: 2, slots: 14 }, 2, 'My script'])
    expect(source?.parts).toEqual([{ type: 'dead', bars: 12, by: -0.05 }, { type: 'gap', by: -0.1 }])
  })
  it('has a seed only where there is noise', () => {
    expect(readScript({ ...draftOf('wick'), volatility: '80', seed: '3' }, format).source).toMatchObject({ volatility: 0.8, seed: 3 })
  })
})

describe('the parts of a script', () => {
  const types = (parts: ReturnType<typeof templateParts>) => parts.map(({ type }) => type)
  const parts = templateParts('wick', format)

  it('change places, and stay where there is none', () => {
    expect(types(movedPart(parts, 0, 1))).toEqual(['wick', 'calm', 'move'])
    expect(movedPart(parts, 0, -1)).toBe(parts)
    expect(movedPart(parts, 2, 1)).toBe(parts)
  })
  it('keep their keys when they move, and get new ones when they are added', () => {
    expect(movedPart(parts, 1, 1).map(({ key }) => key)).toEqual([1, 3, 2])
    expect(withPart(withoutPart(parts, 0), 'calm', format).map(({ key }) => key)).toEqual([2, 3, 4])
  })
})
