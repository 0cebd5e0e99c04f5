import { describe, expect, it } from 'vitest'
import type { Counterparty } from '../../ledger/Counterparty.ts'
import { rankCounterparties } from '../../ledger/rankCounterparties.ts'
import { fundingPayment } from '../../margin/fundingPayment.ts'
import { createRun } from '../../run/createRun.ts'
import { eventsOf, heldPosition, instrument, order, pathTape, played, setupOf, story } from '../../testing/fixtures.ts'
import { price, qty, quote, rate } from '../../units/quantities.ts'
import { bitmexInverseRules } from './bitmexInverseRules.ts'
import { bitmexRules } from './bitmexRules.ts'

/** 20 longs from 500, told apart by the margin of a unit: the less of it, the higher the leverage and the rank. */
function long(id: string, size: string, marginOfOne: string): Counterparty {
  return { id, instrument: 'A', qty: qty(size), entryPrice: price('500'), margin: quote(marginOfOne).times(size) as Counterparty['margin'] }
}

/** The six longs of the Auto-Deleveraging examples: quantities 10, 10, 20, 30, 20, 10, ranks 3, 6, 1, 4, 5, 2. */
const SIX = [long('1', '10', '200'), long('2', '10', '50'), long('3', '20', '300'), long('4', '30', '150'), long('5', '20', '100'), long('6', '10', '250')]

describe('BitMEX procedure', () => {
  it('[BX4] the mark decides, not the last trade', () => {
    const tape = pathTape({ ETHUSDT: [1000, 1000, 1000] })
    const last = { instrument: 'ETHUSDT', kind: 'last' as const, close: Float64Array.of(1000, 500, 1000) }
    const run = played({ tape: { ...tape, series: [...tape.series, last] }, instruments: [instrument('ETHUSDT')], rules: bitmexRules, commands: [order({ instrument: 'ETHUSDT', leverage: '50' })] })
    expect(story(run)).toEqual(['market ETHUSDT@isolated 1 @ 1000'])
  })

  it('[BX4] in a cross account the largest loss goes first, and the rest where its own maintenance is not left', () => {
    const tape = pathTape({ ETHUSDT: [1000, 880], SOLUSDT: [100, 100] })
    const commands = [order({ pool: 'cross', instrument: 'SOLUSDT', qty: '10', leverage: '50' }), order({ pool: 'cross', instrument: 'ETHUSDT', leverage: '50' })]
    // fees 0.75 + 0.75; 118.5 + P - 1,000 = 10 + 10 at P = 901.5. Take-over leaves nothing of ETHUSDT's 10, so SOLUSDT has exactly its 10.
    const closed = (wallet: string) => eventsOf(played({ tape, wallet, rules: bitmexRules, commands }), 'position-liquidated').map((event) => event.leg)
    expect(closed('120')).toEqual(['ETHUSDT@cross', 'SOLUSDT@cross'])
    expect(closed('150')).toEqual([])
  })

  it('[BX6] above the lowest step the position is first brought below the next lower limit', () => {
    const coin = instrument('WLDUSDT', { tickSize: '0.0001', qtyStep: '1' })
    // 60,000 at 1: second step, 2 %. Margin 60,000 / 33.33 = 1,800.18 less 1,200: a fall of 600.18 / 60,000 to 0.989997
    const run = played({ tape: pathTape({ WLDUSDT: [1, 0.9895] }), rules: bitmexRules, instruments: [coin], commands: [order({ instrument: 'WLDUSDT', qty: '60000', leverage: '33.33' })] })
    const [part] = eventsOf(run, 'position-liquidated')
    // "< 40,000": 20,000 would leave exactly the limit
    expect(part?.qty.toFixed()).toBe('20001')
    expect([...run.accountAt(1).positions.values()].map((position) => position.qty.toFixed())).toEqual(['39999'])
  })

  it('[BX7] ranks by PnL % x effective leverage, losers by PnL % / effective leverage', () => {
    const loser = { id: 'loser', instrument: 'A', qty: qty('1'), entryPrice: price('800'), margin: quote('170') }
    const line = rankCounterparties({ deleveraged: new Map() }, { population: [loser, ...SIX], instrument: instrument('A'), side: 'long', mark: price('700'), ranking: 'profit-times-leverage' })
    // '2': 40 % x 700 / 250; loser: -12.5 % / (700 / 70)
    expect(line.map(({ counterparty: { id } }) => id)).toEqual(['2', '5', '4', '1', '6', '3', 'loser'])
    expect([line[0]?.score.toFixed(), line.at(-1)?.score.toFixed()]).toEqual(['1.12', '-0.0125'])
  })

  it('[BX5, BX7] a short of 20 bankrupt at 650: account 2 loses all of its 10, account 5 10 of its 20, both at 650', () => {
    const tape = pathTape({ A: [600, 700] }, { between: 'jump' })
    // margin 50 a unit: leverage 12
    const setup = { ...setupOf({ tape, rules: bitmexRules, commands: [order({ side: 'sell', qty: '20', leverage: '12' })] }), population: SIX }
    const run = createRun(setup, 'as-set')
    run.advanceTo(1)
    expect(eventsOf(run, 'deleveraged').map((event) => [event.counterparty, event.qty.toFixed(), event.price.toFixed(), event.amount.toFixed()])).toEqual([
      ['2', '10', '650', '500'],
      ['5', '10', '650', '500'],
    ])
    expect(eventsOf(run, 'shortfall')).toEqual([])
  })

  it('[BX8] 15,000 XBTUSD long at 750 pay 20 XBT x 0.25 % = 0.05 XBT', () => {
    const { funding } = bitmexInverseRules
    if (funding.type !== 'premium') throw new Error('the rate follows the premium')
    // 0.25 % = 0.3 % + clamp(0.01 % - 0.3 %, 0.05 %)
    const paid = fundingPayment(heldPosition({ instrument: 'XBTUSD', type: 'inverse', qty: '15000', entry: '750' }), { ...funding, premium: rate('0.003') }, new Map([['XBTUSD', price('750')]]))
    expect([paid?.rate.toFixed(), paid?.amount.toFixed()]).toEqual(['0.0025', '-0.05'])
    expect(funding.intervalMillis).toBe(8 * 3_600_000)
  })
})
