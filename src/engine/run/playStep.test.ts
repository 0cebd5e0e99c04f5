import { describe, expect, it } from 'vitest'
import { barTape, command, eventsOf, HOUR, MINUTE, MONDAY, order, pathTape, played, rulesWith, story, tierTable } from '../testing/fixtures.ts'
import { price, rate } from '../units/quantities.ts'

const noMaintenance = rulesWith({ maintenanceRate: '0' })
const strict = rulesWith({ maintenanceRate: '0', comparison: 'below' })
const eightHours = { type: 'fixed' as const, intervalMillis: 8 * HOUR, rate: rate('0.01'), price: 'mark' as const }

describe('playStep', () => {
  it('[K2] a stop at -2 % fires before a liquidation at -4 % although the bar fell 5 %', () => {
    // 1 A at 25x: margin 4, no maintenance: liquidation at 96
    const words = { tape: pathTape({ A: [100, 95] }), rules: noMaintenance, commands: [order({ leverage: '25', stopLoss: '98' })] }
    expect(story(played(words))).toEqual(['market A@isolated 1 @ 100', 'stop-loss A@isolated -1 @ 98'])
    // over a gap both are passed: decided at 95, the liquidation first
    expect(story(played({ ...words, tape: { ...words.tape, between: 'jump' } }))).toEqual(['market A@isolated 1 @ 100', 'liquidated A@isolated @ 95'])
  })

  it('[K2] events in a segment happen at their own moments and prices', () => {
    // 100 -> 90 in a minute: the stop at 98 after 12 s, the limit at 95 after 30 s, the liquidation (25x from 95: 95 - 3.8 = 91.2) after 52.8 s
    const commands = [order({ leg: 'first', stopLoss: '98' }), order({ leg: 'second', orderType: 'limit', price: '95', leverage: '25' })]
    const run = played({ tape: pathTape({ A: [100, 90] }), rules: noMaintenance, commands })
    expect(story(run)).toEqual(['market first 1 @ 100', 'resting', 'stop-loss first -1 @ 98', 'limit second 1 @ 95', 'liquidated second @ 91.2'])
    expect(run.events.filter((event) => event.tick === 1 && ['filled', 'position-liquidated'].includes(event.type)).map((event) => event.at - MONDAY)).toEqual([12_000, 30_000, 52_800])
  })

  it('[K2] several triggers at one moment: stop-losses, take-profits, then orders as placed', () => {
    const commands = [
      order({ leg: 'o', orderType: 'limit', price: '95', pool: 'cross' }),
      order({ leg: 'tp', side: 'sell', takeProfit: '95' }),
      order({ leg: 'sl', stopLoss: '95', leverage: '2' }),
    ]
    expect(story(played({ tape: pathTape({ A: [100, 90] }), rules: noMaintenance, commands })).slice(3)).toEqual(['stop-loss sl -1 @ 95', 'take-profit tp 1 @ 95', 'limit o 1 @ 95'])
  })

  it('[K1] at one moment funding comes first, then liquidations, then orders', () => {
    // A falls 100 -> 92 in 16 hours, 96 at the funding time: margin 4 is just used up there, and the stop is there too.
    const tape = pathTape({ A: [100, 92] }, { barMillis: 16 * HOUR })
    const commands = [order({ leverage: '25', stopLoss: '96' })]
    expect(story(played({ tape, rules: noMaintenance, commands }))).toEqual(['market A@isolated 1 @ 100', 'liquidated A@isolated @ 96'])
    const funded = { ...noMaintenance, funding: eightHours }
    expect(story(played({ tape, rules: funded, commands }))).toEqual(['market A@isolated 1 @ 100', 'funding isolated:A@isolated', 'liquidated A@isolated @ 96'])
    // received funding saves it, and the stop fires
    const received = { ...noMaintenance, funding: { ...eightHours, rate: rate('-0.01') } }
    expect(story(played({ tape, rules: received, commands }))).toEqual(['market A@isolated 1 @ 100', 'funding isolated:A@isolated', 'stop-loss A@isolated -1 @ 96'])
  })

  it('[K1, L4] where equality does not liquidate, an order at that very price comes first, however finely the segment is cut', () => {
    // margin 5: equity is zero at 95, which still passes; liquidated only beyond
    const commands = [order({ leverage: '20', stopLoss: '95' })]
    const coarse = played({ tape: pathTape({ A: [100, 90] }), rules: strict, commands })
    const fine = played({ tape: pathTape({ A: [100, 99, 98, 97, 96, 95, 94, 93, 92, 91, 90] }, { barMillis: MINUTE / 10 }), rules: strict, commands })
    expect(story(coarse)).toEqual(['market A@isolated 1 @ 100', 'stop-loss A@isolated -1 @ 95'])
    expect(story(fine)).toEqual(story(coarse))
    expect(story(played({ tape: pathTape({ A: [100, 95, 100] }), rules: strict, commands: [order({ leverage: '20' })] }))).toEqual(['market A@isolated 1 @ 100'])
    expect(story(played({ tape: pathTape({ A: [100, 95, 100] }), rules: noMaintenance, commands: [order({ leverage: '20' })] }))).toHaveLength(2)
  })

  it('[K1, L4] the same where the requirement jumps up at a price: the price itself is in the lower tier', () => {
    const rules = rulesWith({ tiers: { default: tierTable(['0', '0', '0', '100'], ['105', '0.5', '0', '100']) } })
    const short = order({ side: 'sell' })
    const points = Array.from({ length: 11 }, (_, i) => 100 + i)
    for (const tape of [pathTape({ A: [100, 110] }), pathTape({ A: points }, { barMillis: MINUTE / 10 })]) {
      expect(story(played({ tape, rules, commands: [{ ...short, stopLoss: price('105') }] }))).toEqual(['market A@isolated -1 @ 100', 'stop-loss A@isolated 1 @ 105'])
      expect(story(played({ tape, rules, commands: [short] }))).toEqual(['market A@isolated -1 @ 100', 'liquidated A@isolated @ 105'])
    }
  })

  it('[K1] pools that fail together are liquidated in the order in which they were opened', () => {
    const commands = [order({ leg: 'one', leverage: '25' }), order({ leg: 'two', leverage: '25' }), order({ pool: 'cross', leverage: '25' })]
    const run = played({ tape: pathTape({ A: [100, 90] }), wallet: '12', rules: noMaintenance, commands })
    // the cross pool holds 12 - 4 - 4 = 4 as well, and was there first
    expect(story(run).slice(3)).toEqual(['liquidated A@cross @ 96', 'liquidated one @ 96', 'liquidated two @ 96'])
  })

  it('[K1] commands come after everything the tick brought, and the pools are tested again', () => {
    // removing is refused (nothing free), closing half keeps the rest safe; a stop set beyond the mark fires at once
    const commands = [order({ qty: '2' }), command.protect(1, 'A@isolated', { stopLoss: '99' })]
    expect(story(played({ tape: pathTape({ A: [100, 95] }), commands }))).toEqual(['market A@isolated 2 @ 100', 'stop-loss A@isolated -2 @ 95'])
  })

  it('[K3] over a jump everything is decided at the price after it; bad debt comes from there', () => {
    const tape = pathTape({ A: [100, 80] }, { jump: Uint8Array.from([0, 1]) })
    const run = played({ tape, commands: [order(), order({ leg: 'limit', orderType: 'limit', price: '90', leverage: '5' })] })
    expect(story(run).slice(2)).toEqual(['liquidated A@isolated @ 80', 'limit limit 1 @ 80'])
    expect(eventsOf(run, 'pool-breached').map((event) => event.jumped)).toEqual([true])
    // 10 - 20
    expect(eventsOf(run, 'bad-debt-covered').map((event) => event.amount.toFixed())).toEqual(['10'])
  })

  it('[K3] funding inside a jump is paid at the price before it, at its end at the price after it', () => {
    const rules = { ...rulesWith(), funding: eightHours }
    const amounts = (hours: number) => {
      const tape = pathTape({ A: [100, 110] }, { barMillis: hours * HOUR, jump: Uint8Array.from([0, 1]) })
      return eventsOf(played({ tape, rules, commands: [order()] }), 'funding-paid').map((event) => `${(event.at - MONDAY) / HOUR} ${event.legs[0]?.amount.toFixed()}`)
    }
    expect(amounts(12)).toEqual(['8 -1'])
    expect(amounts(16)).toEqual(['8 -1', '16 -1.1'])
  })

  it('[K3] a bar opens with a jump from the close before; inside it the path liquidates without bad debt', () => {
    const gap = barTape({ A: [[100, 100, 100, 100], [85, 85, 85, 85]] })
    expect(eventsOf(played({ tape: gap, commands: [order()] }), 'bad-debt-covered').map((event) => event.amount.toFixed())).toEqual(['5'])
    const fall = barTape({ A: [[100, 100, 100, 100], [100, 100, 85, 85]] })
    const run = played({ tape: fall, rules: noMaintenance, commands: [order()] })
    expect(story(run).at(-1)).toBe('liquidated A@isolated @ 90')
    expect(eventsOf(run, 'bad-debt-covered')).toEqual([])
  })

  it('[M1] a liquidation on the way closes at the tick on the side that is reached earlier', () => {
    // margin 14.28571428571..: long 100 - 14.2857 = 85.714.. closes at 85.72, short at 114.28
    const commands = [order({ leg: 'long', leverage: '7' }), order({ leg: 'short', side: 'sell', leverage: '7' })]
    expect(story(played({ tape: pathTape({ A: [100, 80, 120] }), rules: noMaintenance, commands })).slice(2)).toEqual(['liquidated long @ 85.72', 'liquidated short @ 114.28'])
  })
})
