import { describe, expect, it } from 'vitest'
import { eventsOf, HOUR, instrument, order, pathTape, played } from '../../testing/fixtures.ts'
import { qty } from '../../units/quantities.ts'
import { okxRules } from './okxRules.ts'

const SYMBOL = 'BTC-USDT-SWAP'
const instruments = [{ ...instrument(SYMBOL), contractSize: qty('0.01') }]

describe('OKX procedure', () => {
  it('[OK6] from tier 3 the position is reduced by two tiers, taken over at the price that leaves nothing', () => {
    const tape = pathTape({ [SYMBOL]: [60_000, 60_000, 59_270] })
    const run = played({ tape, instruments, wallet: '1000000', rules: okxRules, commands: [order({ instrument: SYMBOL, qty: '60', leverage: '50' })] })
    // 6,000 contracts, 0.75 % and 0.05 %: (60,000 - 1,200) / (1 - 0.008) = 59,274.193…
    const [breach] = eventsOf(run, 'pool-breached')
    expect(breach?.legs[0]?.mark.toFixed()).toBe('59274.19')
    const [part] = eventsOf(run, 'position-liquidated')
    // down to the cap of tier 1: 1,000 contracts are 10 BTC
    expect(part?.qty.toFixed()).toBe('50')
    expect(part?.rest?.qty.toFixed()).toBe('10')
    expect(part?.feeTo).toBe('venue')
  })

  it('[OK6] in tiers 1 and 2 all of it is taken over', () => {
    const tape = pathTape({ [SYMBOL]: [60_000, 60_000, 59_000] })
    const run = played({ tape, instruments, wallet: '1000000', rules: okxRules, commands: [order({ instrument: SYMBOL, qty: '20', leverage: '50' })] })
    // 2,000 contracts, 0.5 % and 0.05 %: 58,800 / 0.9945 = 59,125.188…
    expect(eventsOf(run, 'pool-breached')[0]?.legs[0]?.mark.toFixed()).toBe('59125.19')
    const parts = eventsOf(run, 'position-liquidated')
    expect(parts.map((each) => each.qty.toFixed())).toEqual(['20'])
    // what the market gives above the take-over goes to the fund of the contract, the fee to OKX: together all of the equity, 20 x (59,125.19 - 58,800)
    const fund = eventsOf(run, 'fund-settled')[0]?.amount
    expect(fund?.plus(parts[0]?.fee ?? 0).toFixed()).toBe('6503.8')
  })

  it('[OK7] without an index funding is the interest of 0.01 %, every 8 hours', () => {
    const tape = pathTape({ [SYMBOL]: [60_000, 60_000, 60_000] }, { barMillis: 8 * HOUR })
    const run = played({ tape, instruments, wallet: '100000', rules: okxRules, commands: [order({ instrument: SYMBOL, qty: '1' })] })
    expect(eventsOf(run, 'funding-paid').map(({ rate, legs }) => [rate.toFixed(), legs[0]?.amount.toFixed()])).toEqual([['0.0001', '-6'], ['0.0001', '-6']])
  })
})
