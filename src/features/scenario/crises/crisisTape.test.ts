import { describe, expect, it } from 'vitest'
import { builtinRules } from '../../../engine/venues/builtinRules.ts'
import { CRISES } from '../../../store/catalog/crises.ts'
import { crisisTape as played } from '../../../tapes/crises/crisisTape.ts'
import { createFormat } from '../../../ui/format/createFormat.ts'
import { crisisDays, crisisTape, factText, hasRealSeries, isOnExchanges, lastTickOf, rulesName } from './crisisTape.ts'

const format = createFormat('1,234.5')
const crisis = (id: string) => {
  const found = CRISES.find((one) => one.id === id)
  if (found === undefined) throw new Error(id)
  return found
}

describe('the choice of a crisis', () => {
  it('starts every one of them, with its own seed unsaid', () => {
    expect(CRISES).toHaveLength(10)
    for (const one of CRISES) {
      const { tape, error } = crisisTape(one, { id: one.id, seed: String(one.seed), hasRules: false }, format)
      expect([error, tape?.tape]).toEqual([undefined, { type: 'crisis', id: one.id }])
      expect(tape?.title).toBe(`${one.title}, stylised`)
      // An index or last price beside the mark is no instrument of its own.
      const symbols = tape?.instruments.map(({ symbol }) => symbol) ?? []
      expect(new Set(symbols).size).toBe(symbols.length)
      expect(symbols.length).toBeGreaterThan(0)
    }
  })
  it('takes another seed, and refuses what is none', () => {
    expect(crisisTape(crisis('october-1987'), { id: '', seed: '99', hasRules: false }, format).tape?.tape).toMatchObject({ seed: 99 })
    expect(crisisTape(crisis('october-1987'), { id: '', seed: '1.5', hasRules: false }, format)).toMatchObject({ tape: undefined, error: 'Enter a whole number from 0 to 999,999,999,999,999.' })
  })
  it('names the way to the real prices that there is', () => {
    const october = crisis('october-1987')
    // The Nasdaq-100 of the program has 19 October 1987; no exchange has.
    expect([hasRealSeries(october), isOnExchanges(october)]).toEqual([true, false])
    const ftx = CRISES.find(({ title }) => title.includes('FTX'))
    expect(ftx === undefined ? [] : [hasRealSeries(ftx), isOnExchanges(ftx)]).toEqual([false, true])
  })
  it('asks an exchange for its days, one more on either side', () => {
    // 14 October 1987, 13:30, and two sessions after Monday the 19th.
    expect(crisisDays(crisis('october-1987'))).toEqual({ from: '1987-10-13', to: '1987-10-22' })
  })
  it('knows the last bar before it is made, so that trades after it are not kept', () => {
    for (const one of CRISES) {
      const made = played(one)
      expect([one.id, made.ok ? lastTickOf(one) - (made.value.time.length - 1) : 'refused']).toEqual([one.id, 0])
    }
  })
  it('may bring rules that fit, called as those rules call themselves', () => {
    for (const one of CRISES) {
      expect(crisisTape(one, { id: one.id, seed: '1', hasRules: true }, format).tape?.rules).toBe(one.rules)
      expect([one.id, rulesName(one)]).toEqual([one.id, builtinRules.get(one.rules)?.name])
    }
  })
  it('tells facts in their units', () => {
    expect(factText({ value: -0.226, unit: 'share' }, format)).toBe('−22.6%')
    expect(factText({ value: -0.3, unit: 'share' }, format)).toBe('−30%')
    expect(factText({ value: 65.75, unit: 'hours' }, format)).toBe('65.75 h')
    expect(factText({ value: 1738.74, unit: 'price' }, format)).toBe('1,738.74')
    expect(factText({ value: 1.4, unit: 'times' }, format)).toBe('1.4x')
    expect(factText({ value: 0.6, unit: 'yearly' }, format)).toBe('60% a year')
  })
})
