import { describe, expect, it } from 'vitest'
import { createFormat } from '../../../ui/format/createFormat.ts'
import type { EditWarning } from '../edit/Edit.ts'
import { commandNames, commandWords, type ScenarioCommand, type ScenarioCommandOf } from './commandWords.ts'
import { createSay } from './createSay.ts'
import { eventWords } from './eventWords.ts'
import type { Refusal } from './Refusal.ts'
import { rejectionWords } from './rejectionWords.ts'
import { warningWords } from './warningWords.ts'
import { eventSamples } from './testing/eventSamples.ts'

const instruments = [
  { symbol: 'BTC-PERP', base: 'BTC', tickSize: '0.01', qtyStep: '0.0001' },
  { symbol: 'SOL-PERP', base: 'SOL', tickSize: '0.01', qtyStep: '0.01' },
]
const legs = new Map([['SOL-PERP@isolated', 'SOL-PERP'], ['BTC-PERP@cross', 'BTC-PERP'], ['BTC-PERP@bucket:hedge', 'BTC-PERP']])
const say = createSay(createFormat('1,234.5'), instruments, legs)

const leg = 'SOL-PERP@isolated'
const pool = 'cross'

/** One of every code: a new code does not compile until it stands here, and fails until it has words. */
const refusals: { readonly [Code in Refusal['code']]: Extract<Refusal, { code: Code }> } = {
  'insufficient-margin': { code: 'insufficient-margin', required: '6770', available: '6270' },
  'leverage-above-limit': { code: 'leverage-above-limit', leverage: '25', limit: '20' },
  'leverage-below-one': { code: 'leverage-below-one', leverage: '0.5' },
  'liquidated-on-fill': { code: 'liquidated-on-fill', equity: '90', maintenance: '100' },
  'no-position': { code: 'no-position', leg },
  'nothing-to-reduce': { code: 'nothing-to-reduce', leg },
  'unknown-instrument': { code: 'unknown-instrument', instrument: 'XYZ-PERP' },
  'collateral-only': { code: 'collateral-only', instrument: 'ETH' },
  'other-currency': { code: 'other-currency', instrument: 'ETHUSD', currency: 'ETH', account: 'BTC' },
  'unknown-order': { code: 'unknown-order', orderId: 'c7' },
  'duplicate-order': { code: 'duplicate-order', orderId: 'c7' },
  'price-required': { code: 'price-required' },
  'limit-price-required': { code: 'limit-price-required' },
  'callback-required': { code: 'callback-required' },
  'callback-out-of-range': { code: 'callback-out-of-range', callback: '1.5' },
  'price-not-on-tick': { code: 'price-not-on-tick', price: '95.123', tickSize: '0.01' },
  'price-not-positive': { code: 'price-not-positive', price: '0' },
  'quantity-below-step': { code: 'quantity-below-step', qty: '0', step: '0.01' },
  'quantity-zero': { code: 'quantity-zero' },
  'amount-not-positive': { code: 'amount-not-positive', amount: '0' },
  'more-than-removable': { code: 'more-than-removable', amount: '500', removable: '285.714285714285' },
  'shared-by-walls': { code: 'shared-by-walls', pool },
  'same-pool': { code: 'same-pool', pool },
  'position-exists-in-pool': { code: 'position-exists-in-pool', leg, pool: 'bucket:hedge' },
  'leg-in-other-instrument': { code: 'leg-in-other-instrument', leg, instrument: 'BTC-PERP' },
  'walls-are-fixed': { code: 'walls-are-fixed' },
  'wrong-side': { code: 'wrong-side', leg },
}

const warnings: { readonly [Code in EditWarning['code']]: Extract<EditWarning, { code: Code }> } = {
  'stop-beyond-liquidation': { code: 'stop-beyond-liquidation', stop: '95', liquidation: '95.46', nearest: '95.47' },
  'liquidated-on-fill': { code: 'liquidated-on-fill', equity: '90', maintenance: '100', maxQty: '1', maxNotional: '100' },
  'insufficient-margin': { code: 'insufficient-margin', required: '200', available: '100', missing: '100', maxQty: '1', maxNotional: '100' },
  'leverage-above-limit': { code: 'leverage-above-limit', leverage: '25', limit: '20', maxQty: '1', maxNotional: '100' },
  'take-profit-wrong-side': { code: 'take-profit-wrong-side', takeProfit: '90', price: '100' },
  'stop-wrong-side': { code: 'stop-wrong-side', stop: '110', price: '100' },
  'fills-at-once': { code: 'fills-at-once', price: '110', last: '100' },
  trails: { code: 'trails', price: '90', by: 'mark', activation: undefined },
  rests: { code: 'rests', price: '90', by: 'mark', now: '100', reserve: '10' },
  'price-off-tick': { code: 'price-off-tick', field: 'stopLoss', value: '95.123', nearest: '95.12', tickSize: '0.01' },
  'position-leverage-stays': { code: 'position-leverage-stays', leverage: '10' },
}

const at = { id: 'c1', tick: 3 }
const commands: { readonly [Type in ScenarioCommand['type']]: ScenarioCommandOf<Type> } = {
  'place-order': { ...at, type: 'place-order', leg, instrument: 'SOL-PERP', pool: 'isolated', side: 'buy', qty: '10', leverage: '20' },
  'cancel-order': { ...at, type: 'cancel-order', orderId: 'c7' },
  'close-position': { ...at, type: 'close-position', leg, share: '0.25' },
  'reverse-position': { ...at, type: 'reverse-position', leg },
  'set-leverage': { ...at, type: 'set-leverage', leg, leverage: '5' },
  'add-margin': { ...at, type: 'add-margin', leg, amount: '500' },
  'remove-margin': { ...at, type: 'remove-margin', bucket: 'hedge', amount: '500' },
  'set-auto-margin': { ...at, type: 'set-auto-margin', leg, on: true, upTo: '500' },
  'move-position': { ...at, type: 'move-position', leg, to: 'cross' },
  'set-protection': { ...at, type: 'set-protection', leg, stopLoss: '95' },
  deposit: { ...at, type: 'deposit', amount: '1000' },
  withdraw: { ...at, type: 'withdraw', amount: '1000' },
}

const isSentence = (text: string): void => {
  expect(text.length).toBeGreaterThan(8)
  expect(text).not.toMatch(/undefined|NaN|null|\[object|%s|bucket:|isolated:/)
}

describe('words', () => {
  it.each(Object.values(refusals))('says why: $code', (reason) => {
    isSentence(rejectionWords(reason, say))
    expect(rejectionWords(reason, say)).toMatch(/^[A-Z0-9].*\.$/)
  })

  it('names what is missing, rounded up, and what there is, rounded down', () => {
    expect(rejectionWords(refusals['insufficient-margin'], say)).toBe('500.00 more is needed: it takes 6,770.00, and 6,270.00 is available.')
    expect(rejectionWords(refusals['more-than-removable'], say)).toBe('214.29 too much: at most 285.71 can be taken out now.')
  })

  it.each(Object.values(warnings))('warns: $code', (warning) => {
    isSentence(warningWords(warning, say, leg))
  })

  it.each(Object.values(commands))('says a command: $type', (command) => {
    isSentence(commandWords(command, say))
    expect(commandNames[command.type]).toBeTruthy()
  })

  it.each(Object.values(eventSamples))('says an event: $type', (event) => {
    const said = eventWords(event, say)
    expect(said.name).toMatch(/^[A-Z]/)
    isSentence(said.detail)
  })

  it('tells opening, adding, reducing and closing fills apart', () => {
    const filled = (qty: string, qtyAfter: string): string => eventWords({ ...eventSamples.filled, qty, qtyAfter }, say).name
    expect([filled('10', '10'), filled('5', '15'), filled('-5', '10'), filled('-10', '0')]).toEqual(['Opened', 'Added', 'Reduced', 'Closed'])
  })

  it('names a leg by its base, and by its pool where an instrument is held twice', () => {
    expect(say.leg('SOL-PERP@isolated')).toBe('SOL')
    expect(say.leg('BTC-PERP@cross')).toBe('BTC (cross)')
    expect(say.leg('BTC-PERP@bucket:hedge')).toBe('BTC (hedge)')
    expect(say.pool('isolated:SOL-PERP@isolated')).toBe('SOL’s own wall')
  })

  it('names the side in hedge mode where both are held', () => {
    const hedged = ['SOL-PERP@cross:long', 'SOL-PERP@cross:short', 'SOL-PERP@isolated:long']
    const hedge = createSay(createFormat('1,234.5'), instruments, new Map(hedged.map((each) => [each, 'SOL-PERP'])))
    expect(hedged.map(hedge.leg)).toEqual(['SOL (cross, long)', 'SOL (short)', 'SOL (isolated)'])
  })
})
