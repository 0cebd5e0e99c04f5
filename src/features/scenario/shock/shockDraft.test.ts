import { describe, expect, it } from 'vitest'
import { SHOCK_CHOICES } from '../../../store/catalog/shockChoices.ts'
import { createFormat } from '../../../ui/format/createFormat.ts'
import { defaultRows, shockErrors, shockTape } from './shockDraft.ts'

const format = createFormat('1,234.5')
const preset = (id: string) => {
  const found = SHOCK_CHOICES.find((one) => one.id === id)
  if (found === undefined) throw new Error(id)
  return found
}

describe('the form of a shock', () => {
  it('makes a tape of every preset from the standard instruments', () => {
    for (const one of SHOCK_CHOICES) {
      const tape = shockTape({ presetId: one.id, whose: 'default', rows: defaultRows(one.id) }, one, format)
      expect(tape).toMatchObject({ title: `Shock: ${one.title}`, tape: { type: 'shock', id: one.id }, lastTick: 120 })
    }
  })
  it('depegs a coin worth 1, with the decimals for it', () => {
    expect(defaultRows('depeg')[0]).toEqual({ symbol: 'STABLE-PERP', decimals: 4, price: '1', beta: '1' })
  })
  it('says which field is wrong and makes nothing', () => {
    const rows = defaultRows('gap').map((row, i) => (i === 1 ? { ...row, price: '-5', beta: '11' } : row))
    const draft = { presetId: 'gap', whose: 'default', rows } as const
    expect(shockTape(draft, preset('gap'), format)).toBeUndefined()
    expect(shockErrors(draft, format)[1]).toEqual({ price: 'Enter a number above 0.', beta: 'Enter a number from −10 to 10.' })
  })
})
