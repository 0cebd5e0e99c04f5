import { describe, expect, it } from 'vitest'
import { fundingPayment } from '../../margin/fundingPayment.ts'
import { maintenanceOf } from '../../margin/requirement.ts'
import { createRun } from '../../run/createRun.ts'
import { command, eventsOf, heldPosition, order, pathTape, played, setupOf, story } from '../../testing/fixtures.ts'
import { price, qty, quote, ZERO_RATE } from '../../units/quantities.ts'
import type { Rules } from '../Rules.ts'
import { hyperliquidRules } from './hyperliquidRules.ts'

/** Figures are those of the docs' formulas by hand; no fees for opening, so that they stay round. */
const rules: Rules = { ...hyperliquidRules, fees: { maker: ZERO_RATE, taker: ZERO_RATE } }
const jump = (to: number) => pathTape({ A: [100, to] }, { jump: Uint8Array.from([0, 1]) })
/** 200,000 USDC of A at 100 and 10x: margin 20,000, maintenance 5 %. */
const large = [order({ qty: '2000' })]
const cash = (run: ReturnType<typeof played>): string | undefined => run.accountAt(1).pools.get('cross')?.cash.toFixed()

describe('Hyperliquid', () => {
  it('[HL1] at exactly the maintenance margin a position stays, below it goes', () => {
    // 5x from 95: 19 - 15 = 4 = 5 % of 80
    const to = (last: number) => story(played({ tape: pathTape({ A: [95, last] }), rules, commands: [order({ leverage: '5' })] })).slice(1)
    expect(to(80)).toEqual([])
    expect(to(79.99)).toEqual(['liquidated A@isolated @ 80'])
  })

  it('[HL4] margin can be taken out down to 10 % of the value, also where the leverage asks less', () => {
    // 40x: 2.5 of 100; 12.5 after adding 10
    const after = (amount: string) => {
      const commands = [order({ instrument: 'BTC', leverage: '40' }), command.add(1, 'BTC@isolated', '10'), command.remove(2, 'BTC@isolated', amount)]
      return story(played({ tape: pathTape({ BTC: [100, 100, 100, 100] }), rules, commands })).slice(1)
    }
    expect(after('2.5')).toEqual([])
    expect(after('2.51')).toHaveLength(1)
  })

  it('[HL5] BTC: 1.25 % to 150 million, 2.5 % less 1,875,000 above it, the same from both sides', () => {
    const at = (units: string) => maintenanceOf(heldPosition({ instrument: 'BTC', qty: units, entry: '100000' }), price('100000'), hyperliquidRules).toFixed()
    // deduction(1) = 150,000,000 x (2.5 % - 1.25 %)
    expect([at('1500'), at('2000')]).toEqual(['1875000', '3125000'])
  })

  it('[HL6] above 100,000 USDC a fifth first; what fails within 30 seconds goes whole, later a fifth again; no fee, and what is left comes back', () => {
    const parts = (path: readonly number[]) => {
      const run = played({ tape: pathTape({ A: path }), rules, wallet: '20000', commands: large })
      return eventsOf(run, 'position-liquidated').map((event) => `${event.qty.toFixed()} ${event.fee.toFixed()}`)
    }
    // 20,000 + 2,000 (P - 100) = 100 P at 94.7368…: 400 go. 17,896 + 1,600 (P - 100) = 80 P at 93.489…: 11 seconds later on
    // the way to 93 in a minute, 38 seconds later on the way to 94 and then 93.
    expect(parts([100, 93])).toEqual(['400 0', '1600 0'])
    expect(parts([100, 94, 93])).toEqual(['400 0', '320 0'])
    const small = played({ tape: pathTape({ A: [100, 94] }), rules, wallet: '5000', commands: [order({ qty: '500' })] })
    expect(eventsOf(small, 'position-liquidated').map((event) => event.qty.toFixed())).toEqual(['500'])
    // 5,000 - 500 x (100 - 94.74)
    expect(cash(small)).toBe('2370')
  })

  it('[HL7] below two thirds of maintenance the backstop takes position and margin', () => {
    // 4,000 left, 9,200 required: below 6,133.33
    const run = played({ tape: jump(92), rules, wallet: '20000', commands: large })
    expect(eventsOf(run, 'pool-breached').map((event) => event.backstop)).toEqual([true])
    expect(eventsOf(run, 'residual-forfeited').map((event) => event.amount.toFixed())).toEqual(['4000'])
    expect(cash(run)).toBe('0')
    // 6,200 left at 93.1, 9,310 required: just below two thirds, 6,206.67; 93.11: 6,220 against 6,207.33 is not
    expect(eventsOf(played({ tape: jump(93.1), rules, wallet: '20000', commands: large }), 'pool-breached')[0]?.backstop).toBe(true)
    expect(eventsOf(played({ tape: jump(93.11), rules, wallet: '20000', commands: large }), 'pool-breached')[0]?.backstop).toBeUndefined()
  })

  it('[HL8] deleverages by entry / mark x value / account value of the shorts', () => {
    const short = (id: string, entry: string, margin: string) => ({ id, instrument: 'A', qty: qty('-2000'), entryPrice: price(entry), margin: quote(margin) })
    const run = createRun({ ...setupOf({ tape: jump(88), rules, wallet: '20000', commands: large }), population: [short('calm', '110', '22000'), short('daring', '100', '5000')] }, 'as-set')
    run.advanceTo(1)
    // at 88: 110/88 x 176,000/66,000 = 3.33; 100/88 x 176,000/29,000 = 6.90. The loss of 4,000 is 2 a unit from the bankruptcy price of 90.
    expect(eventsOf(run, 'deleveraged').map((event) => `${event.counterparty} ${event.rank} ${event.score.toFixed(2)} @ ${event.price.toFixed()}: ${event.amount.toFixed()}`)).toEqual(['daring 1 6.90 @ 90: 4000'])
  })

  it('[HL9] an eighth of (premium less at most 0.05 %) an hour on the oracle price, at most 4 %', () => {
    const paid = (mark: string, index: string) => {
      const marks = new Map([['A', price(mark)], ['A#index', price(index)]])
      return fundingPayment(heldPosition({ qty: '1', entry: '100' }), hyperliquidRules.funding, marks)?.amount.toFixed()
    }
    // 0.01 % of interest alone; 1 % - 0.05 % = 0.95 % (the docs' example) an eighth of it; 50 % is more than the cap
    expect([paid('100', '100'), paid('101', '100'), paid('150', '100'), paid('99', '100')]).toEqual(['-0.00125', '-0.11875', '-4', '0.11875'])
  })
})
