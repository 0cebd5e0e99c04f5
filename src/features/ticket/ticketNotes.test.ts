import { describe, expect, it } from 'vitest'
import { createFormat } from '../../ui/format/createFormat.ts'
import type { Draft, Preview, SidePreview, Warning } from './Preview.ts'
import { ticketNotes, type NoteContext } from './ticketNotes.ts'

const draft: Draft = {
  instrument: 'SOL-PERP', pool: 'isolated', leverage: '10', orderType: 'market', price: '', size: '38', sizeUnit: 'base',
  takeProfit: '', stopLoss: '', reduceOnly: false, positionSide: 'both',
}
const market = { symbol: 'SOL-PERP', base: 'SOL', quote: 'USDT', sizeUnit: 'SOL', isInverse: false, currency: 'USDT', tickSize: '0.01', qtyStep: '0.01', mark: '105' }
const context = (patch: Partial<Draft> = {}): NoteContext => ({ draft: { ...draft, ...patch }, market, format: createFormat('1,234.5') })

function side(warnings: readonly Warning[], patch: Partial<SidePreview> = {}): SidePreview {
  return {
    status: 'accepted', rejection: undefined, leg: 'SOL-PERP@isolated', rests: false, maxQty: '597.14', maxNotional: '62699.7',
    qty: '38', notional: '3990', fillPrice: '105', fee: '0', cost: '399', mostItCanLose: '399',
    liquidation: undefined, liquidationDistance: undefined, bankruptcy: undefined, bankruptcyDistance: undefined,
    change: undefined, others: [], warnings, ...patch,
  }
}

function preview(buy: readonly Warning[], sell: readonly Warning[]): Preview {
  return { tick: 120, mark: '105', buy: side(buy), sell: side(sell) }
}

const missing: Warning = { code: 'insufficient-margin', required: '7000', available: '6270', missing: '730', maxQty: '597.14', maxNotional: '62699.7' }

describe('notes of the ticket', () => {
  it('says once what is so for both sides, and names the side otherwise', () => {
    const both = ticketNotes(preview([missing], [missing]), context())
    expect(both).toHaveLength(1)
    expect(both[0]).toMatchObject({ place: 'size', tone: 'warn', text: 'Insufficient margin, need 730.00 USDT more.' })
    const one = ticketNotes(preview([], [missing]), context())
    expect(one[0]?.text).toBe('Short: insufficient margin, need 730.00 USDT more.')
  })

  it('fixes a size in the unit of the field, never upwards', () => {
    expect(ticketNotes(preview([missing], [missing]), context())[0]?.fix).toEqual({ label: 'Use 597.14\u00a0SOL', patch: { size: '597.14' } })
    expect(ticketNotes(preview([missing], [missing]), context({ sizeUnit: 'quote' }))[0]?.fix)
      .toEqual({ label: 'Use 62,699.70\u00a0USDT', patch: { size: '62699.7' } })
    const nothing = { ...missing, maxQty: '0', maxNotional: '0' }
    expect(ticketNotes(preview([nothing], [nothing]), context())[0]?.fix).toBeUndefined()
  })

  it('adds what a bucket is short of, rounded up', () => {
    const short: Warning = { ...missing, missing: '730.001' }
    expect(ticketNotes(preview([short], [short]), context({ pool: 'bucket:hedge' }))[0]).toMatchObject({
      text: 'Bucket hedge needs 730.01 USDT more.',
      fix: { label: 'Add 730.01', fund: '730.01' },
    })
  })

  it('sets a stop that would never fire one tick before the liq. price', () => {
    const beyond: Warning = { code: 'stop-beyond-liquidation', stop: '95', liquidation: '95.46', nearest: '95.47' }
    const wrong: Warning = { code: 'stop-wrong-side', stop: '95', price: '105' }
    const [note, quiet] = ticketNotes(preview([beyond], [wrong]), context({ stopLoss: '95' }))
    expect(note).toMatchObject({
      tone: 'warn',
      text: 'Stop 95.00 lies beyond the long\u2019s est. liq. price 95.46: it would never fire.',
      fix: { label: 'Set 95.47', patch: { stopLoss: '95.47' } },
    })
    expect(quiet).toMatchObject({ tone: 'info', text: 'Set for a long: on a short the stop 95.00 would fire at once.' })
  })

  it('warns when take profit and stop suit neither side', () => {
    const notes = ticketNotes(preview(
      [{ code: 'take-profit-wrong-side', takeProfit: '95', price: '105' }],
      [{ code: 'stop-wrong-side', stop: '95', price: '105' }],
    ), context())
    expect(notes.map(({ tone, text }) => [tone, text])).toEqual([
      ['warn', 'Take profit 95.00 is on the wrong side of 105.00 for a long.'],
      ['warn', 'Stop 95.00 is on the wrong side of 105.00 for a short.'],
    ])
  })

  it('says of a limit order which side rests and which fills', () => {
    const notes = ticketNotes(preview(
      [{ code: 'rests', price: '95', by: 'mark', now: '105', reserve: '361' }],
      [{ code: 'fills-at-once', price: '95', last: '105' }],
    ), context({ orderType: 'limit', price: '95' }))
    expect(notes.map(({ text }) => text)).toEqual([
      'Long: rests until the mark falls to 95.00; 361.00 is held back.',
      'Short: 95.00 is reached already, it fills at once at 105.00.',
    ])
  })

  it('lowers leverage, rounds to the tick, and says why there is no liq. price', () => {
    const limit: Warning = { code: 'leverage-above-limit', leverage: '100', limit: '50', maxQty: '10', maxNotional: '1050' }
    const tick: Warning = { code: 'price-off-tick', field: 'stopLoss', value: '95.004', nearest: '95', tickSize: '0.01' }
    const none = { liquidation: { type: 'none', reason: 'fully-collateralized' } } as const
    const notes = ticketNotes({ ...preview([], []), buy: side([limit, tick], none), sell: side([limit, tick]) }, context())
    expect(notes.map(({ place, text, fix }) => [place, text, fix && 'patch' in fix ? fix.patch : undefined])).toEqual([
      ['leverage', 'A position of this size may have at most 50x.', { leverage: '50' }],
      ['protection', '95.004 is not a multiple of the tick size 0.01.', { stopLoss: '95' }],
      ['result', 'Long: no liq. price, the margin covers a fall to 0.', undefined],
    ])
  })
})
