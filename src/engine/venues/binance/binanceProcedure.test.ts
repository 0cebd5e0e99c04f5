import { describe, expect, it } from 'vitest'
import { rankCounterparties } from '../../ledger/rankCounterparties.ts'
import { eventsOf, HOUR, instrument, order, pathTape, played } from '../../testing/fixtures.ts'
import { Decimal } from '../../units/decimal.ts'
import { price, qty, quote } from '../../units/quantities.ts'
import { binanceUsdMRules } from './binanceUsdMRules.ts'

describe('Binance procedure', () => {
  it('[BN7] a position in the fifth bracket is reduced to the fourth, pays 1 % on that part, and stays when it is compliant', () => {
    const tape = pathTape({ BTCUSDT: [60_000, 60_000, 57_800] })
    const run = played({ tape, wallet: '10000000', rules: binanceUsdMRules, commands: [order({ instrument: 'BTCUSDT', qty: '400', leverage: '20' })] })
    // 24,000,000 at 20x: 400 P - 24,000,000 + 1,200,000 = 400 P x 2 % - 131,450  ->  P = 22,668,550 / 392 = 57,827.93…, up to 57,827.94
    const [part, ...more] = eventsOf(run, 'position-liquidated')
    expect(part?.price.toFixed()).toBe('57827.94')
    // down to 12,000,000 at the mark of 57,827.93, the cap of the fourth: 207.51218…, the closed part in steps of 1e-8 upwards
    const mark = eventsOf(run, 'pool-breached')[0]?.legs[0]?.mark ?? '0'
    const left = part?.rest?.qty
    expect(left?.times(mark).lte('12000000')).toBe(true)
    expect(left?.plus('0.00000001').times(mark).gt('12000000')).toBe(true)
    expect(part?.fee.toFixed()).toBe(part?.qty.times('57827.94').times('0.01').toDecimalPlaces(12).toFixed())
    // equity 1,200,000 - 400 x 2,172.06 - 1 % of 11,131,176 = 219,864 against 1 % of 12,000,000 - 11,450 = 108,550
    expect(more).toEqual([])
  })

  it('[BN7] where the fee takes all that is left, the rest is closed at once and the fee is what there was', () => {
    const tape = pathTape({ BTCUSDT: [60_000, 60_000, 58_000] })
    const run = played({ tape, wallet: '1000000', rules: binanceUsdMRules, commands: [order({ instrument: 'BTCUSDT', qty: '10', leverage: '50' })] })
    // 588,050 / 9.95 … second bracket: (600,000 - 12,000 - 50) / (10 x 0.995) = 59,090.45…, up to .46; equity 12,000 - 10 x 909.54 = 2,904.6 < 1 % of 540,904.6
    const parts = eventsOf(run, 'position-liquidated')
    expect(parts.map((each) => each.price.toFixed())).toEqual(['59090.46', '59090.46'])
    expect(parts.reduce((sum, { fee }) => sum.plus(fee), new Decimal(0)).toFixed()).toBe('2904.6')
    expect(run.accountAt(2).counterparties.insuranceFund.toFixed()).toBe('2904.6')
  })

  it('[BN8] deleveraging asks the highest PnL on its margin times leverage first', () => {
    const counterparty = (id: string, margin: string) => ({ id, instrument: 'A', qty: qty('1'), entryPrice: price('100'), margin: quote(margin) })
    const line = rankCounterparties(
      { deleveraged: new Map() },
      { population: [counterparty('calm', '50'), counterparty('bold', '10')], instrument: instrument('A'), side: 'long', mark: price('110'), ranking: 'leveraged-profit' },
    )
    // bold: 10 / 10 x 110 / 20 = 5.5; calm: 10 / 50 x 110 / 60 = 0.3666…
    expect(line.map(({ counterparty: { id }, score }) => [id, score.toFixed(4)])).toEqual([['bold', '5.5000'], ['calm', '0.3667']])
    expect(binanceUsdMRules.deleveraging).toEqual({ type: 'ranked', ranking: 'leveraged-profit' })
  })

  it('[BN9] without an index funding is the interest of 0.01 %, every 8 hours', () => {
    const tape = pathTape({ BTCUSDT: [60_000, 60_000, 60_000] }, { barMillis: 8 * HOUR })
    const run = played({ tape, wallet: '100000', rules: binanceUsdMRules, commands: [order({ instrument: 'BTCUSDT', qty: '1' })] })
    const paid = eventsOf(run, 'funding-paid')
    // 60,000 x 0.0001 at each of the two later points
    expect(paid.map(({ rate, legs }) => [rate.toFixed(), legs[0]?.amount.toFixed()])).toEqual([['0.0001', '-6'], ['0.0001', '-6']])
  })
})
