import { describe, expect, it } from 'vitest'
import { createFormat } from '../../../ui/format/createFormat.ts'
import { createSay } from '../words/createSay.ts'
import { bucketNameProblem } from './bucketNameProblem.ts'
import type { EditPreview } from './Edit.ts'
import { editCommand } from './editCommand.ts'
import { marginFix } from './marginFix.ts'
import { offTickFix, priceStep, warningFix } from './protectionFixes.ts'
import { fractionOfPercent, nearestOnTick, percentOfFraction, shareOf } from './shareOf.ts'
import { typedAmount } from './typedAmount.ts'

const format = createFormat('1,234.5')
const leg = 'SOL-PERP@isolated'
const say = createSay(format, [{ symbol: 'SOL-PERP', base: 'SOL', tickSize: '0.01', qtyStep: '0.01' }], new Map([[leg, 'SOL-PERP']]))

const refused = (rejection: EditPreview['rejection']): EditPreview => ({
  tick: 0, status: 'refused', rejection, change: undefined, limits: { addable: '1', removable: '1', maxLeverage: undefined, isAddOnly: false }, warnings: [],
})

describe('editCommand', () => {
  const row = { leg, mode: 'isolated', leverage: '20', takeProfit: '170', stopLoss: undefined } as const

  it('opens each dialog with nothing changed, or the whole position', () => {
    expect(editCommand('leverage', row)).toEqual({ type: 'set-leverage', leg, leverage: '20' })
    expect(editCommand('protection', row)).toEqual({ type: 'set-protection', leg, takeProfit: '170', stopLoss: undefined })
    // [K7] what the targets watch stays as it was
    expect(editCommand('protection', { ...row, triggerBy: 'last' })).toEqual({ type: 'set-protection', leg, takeProfit: '170', stopLoss: undefined, triggerBy: 'last' })
    expect(editCommand('close', row)).toEqual({ type: 'close-position', leg, share: '1' })
    expect(editCommand('move', row)).toMatchObject({ to: 'cross' })
    expect(editCommand('move', { ...row, mode: 'cross' })).toMatchObject({ to: 'isolated' })
    expect(editCommand('margin', row)).toMatchObject({ leg })
    expect(editCommand('margin', { ...row, mode: 'bucket', bucket: 'hedge' })).toMatchObject({ bucket: 'hedge' })
  })
})

describe('shares', () => {
  it('rounds a share down to cents and takes the whole exactly', () => {
    expect(shareOf('285.714285714285', '0.25')).toBe('71.42')
    expect(shareOf('285.714285714285', '1')).toBe('285.714285714285')
  })

  it('turns percent into a fraction and back without loss', () => {
    expect(fractionOfPercent('37.5')).toBe('0.375')
    expect(percentOfFraction('0.375')).toBe('37.5')
  })

  it('finds the nearest tick, never below the first', () => {
    expect([nearestOnTick('140.005', '0.01'), nearestOnTick('139.994', '0.01'), nearestOnTick('0.0001', '0.01')]).toEqual(['140', '139.99', '0.01'])
  })

  it('takes only amounts above 0', () => {
    expect(['500', '1,000.50', '0', '-5', '', 'abc'].map((text) => typedAmount(text, format))).toEqual(['500', '1000.5', undefined, undefined, undefined, undefined])
  })

  it('steps a price by about a thousandth, or a tick', () => {
    expect([priceStep('62400', 2, false), priceStep('62400', 2, true), priceStep('105', 2, false), priceStep('0.1', 5, false)]).toEqual(['10', '100', '0.1', '0.001'])
  })
})

describe('fixes', () => {
  it('offers the largest amount there is, or the money that is missing', () => {
    const used: string[] = []
    const deposited: string[] = []
    const fixes = { format, onUse: (text: string) => used.push(text), onDeposit: (amount: string) => deposited.push(amount) }
    marginFix(refused({ code: 'insufficient-margin', required: '6770', available: '6270' }), fixes)?.onFix()
    marginFix(refused({ code: 'more-than-removable', amount: '500', removable: '285.71' }), fixes)?.onFix()
    marginFix(refused({ code: 'insufficient-margin', required: '500', available: '0' }), fixes)?.onFix()
    expect(used).toEqual(['6270', '285.71'])
    expect(deposited).toEqual(['500'])
    expect(marginFix(refused({ code: 'more-than-removable', amount: '500', removable: '0' }), fixes)).toBeUndefined()
  })

  it('sets the nearest stop that would fire, and the nearest tick', () => {
    const typed: string[] = []
    const type = (field: string, text: string): void => void typed.push(`${field} ${text}`)
    warningFix({ code: 'stop-beyond-liquidation', stop: '95', liquidation: '95.46', nearest: '95.47' }, type, say, leg)?.onFix()
    warningFix({ code: 'stop-wrong-side', stop: '200', price: '105' }, type, say, leg)?.onFix()
    offTickFix({ code: 'price-not-on-tick', price: '140.005', tickSize: '0.01' }, { type: 'set-protection', leg, stopLoss: '140.005' }, type, say)?.onFix()
    expect(typed).toEqual(['stopLoss 95.47', 'stopLoss ', 'stopLoss 140'])
  })

  it('says what is wrong with the name of a bucket', () => {
    expect(bucketNameProblem('', [])).toBeDefined()
    expect(bucketNameProblem('two words', [])).toBeDefined()
    expect(bucketNameProblem('hedge', ['hedge'])).toBeDefined()
    expect(bucketNameProblem('hedge-2', ['hedge'])).toBeUndefined()
  })
})
