import { describe, expect, it } from 'vitest'
import { fundingPayment } from '../../margin/fundingPayment.ts'
import { createRun } from '../../run/createRun.ts'
import { eventsOf, flatTable, heldPosition, instrument, order, pathTape, played, setupOf } from '../../testing/fixtures.ts'
import { price, qty, quote, rate, ZERO_RATE } from '../../units/quantities.ts'
import type { Rules } from '../Rules.ts'
import { dydxV4Rules } from './dydxV4Rules.ts'

const rules: Rules = { ...dydxV4Rules, fees: { maker: ZERO_RATE, taker: ZERO_RATE } }
const jump = (from: number, to: number) => pathTape({ A: [from, to] }, { jump: Uint8Array.from([0, 1]) })

describe('dYdX v4', () => {
  it('[DX5] on mainnet the price slides by 1.5 x the maintenance rate', () => {
    const run = played({ tape: jump(100, 94), rules, wallet: '1000', commands: [order({ pool: 'cross', qty: '100' })] })
    // 400 left of 470 required: 94 x (1 - (1 - 400/470) x 1.5 x 5 %) = 92.95
    expect(eventsOf(run, 'position-liquidated')[0]?.price.toFixed()).toBe('92.95')
  })

  it('[DX7] a tenth of the position, the rest a second later', () => {
    // 1,000 + 100 (P - 100) < 5 P below 94.7368…
    const run = played({ tape: pathTape({ A: [100, 94.7] }), rules, wallet: '1000', commands: [order({ pool: 'cross', qty: '100' })] })
    expect(eventsOf(run, 'position-liquidated')[0]?.qty.toFixed()).toBe('10')
    const [cooling] = eventsOf(run, 'pool-cooling')
    expect((cooling?.until ?? 0) - (cooling?.at ?? 0)).toBe(1000)
  })

  it('[DX9] the fee is a share of the value filled (0.1 BTC, quote -5,100, at 56,100: 28.05), and never more than is left', () => {
    // TestGetLiquidationInsuranceFundDelta of the chain: 0.5 % of 5,610. Bought at 60,000 with 900: quote 900 - 6,000.
    const { liquidation } = rules
    const taking = (feeRate: string, to: number) => {
      const asTested: Rules = { ...rules, tiers: { default: flatTable('0.1', '10') }, liquidation: { ...liquidation, feeRate: rate(feeRate), partial: { type: 'whole' }, orderPrice: { type: 'mark', slippage: ZERO_RATE } } }
      const run = played({ tape: jump(60_000, to), rules: asTested, wallet: '900', commands: [order({ pool: 'cross', qty: '0.1' })] })
      return [eventsOf(run, 'position-liquidated')[0]?.fee.toFixed(), run.accountAt(1).pools.get('cross')?.cash.toFixed()]
    }
    expect(taking('0.005', 56_100)).toEqual(['28.05', '481.95'])
    // at 51,100 only 10 are left of a fee of 25.55
    expect(taking('0.005', 51_100)).toEqual(['10', '0'])
  })

  it('[DX10] an eighth of the premium an hour on the oracle price, at most 1.5 %', () => {
    const paid = (mark: string) => fundingPayment(heldPosition({ qty: '1', entry: '100' }), dydxV4Rules.funding, new Map([['A', price(mark)], ['A#index', price('100')]]))?.amount.toFixed()
    expect([paid('101'), paid('100'), paid('120'), paid('80')]).toEqual(['-0.125', undefined, '-1.5', '1.5'])
  })

  it('[DX11] docs: A long 500 from 1 with 100 is bankrupt at 0.8; B, short 500, is deleveraged there', () => {
    const setup = setupOf({ tape: jump(1, 0.75), rules, wallet: '100', instruments: [instrument('A', { tickSize: '0.001' })], commands: [order({ pool: 'cross', qty: '500' })] })
    const run = createRun({ ...setup, population: [{ id: 'B', instrument: 'A', qty: qty('-500'), entryPrice: price('1'), margin: quote('100') }] }, 'as-set')
    run.advanceTo(1)
    const [event] = eventsOf(run, 'deleveraged')
    expect([event?.counterparty, event?.qty.toFixed(), event?.price.toFixed()]).toEqual(['B', '-500', '0.8'])
    // B realises 500 x (1 - 0.8)
    expect(event?.realizedPnl.toFixed()).toBe('100')
  })
})
