import { describe, expect, it } from 'vitest'
import { createFormat } from '../../ui/format/createFormat.ts'
import { readNumber } from './readNumber.ts'

const format = createFormat('1,234.5')

describe('a typed setting', () => {
  it('is a fraction where it is typed as percent, with or without the sign', () => {
    const rule = { least: 0, most: 10, isPercent: true }
    expect(readNumber('80', rule, format)).toEqual({ ok: true, value: 0.8 })
    expect(readNumber('7.3%', rule, format)).toEqual({ ok: true, value: 0.073 })
  })
  it('says what is expected', () => {
    expect(readNumber('', { least: 1, most: 200000, isWhole: true }, format)).toEqual({ ok: false, error: 'Enter a whole number from 1 to 200,000.' })
    expect(readNumber('12 bars', { least: 1, most: 10 }, format)).toEqual({ ok: false, error: '“12 bars” is not a number. Enter a number from 1 to 10.' })
    expect(readNumber('0', { least: 0, most: 1e12, isAbove: true }, format)).toEqual({ ok: false, error: 'Enter a number above 0.' })
    expect(readNumber('5%', { least: -10, most: 10 }, format)).toEqual({ ok: false, error: 'Enter a number from −10 to 10.' })
    expect(readNumber('1.5', { least: 1, most: 10, isWhole: true }, format)).toEqual({ ok: false, error: 'Enter a whole number from 1 to 10.' })
  })
})
