import { describe, expect, it } from 'vitest'
import { required } from '../../result/result.ts'
import { Decimal } from '../../units/decimal.ts'
import { evaluate, evaluationSteps } from '../evaluate.ts'
import type { Explanation, Expression } from '../Explanation.ts'
import { difference, given, greatestOf, leastOf, magnitudeOf, negativeOf, plainNumber, productOf, quotientOf, rootOf, roundedExactly, roundedTo, sumOf } from '../expressions.ts'
import { spreadsheetCell } from '../testing/spreadsheetCell.ts'
import { explanationLatex, printLatex, symbolLatex } from './latex.ts'
import { printSpreadsheet } from './spreadsheet.ts'
import { explanationText, printText } from './text.ts'

const n = (text: string): Decimal => new Decimal(text)
const q = given('quantity', n('0.0979'))
const E = given('entryPrice', n('60000'))
const M = given('margin', n('497.063'))
const m = given('maintenanceRate', n('0.005'))

/** P* = (q E - M) / (q (1 - m)) of the mock: 0.0979 BTC long from 60,000 with 497.063 behind it, at a rate of 0.5 %. */
const root = quotientOf(difference(productOf(q, E), M), productOf(q, difference(plainNumber(1), m)))
const level = roundedExactly(root, n('0.01'), 'up')
const long: Explanation = { figure: { id: 'position.liquidation', of: {} }, value: evaluate(level), unit: 'price', formula: level, checks: [], rules: ['M1'] }
const english = { separator: ',' } as const

describe('evaluate', () => {
  it('[X2] follows the engine: 64 digits, half to even, in the order it is written', () => {
    // 5874 - 497.063 = 5376.937; 0.0979 x 0.995 = 0.0974105; 5376.937 / 0.0974105 = 55198.741409…
    expect(evaluate(level).toFixed()).toBe('55198.75')
    const third = quotientOf(plainNumber(1), plainNumber(3))
    expect(evaluate(third).toFixed()).toBe(`0.${'3'.repeat(64)}`)
    // a third three times is not one when each is rounded …
    expect(evaluate(productOf(third, plainNumber(3))).eq(1)).toBe(false)
    // … so rounding it down to a step gives the step below; with 400 digits as well, for no number of digits is enough
    expect(evaluate(roundedTo(productOf(third, plainNumber(3)), n('1'), 'down')).toFixed()).toBe('0')
    expect(() => evaluate(quotientOf(plainNumber(1), plainNumber(0)))).toThrow('X2')
  })

  it('[X2] a root keeps 400 digits below its rounding: a last digit lost before would give the next step', () => {
    const tiny = n('1e-70')
    const near = sumOf(plainNumber(1), { type: 'number', value: tiny })
    expect(evaluate(roundedTo(near, n('1'), 'up')).toFixed()).toBe('1')
    expect(evaluate(roundedExactly(near, n('1'), 'up')).toFixed()).toBe('2')
  })

  it('[X2] every step can be listed, from the inside out', () => {
    expect(evaluationSteps(root).map(({ value }) => value.toSignificantDigits(9).toFixed())).toEqual(['5874', '-497.063', '5376.937', '-0.005', '0.995', '0.0974105', '55198.7414'])
  })
})

describe('print', () => {
  it('[X3] text: symbols, values, result and rounding', () => {
    expect(printText(root, { as: 'symbols' })).toBe('(q E − M) / (q (1 − m))')
    expect(printText(root, { as: 'values' })).toBe('(0.0979 × 60000 − 497.063) / (0.0979 × (1 − 0.005))')
    expect(explanationText(long, (name) => name.toUpperCase()).split('\n')).toEqual([
      'P* = (q E − M) / (q (1 − m))',
      'P* = (0.0979 × 60000 − 497.063) / (0.0979 × (1 − 0.005))',
      'P* = 55198.74140878036…',
      'P* = 55198.75, rounded up to a multiple of 0.01',
      '  q = 0.0979: QUANTITY',
      '  E = 60000: ENTRYPRICE',
      '  M = 497.063: MARGIN',
      '  m = 0.005: MAINTENANCERATE',
    ])
    expect(explanationText({ ...long, formula: undefined, value: undefined, none: 'hedged' })).toBe('P*: none (hedged)')
  })

  it('[X3] text: parentheses where they are needed, a negative value after a sign in its own', () => {
    const short = given('quantity', n('-2'), { of: 'ETH@cross' })
    expect(printText(productOf(m, short), { as: 'values' })).toBe('0.005 × (−2)')
    expect(printText(difference(E, negativeOf(short)), { as: 'symbols' })).toBe('E − (−q[ETH@cross])')
    expect(printText(difference(E, sumOf(M, m)), { as: 'symbols' })).toBe('E − (M + m)')
    expect(printText(quotientOf(negativeOf(short), quotientOf(E, M)), { as: 'symbols' })).toBe('(−q[ETH@cross]) / (E / M)')
    expect(printText(productOf(quotientOf(E, M), q), { as: 'symbols' })).toBe('(E / M) q')
    expect(printText(greatestOf(plainNumber(0), leastOf(magnitudeOf(q), rootOf(E))), { as: 'symbols' })).toBe('max(0; min(|q|; √(E)))')
    expect(printText(roundedTo(q, n('0.5'), 'half-even'), { as: 'symbols' })).toBe('round(q; 0.5)')
  })

  it('[X3] LaTeX: fractions, ceilings and whose a symbol is', () => {
    expect(printLatex(level, { as: 'symbols' })).toBe('\\left\\lceil \\frac{q \\, E - M}{q \\, \\left( 1 - m \\right)} \\right\\rceil_{0.01}')
    expect(explanationLatex(long)).toBe(
      '\\begin{aligned}\nP^{*} &= \\left\\lceil \\frac{q \\, E - M}{q \\, \\left( 1 - m \\right)} \\right\\rceil_{0.01} \\\\\n' +
        '&= \\left\\lceil \\frac{0.0979 \\times 60000 - 497.063}{0.0979 \\times \\left( 1 - 0.005 \\right)} \\right\\rceil_{0.01} \\\\\n&= 55198.75\n\\end{aligned}',
    )
    expect([symbolLatex('V0'), symbolLatex('MM', 'A_1@cross'), symbolLatex('P^'), symbolLatex('h%')]).toEqual(['V_{0}', '\\mathrm{MM}_{\\text{A\\_1@cross}}', 'P^{\\max}', 'h^{\\%}'])
  })

  it('[X4] spreadsheet: the formula of the mock, in either way of writing numbers', () => {
    expect(printSpreadsheet(level, english)).toBe('=ROUNDUP((0.0979*60000-497.063)/(0.0979*(1-0.005)),2)')
    expect(printSpreadsheet(level, { separator: ';' })).toBe('=ROUNDUP((0,0979*60000-497,063)/(0,0979*(1-0,005));2)')
    expect(spreadsheetCell(required(printSpreadsheet(level, { separator: ';' }), 'a formula'), { separator: ';', decimal: ',' })).toBe(55198.75)
    expect(printSpreadsheet(level, { separator: ';', decimal: '.' })).toContain('0.0979')
  })

  it('[X4] spreadsheet: signs and steps of rounding; up is towards plus infinity', () => {
    const cell = (of: Expression, step: string, rounding: 'up' | 'down' | 'half-even'): readonly [string, number] => {
      const text = required(printSpreadsheet(roundedTo(of, n(step), rounding), english), 'a formula')
      return [text, spreadsheetCell(text)]
    }
    expect(cell(plainNumber('-2.34'), '0.1', 'up')).toEqual(['=ROUNDDOWN((-2.34),1)', -2.3])
    expect(cell(plainNumber('-2.34'), '0.1', 'down')).toEqual(['=ROUNDUP((-2.34),1)', -2.4])
    expect(cell(plainNumber('7.3'), '0.5', 'down')).toEqual(['=(ROUNDDOWN((7.3)/0.5,0)*0.5)', 7])
    expect(cell(plainNumber('1234'), '100', 'up')).toEqual(['=ROUNDUP(1234,-2)', 1300])
    // ties go to the even one, which a spreadsheet would not do by itself
    expect(cell(plainNumber('0.125'), '0.01', 'half-even')).toEqual(['=ROUNDDOWN(0.125,2)', 0.12])
    expect(cell(plainNumber('0.135'), '0.01', 'half-even')).toEqual(['=ROUNDUP(0.135,2)', 0.14])
    // 0.1 + 0.2 is 0.30000000000000004 in doubles: rounding that up would give 0.4
    expect(cell(sumOf(plainNumber('0.1'), plainNumber('0.2')), '0.1', 'up')).toEqual(['=ROUND(0.1+0.2,1)', 0.3])
    // a bit above a multiple, less than doubles can tell: the next step all the same
    expect(cell(sumOf(plainNumber('0.3'), plainNumber('1e-20')), '0.1', 'up')).toEqual(['=(ROUND(0.3+0.00000000000000000001,1)+0.1)', 0.4])
    // twelve places of thousands are finer than 15 digits: left out
    expect(cell(plainNumber('123456.7890123456'), '1e-12', 'up')[0]).toBe('=(123456.789012346)')
  })

  it('[X4] spreadsheet: what is longer than a cell holds, or lost in doubles, is not offered', () => {
    // 1 + 1e-20 - 1 is 0 in doubles, and one over that is nothing at all
    const tiny = sumOf(plainNumber(1), plainNumber('1e-20'), plainNumber(-1))
    expect(printSpreadsheet(quotientOf(plainNumber(1), tiny), english)).toBeUndefined()
    expect(printSpreadsheet(sumOf(...Array.from({ length: 900 }, () => plainNumber('1234567.89'))), english)).toBeUndefined()
  })
})
