import { describe, expect, it } from 'vitest'
import { eventsOf, instrument, MONDAY, order, pathTape, played, rulesWith, story, tierTable } from '../testing/fixtures.ts'
import { conservationBreaches } from '../testing/promises.ts'
import { quote, rate } from '../units/quantities.ts'
import type { LiquidationRules, PartialLiquidation, Rules } from '../venues/Rules.ts'

function rules(partial: PartialLiquidation, change: Partial<LiquidationRules> = {}, more: Partial<Rules> = {}): Rules {
  const plain = { ...rulesWith({ maintenanceRate: '0.05' }), ...more }
  return { ...plain, liquidation: { ...plain.liquidation, partial, ...change } }
}

const instruments = [instrument('A', { qtyStep: '0.001' })]
/** A long of 10 at 100 with 100 of margin. */
const long = { instruments, commands: [order({ qty: '10' })] }
const jumpTo = (...prices: readonly number[]) => pathTape({ A: [100, ...prices] }, { jump: Uint8Array.from([0, 1, ...prices.slice(1).map(() => 0)]) })

const share = (cooldownMillis: number, above = '0', part = '0.2'): PartialLiquidation => ({ type: 'share', share: rate(part), above: quote(above), cooldownMillis })
function shortage(change: Partial<Extract<PartialLiquidation, { type: 'shortage' }>> = {}): PartialLiquidation {
  return { type: 'shortage', buffer: rate('0.2'), initialShare: rate('1'), fullAfterMillis: 0, fullBelow: quote('0'), cooldownMillis: 0, ...change }
}

/** Parts as `seconds quantity @ price`. */
function parts(run: ReturnType<typeof played>): readonly string[] {
  return eventsOf(run, 'position-liquidated').map((event) => `${(event.at - MONDAY) / 1000} ${event.qty.toFixed()} @ ${event.price.toFixed()}`)
}

describe('a share at a time', () => {
  it('[Q6, Q7] 20 % first, then nothing until the cool-down is over, however far it falls; whole where little is left', () => {
    // 100 + 10 (P - 100) = 0.5 P -> P = 94.7368…, 5.2632 / 10 of the first minute: 31.578 s. 2 close at 94.74. At 61.578 s the mark is 90:
    // 89.48 - 80 = 9.48 against 0.05 x 720: a fifth of 8; then of 6.4; 5.12 at 90 are 460.8, not above 500: all
    const run = played({ ...long, tape: pathTape({ A: [100, 90, 90, 90] }), rules: rules(share(30_000, '500')) })
    expect(parts(run)).toEqual(['31.578 2 @ 94.74', '61.578 1.6 @ 90', '91.578 1.28 @ 90', '121.578 5.12 @ 90'])
    expect(eventsOf(run, 'pool-cooling').map((event) => [event.since - MONDAY, event.until - MONDAY])).toEqual([[31_578, 61_578], [31_578, 91_578], [31_578, 121_578]])
    // 100 - 2 x 5.26 - 8 x 10
    expect(eventsOf(run, 'residual-forfeited').map((event) => event.amount.toFixed())).toEqual(['9.48'])
    expect(conservationBreaches(run.events)).toEqual([])
  })

  it('[Q7] a pool that has recovered when the cool-down is over is tested as any other again', () => {
    // 94.7368 is 5.2632 / 6 of the minute: 52.631 s; at 82.631 s the mark is 94 + 6 x 22.631 / 60 = 96.26
    const run = played({ ...long, tape: pathTape({ A: [100, 94, 100] }), rules: rules(share(30_000)) })
    expect(parts(run)).toEqual(['52.631 2 @ 94.74'])
    expect(eventsOf(run, 'pool-cooled').map((event) => event.at - MONDAY)).toEqual([82_631])
    expect(run.accountAt(2).pools.get('isolated:A@isolated')?.cooling).toBeUndefined()
    // and what is left keeps its entry price and its collateral: 1,000 / 10, 100 - 2 x 5.26
    const left = run.accountAt(2).positions.get('A@isolated')
    expect([left?.qty.toFixed(), left?.entryNotional.toFixed(), run.accountAt(2).pools.get('isolated:A@isolated')?.cash.toFixed()]).toEqual(['8', '800', '89.48'])
  })

  it('[Q7] or a pool that cools down is tested on, and what fails is closed whole; after it a share again', () => {
    const whole: PartialLiquidation = { type: 'share', share: rate('0.2'), above: quote('0'), cooldownMillis: 30_000, inCooldown: 'whole' }
    // 2 at 94.74 after 15.789 s; 89.48 + 8 (P - 100) = 0.4 P at 93.4894…, 19.532 s: the rest
    expect(parts(played({ ...long, tape: pathTape({ A: [100, 80] }), rules: rules(whole) }))).toEqual(['15.789 2 @ 94.74', '19.531 8 @ 93.49'])
    // where one part is not enough at once, the whole rest goes at once: 8 at 92 need 36.8 of 20
    expect(parts(played({ ...long, tape: jumpTo(92), rules: rules(whole) }))).toEqual(['60 2 @ 92', '60 8 @ 92'])
    // slowly: 94.7368 after 31.578 s, 93.4894 not before 30 s later: another fifth
    const slow = played({ ...long, tape: pathTape({ A: [100, 90, 93.6, 93] }, { time: Float64Array.from([0, 1, 2, 3].map((minute) => MONDAY + minute * 60_000)) }), rules: rules(whole) })
    expect(parts(slow)[0]).toBe('31.578 2 @ 94.74')
    const later = played({ ...long, tape: pathTape({ A: [100, 94, 94, 93] }), rules: rules(whole) })
    // 52.631 s; 94 until 120 s; 93.4894 is 0.5106 of the last minute: 150.63 s
    expect(parts(later)).toEqual(['52.631 2 @ 94.74', '150.631 1.6 @ 93.49'])
    expect(eventsOf(later, 'pool-cooled').map((event) => event.at - MONDAY)).toEqual([82_631])
  })

  it('[Q6] without a cool-down it is tested at once, and may fall again on the same way', () => {
    // 89.48 + 8 (P - 100) = 0.4 P -> P = 710.52 / 7.6 = 93.4894…; 78.964 after 1.6 at 93.49 is 79.064 + 6.4 (P - 100) = 0.32 P -> 560.936 / 6.08 = 92.2592…
    const run = played({ ...long, tape: pathTape({ A: [100, 92] }), rules: rules(share(0)) })
    expect(story(run).slice(1)).toEqual(['liquidated A@isolated @ 94.74', 'liquidated A@isolated @ 93.49', 'liquidated A@isolated @ 92.26'])
    expect(eventsOf(run, 'position-liquidated').map((event) => event.rest?.qty.toFixed())).toEqual(['8', '6.4', '5.12'])
  })

  it('[Q6] after a jump as many parts as it takes, at one moment', () => {
    // at 92: 20 + nothing gained by closing at the mark; 20 > 0.05 x 92 q for q < 4.347…: 10, 8, 6.4, 5.12, 4.096
    const run = played({ ...long, tape: jumpTo(92), rules: rules(share(0)) })
    expect(eventsOf(run, 'position-liquidated').map((event) => event.rest?.qty.toFixed())).toEqual(['8', '6.4', '5.12', '4.096'])
    expect(eventsOf(run, 'pool-breached')).toHaveLength(1)
  })

  it('[Q6] a part is rounded up to the quantity step, and never less than a hundredth', () => {
    const coarse = played({ ...long, instruments: [instrument('A', { qtyStep: '3' })], tape: jumpTo(94), rules: rules(share(60_000)) })
    expect(eventsOf(coarse, 'position-liquidated').map((event) => event.qty.toFixed())).toEqual(['3'])
    const fine = (partial: PartialLiquidation) => eventsOf(played({ ...long, tape: jumpTo(94), rules: rules(partial) }), 'position-liquidated').map((event) => event.qty.toFixed())
    expect(fine(share(60_000, '0', '0.000001'))).toEqual(['0.1'])
    // a twentieth of a shortage that may be freed at once: at 94 40 of equity cover 0.05 x 94 q below 8.51…: 9.5, 9.025, 8.573, 8.144
    expect(fine(shortage({ buffer: rate('0'), initialShare: rate('0.000001'), fullAfterMillis: 60_000 }))).toEqual(['0.5', '0.475', '0.452', '0.429'])
    expect(fine(shortage({ buffer: rate('0'), initialShare: rate('0.000001'), fullAfterMillis: 60_000, cooldownMillis: 60_000 }))).toEqual(['0.1'])
  })

  it('[Q6] in a pool that closes whole each position gives its share; else the next in order', () => {
    const commands = [order({ pool: 'cross', qty: '4' }), order({ pool: 'cross', instrument: 'B', qty: '2' })]
    const tape = pathTape({ A: [100, 90], B: [100, 100] }, { jump: Uint8Array.from([0, 1]) })
    // wallet 60: 60 - 40 = 20 against 0.05 x (360 + 200) = 28
    const words = { tape, commands, wallet: '60', instruments: [instrument('A'), instrument('B')] }
    const sizes = (sharedPool: LiquidationRules['sharedPool']) => eventsOf(played({ ...words, rules: rules(share(60_000, '0', '0.5'), { sharedPool }) }), 'position-liquidated').map((event) => `${event.leg} ${event.qty.toFixed()}`)
    expect(sizes('whole-pool')).toEqual(['A@cross 2', 'B@cross 1'])
    expect(sizes('worst-loss-first')).toEqual(['A@cross 2'])
  })
})

describe('down the tiers', () => {
  const tiers = { default: tierTable(['0', '0.01', '0', '20'], ['500', '0.02', '5', '20'], ['1000', '0.05', '35', '20']) }
  /** A long of 12 at 100, 1,200 in the third tier, with 60 of margin. */
  const large = { instruments, tape: pathTape({ A: [100, 95] }), commands: [order({ qty: '12', leverage: '20' })] }
  const down = (count: number, fromTier: number): PartialLiquidation => ({ type: 'tier-step-down', tiers: count, fromTier })

  it('[Q6] to the cap of the tier below, then whole in a tier below `fromTier`', () => {
    // 60 + 12 (P - 100) = 0.6 P - 35 -> P = 1,105 / 11.4 = 96.9298…; 1,000 / 96.93 = 10.3167…: 1.6833 close, up to 1.684. Left 10.316 with
    // 60 - 1.684 x 3.07 = 54.83012: 54.83012 + 10.316 (P - 100) = 0.20632 P - 5 -> 971.76988 / 10.10968 = 96.1227…
    const run = played({ ...large, rules: rules(down(1, 3), {}, { tiers }) })
    expect(eventsOf(run, 'position-liquidated').map((event) => `${event.qty.toFixed()} @ ${event.price.toFixed()}`)).toEqual(['1.684 @ 96.93', '10.316 @ 96.13'])
  })

  it('[Q6] two tiers at once; whole where there are not so many below', () => {
    // 500 / 96.93 = 5.1583…: 6.8417 close
    const two = played({ ...large, rules: rules(down(2, 3), {}, { tiers }) })
    expect(eventsOf(two, 'position-liquidated')[0]?.qty.toFixed()).toBe('6.842')
    const three = played({ ...large, rules: rules(down(3, 1), {}, { tiers }) })
    expect(eventsOf(three, 'position-liquidated').map((event) => event.qty.toFixed())).toEqual(['12'])
  })

  it('[Q6] tiers of size: down to the cap in units; where a cap is the next tier’s floor, to just below it', () => {
    const bySize = { default: tierTable(['0', '0.01', '0', '20'], ['6', '0.02', '0', '20'], ['9', '0.04', '0', '20']) }
    const closed = (more: Partial<Rules>) => eventsOf(played({ ...large, tape: jumpTo(97), rules: rules(down(1, 3), {}, { tiers: bySize, tiersBy: 'size', ...more }) }), 'position-liquidated').map((event) => event.qty.toFixed())
    // 24 of equity against 0.04 x 1,164; then 0.02 x 873 = 17.46
    expect(closed({})).toEqual(['3'])
    expect(closed({ tierBoundary: 'floor-inclusive' })).toEqual(['3.001'])
  })
})

describe('what frees the shortage', () => {
  const closed = (partial: PartialLiquidation, change: Partial<LiquidationRules> = {}) => parts(played({ ...long, tape: jumpTo(94, 94, 94), rules: rules(partial, change) }))

  it('[Q6] as much as brings equity to the requirement and the buffer', () => {
    // 1.2 x 47 - 40 = 16.4; a unit frees 1.2 x 4.7 = 5.64: 2.9078…
    expect(closed(shortage())).toEqual(['60 2.908 @ 94'])
    // less the fee of 0.94: 4.7 a unit: 3.4893…
    expect(closed(shortage(), { feeRate: rate('0.01') })).toEqual(['60 3.49 @ 94'])
    // less 0.94 of slippage and 0.9306 of fee: 3.7694 a unit: 4.3508…
    expect(closed(shortage(), { feeRate: rate('0.01'), orderPrice: { type: 'mark', slippage: rate('0.01') } })).toEqual(['60 4.351 @ 93.06'])
  })

  it('[Q6, Q7] a share of it at first, more the longer it lasts', () => {
    // 8.2 / 5.64 = 1.4539…; 8.546 left need 40.1662: after 30 s three quarters of 8.19944, 6.14958 / 5.64 = 1.0903…; 7.455 need 35.04, which 40 covers
    const slow = { initialShare: rate('0.5'), fullAfterMillis: 60_000, cooldownMillis: 30_000 }
    expect(closed(shortage(slow))).toEqual(['60 1.454 @ 94', '90 1.091 @ 94'])
    // all of it where it is small: 8.19944 / 5.64 = 1.4538…
    expect(closed(shortage({ ...slow, fullBelow: quote('10') }))).toEqual(['60 1.454 @ 94', '90 1.454 @ 94'])
  })

  it('[Q6] through the tiers: each part of the position frees at the rate of its own', () => {
    const tiers = { default: tierTable(['0', '0.01', '0', '20'], ['500', '0.05', '20', '20']) }
    const words = { instruments, tape: jumpTo(95), commands: [order({ qty: '10', leverage: '20' })], rules: rules(shortage({ buffer: rate('0') }), {}, { tiers, fees: { maker: rate('0'), taker: rate('0') } }) }
    // equity 0 against 47.5 - 20: 450 of notional free 22.5, the other 5 at 1 % take all the rest: 950 in all
    expect(eventsOf(played(words), 'position-liquidated').map((event) => event.qty.toFixed())).toEqual(['10'])
    // with 3 more: 24.5 are missing, 22.5 and 200 more at 1 %: 650 / 95 = 6.842…
    const more = played({ ...words, commands: [...words.commands, { id: 'more', tick: 0, type: 'add-margin', to: { type: 'leg', leg: 'A@isolated' }, amount: quote('3') }] })
    expect(eventsOf(more, 'position-liquidated')[0]?.qty.toFixed()).toBe('6.843')
  })

  it('[Q6] whole where closing costs more than it frees; a twentieth where nothing is short', () => {
    expect(closed(shortage(), { feeRate: rate('0.06') })).toEqual(['60 10 @ 94'])
    // on the way the pool is at its requirement exactly, and the mark of the moment is rounded above it
    const path = played({ ...long, tape: pathTape({ A: [100, 94.73] }), rules: rules(shortage({ buffer: rate('0') })) })
    expect(eventsOf(path, 'position-liquidated')[0]?.qty.toFixed()).toBe('0.5')
  })
})
