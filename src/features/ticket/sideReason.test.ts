import { describe, expect, it } from 'vitest'
import { createFormat } from '../../ui/format/createFormat.ts'
import type { Draft, Preview, Rejection, SidePreview } from './Preview.ts'
import { sideReason } from './sideReason.ts'

const draft: Draft = {
  instrument: 'SOL-PERP', pool: 'isolated', leverage: '10', orderType: 'limit', price: '95', size: '38', sizeUnit: 'base',
  takeProfit: '', stopLoss: '', reduceOnly: false, positionSide: 'both',
}
const market = { symbol: 'SOL-PERP', base: 'SOL', quote: 'USDT', sizeUnit: 'SOL', isInverse: false, currency: 'USDT', tickSize: '0.01', qtyStep: '0.01', mark: '105' }

function reason(patch: Partial<Draft>, rejection?: Rejection, hasErrors = false): string | undefined {
  const side = { status: rejection === undefined ? 'accepted' : 'refused', rejection } as SidePreview
  const preview = { tick: 0, mark: '105', buy: side, sell: side } satisfies Preview
  return sideReason(preview, 'buy', { draft: { ...draft, ...patch }, market, format: createFormat('1,234.5'), hasErrors })
}

describe('why a side cannot be placed', () => {
  it('asks first for what is missing', () => {
    expect(reason({})).toBeUndefined()
    expect(reason({}, undefined, true)).toBe('correct the marked field')
    expect(reason({ price: '', size: '' })).toBe('type a price')
    expect(reason({ size: '' })).toBe('type a size')
    expect(reason({ size: '0' })).toBe('the size is 0')
    expect(reason({ size: '', orderType: 'market' })).toBe('type a size')
  })

  it('gives the numbers of a refusal', () => {
    expect(reason({}, { code: 'insufficient-margin', required: '520.001', available: '400' })).toBe('need 120.01 USDT more')
    expect(reason({}, { code: 'leverage-above-limit', leverage: '100', limit: '50' })).toBe('at most 50x at this size')
    expect(reason({}, { code: 'nothing-to-reduce', leg: 'x' })).toBe('nothing to reduce')
  })
})
