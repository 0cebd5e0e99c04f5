import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarTime } from './calendarTime.ts'
import type { DateOrder } from './CsvMapping.ts'
import { epochTime } from './epochTime.ts'
import { plainPrice } from './plainPrice.ts'
import { readPrice } from './readPrice.ts'

const plain = (text: string, mark = '.'): number => plainPrice(text, 0, text.length, mark.charCodeAt(0))
const calendar = (text: string, order: DateOrder = 'year-month-day'): string => {
  const time = calendarTime(text, 0, text.length, order)
  return time === time ? new Date(time).toISOString() : 'none'
}

describe('plainPrice', () => {
  it('is the double nearest to the decimal, and prints as it was written [N1]', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), fc.integer({ min: 0, max: 15 }), fc.boolean(), (units, places, negative) => {
        const digits = units.toString().padStart(places + 1, '0')
        const text = `${negative ? '-' : ''}${digits.slice(0, digits.length - places)}${places > 0 ? '.' : ''}${digits.slice(digits.length - places)}`
        fc.pre(digits.length <= 15)
        expect(plain(text) + 0).toBe(Number(text) + 0)
        expect(new Decimal(String(plain(text))).eq(new Decimal(text))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it.each(['', '-', '.', '1e5', '1,5', '1.2.3', '+1', ' 1', '0x10', '1234567890.123456', 'NaN', '--1', '1-'])('leaves “%s” to readPrice', (text) => expect(plain(text)).toBeNaN())

  it('knows the decimal comma and has no negative zero', () => {
    expect([plain('1,25', ','), plain('.5'), plain('5.'), plain('007.50')]).toEqual([1.25, 0.5, 5, 7.5])
    expect(Object.is(plain('-0.00'), 0)).toBe(true)
  })
})

describe('readPrice', () => {
  it.each([
    ['$1,234.50', '.', 1234.5],
    ['1.234,5', ',', 1234.5],
    ["1'234'567.8", '.', 1234567.8],
    ['1 234,75', ',', 1234.75],
    ['1\u202f234\u202f567', '.', 1234567],
    ['€ 12', '.', 12],
    ['12 €', ',', 12],
    ['-$5.25', '.', -5.25],
    ['$-5.25', '.', -5.25],
    ['−36.98', '.', -36.98],
    ['+4', '.', 4],
    ['1.2K', '.', 1200],
    ['2,99M', ',', 2990000],
    ['1.5e-05', '.', 0.000015],
    ['5E3', '.', 5000],
    ['"61800.2"', '.', 61800.2],
    ['12,34,567.5', '.', 1234567.5],
  ] as const)('“%s” with %s is %d', (text, decimal, value) => expect(readPrice(text, decimal)).toEqual({ type: 'price', value, rounded: false }))

  it.each(['', ' ', 'null', 'NaN', 'N/A', '.', '-', '--', 'None', '#N/A', 'inf'])('“%s” is missing', (text) => expect(readPrice(text, '.')).toEqual({ type: 'missing' }))

  it.each(['abc', '1.2.3', '12,5', '1,2,3', '5%', '0x10', '12abc', '1 2', '1e5e5', '1e999', '$', 'K', '10:00'])('“%s” is no price', (text) => expect(readPrice(text, '.')).toEqual({ type: 'unreadable' }))

  it('rounds to 15 significant digits and says so', () => {
    // Sixteen digits, the last of them a six.
    expect(readPrice('0.1234567890123456', '.')).toEqual({ type: 'price', value: 0.123456789012346, rounded: true })
    expect(readPrice('1455.2199707031', '.')).toEqual({ type: 'price', value: 1455.2199707031, rounded: false })
    expect(readPrice('314.248992919922000', '.')).toEqual({ type: 'price', value: 314.248992919922, rounded: false })
    expect(readPrice('12345678901234567', '.')).toEqual({ type: 'price', value: 12345678901234600, rounded: true })
  })
})

describe('epochTime', () => {
  const at = (text: string): number => epochTime(text, 0, text.length, 'by-digits')

  it('goes by the number of digits, and each row by itself', () => {
    expect([at('1584007200'), at('1584007200000'), at('1584007200000000'), at('1584007200000000000')]).toEqual([1584007200000, 1584007200000, 1584007200000, 1584007200000])
    expect([at('1584007200.5'), at('1583994600.123'), at('1584007200000.0')]).toEqual([1584007200500, 1583994600123, 1584007200000])
    expect(at('1584007200123456789')).toBe(1584007200123)
  })

  it.each(['', '-1', 'abc', '1.5e9', '1,584', '1584007200s'])('“%s” is none', (text) => expect(at(text)).toBeNaN())

  it('obeys a stated unit', () => {
    expect(epochTime('1584007200', 0, 10, 'ms')).toBe(1584007200)
    expect(epochTime('946684800', 0, 9, 's')).toBe(946684800000)
  })
})

describe('calendarTime', () => {
  it.each([
    ['2020-03-12', '2020-03-12T00:00:00.000Z'],
    ['2020-03-12T10:05:06Z', '2020-03-12T10:05:06.000Z'],
    ['2020-03-12 10:05:06.123456+00:00', '2020-03-12T10:05:06.123Z'],
    ['2020-03-12T10:05:06,5Z', '2020-03-12T10:05:06.500Z'],
    ['2020-03-12 10:05 UTC', '2020-03-12T10:05:00.000Z'],
    ['2020-03-12T10:05:00+0530', '2020-03-12T04:35:00.000Z'],
    ['2020-03-12T10:05:00-05:00', '2020-03-12T15:05:00.000Z'],
    ['2020-03-12T23:00:00-02', '2020-03-13T01:00:00.000Z'],
    ['2020.03.12 10:05', '2020-03-12T10:05:00.000Z'],
    ['2020/3/2 9:5', '2020-03-02T09:05:00.000Z'],
    ['20200312', '2020-03-12T00:00:00.000Z'],
    ['20200312 100506', '2020-03-12T10:05:06.000Z'],
    ['20200312 10:05:06', '2020-03-12T10:05:06.000Z'],
    ['202003121005', '2020-03-12T10:05:00.000Z'],
    ['20200312T100506Z', '2020-03-12T10:05:06.000Z'],
    ['Oct 10, 2025', '2025-10-10T00:00:00.000Z'],
    ['10 October 2025 14:30', '2025-10-10T14:30:00.000Z'],
    ['10-Oct-2025', '2025-10-10T00:00:00.000Z'],
    ['2025 Oct 10', '2025-10-10T00:00:00.000Z'],
    ['Fri Oct 10 2025 21:20:00 GMT+0000', '2025-10-10T21:20:00.000Z'],
    ['2020-04-09 12-AM', '2020-04-09T00:00:00.000Z'],
    ['2020-04-09 12:30 PM', '2020-04-09T12:30:00.000Z'],
    ['2020-04-09 9:30:15.250 pm', '2020-04-09T21:30:15.250Z'],
    ['2020-02-29', '2020-02-29T00:00:00.000Z'],
  ])('%s', (text, iso) => expect(calendar(text)).toBe(iso))

  it.each([
    ['12.03.2020 10:05:06.000', 'day-month-year', '2020-03-12T10:05:06.000Z'],
    ['03/12/2020 4:00 PM', 'month-day-year', '2020-03-12T16:00:00.000Z'],
    ['2020-03-12', 'month-day-year', '2020-03-12T00:00:00.000Z'],
  ] as const)('%s as %s', (text, order, iso) => expect(calendar(text, order)).toBe(iso))

  it.each(['', 'abc', '2020', '2020-03', '2020-13-01', '2020-00-10', '2020-02-30', '2019-02-29', '2020-03-12 24:00', '2020-03-12 10:60', '2020-03-12 13 PM', '2020-03-12 10:00 EST', '2020-03-12 x', '12/03/20', '2020-03-12 10:00:00 1 2 3', 'Okt 10, 2025', '202003'])(
    '“%s” is none',
    (text) => expect(calendar(text)).toBe('none'),
  )

  it('reads back every millisecond that toISOString writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4102444799999 }), (time) => {
        const iso = new Date(time).toISOString()
        expect(calendarTime(iso, 0, iso.length, 'year-month-day')).toBe(time)
      }),
      { numRuns: 500 },
    )
  })
})
