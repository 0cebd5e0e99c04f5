import { describe, expect, it } from 'vitest'
import { rankCounterparties } from '../../ledger/rankCounterparties.ts'
import { eventsOf, HOUR, instrument, order, pathTape, played } from '../../testing/fixtures.ts'
import { price, qty, quote } from '../../units/quantities.ts'
import { bybitClassicRules } from './bybitClassicRules.ts'

describe('Bybit procedure', () => {
  it('[BY7] at the lowest risk limit the position is taken over at its bankruptcy price and the fund keeps what the market gives more', () => {
    const tape = pathTape({ BTCUSDT: [20_000, 20_000, 19_600] })
    const run = played({ tape, wallet: '10000', rules: bybitClassicRules, commands: [order({ instrument: 'BTCUSDT', qty: '1', leverage: '50' })] })
    // margin 400, maintenance on entry 100: 19,700; bankrupt at 19,600 but for the taker fee of 0.055 %, which the price leaves room for
    const [breach] = eventsOf(run, 'pool-breached')
    expect(breach?.legs[0]?.mark.toFixed()).toBe('19700')
    const [taken] = eventsOf(run, 'position-liquidated')
    // the part of the price below the mark plus the fee is all the equity of 100
    expect(quote('19700').minus(taken?.price ?? 0).plus(taken?.fee ?? 0).toFixed()).toBe('100')
    expect(taken?.feeTo).toBe('venue')
    const [settled] = eventsOf(run, 'fund-settled')
    expect(settled?.amount.toFixed()).toBe(quote('19700').minus(taken?.price ?? 0).toFixed())
  })

  it('[BY7] above it the position is first reduced to the next lower risk limit', () => {
    const tape = pathTape({ BTCUSDT: [60_000, 60_000, 59_110.8] })
    const run = played({ tape, wallet: '1000000', rules: bybitClassicRules, commands: [order({ instrument: 'BTCUSDT', qty: '45', leverage: '50' })] })
    // margin 54,000, maintenance 2,700,000 x 0.63 % - 3,020 = 13,990: 58,800 + 310.888… = 59,110.888…
    // 2,700,000 at entry is in the third tier; the cap of the second is 2,600,000: 2,600,000 / 60,000 = 43.333…, the closed part in steps upwards
    const [part] = eventsOf(run, 'position-liquidated')
    expect(part?.qty.toFixed()).toBe('1.66666667')
    expect(part?.rest?.entryNotional.toFixed()).toBe('2599999.9998')
  })

  it('[BY7] deleveraging: PnL % times effective leverage, of losers PnL % divided by it', () => {
    const counterparty = (id: string, entry: string, margin: string) => ({ id, instrument: 'A', qty: qty('-1'), entryPrice: price(entry), margin: quote(margin) })
    const line = rankCounterparties(
      { deleveraged: new Map() },
      { population: [counterparty('loser', '90', '20'), counterparty('calm', '125', '75'), counterparty('bold', '125', '25')], instrument: instrument('A'), side: 'short', mark: price('100'), ranking: 'profit-times-leverage' },
    )
    // bold: 20 % x 100 / 50 = 0.4; calm: 20 % x 100 / 100 = 0.2; loser: -11.1 % / (100 / 10) = -0.0111
    expect(line.map(({ counterparty: { id }, score }) => [id, score.toFixed(4)])).toEqual([['bold', '0.4000'], ['calm', '0.2000'], ['loser', '-0.0111']])
    expect(bybitClassicRules.deleveraging).toEqual({ type: 'ranked', ranking: 'profit-times-leverage' })
  })

  it('[BY6] without an index funding is the interest of 0.01 %, every 8 hours', () => {
    const tape = pathTape({ BTCUSDT: [60_000, 60_000, 60_000] }, { barMillis: 8 * HOUR })
    const run = played({ tape, wallet: '100000', rules: bybitClassicRules, commands: [order({ instrument: 'BTCUSDT', qty: '1' })] })
    expect(eventsOf(run, 'funding-paid').map(({ rate, legs }) => [rate.toFixed(), legs[0]?.amount.toFixed()])).toEqual([['0.0001', '-6'], ['0.0001', '-6']])
  })
})
