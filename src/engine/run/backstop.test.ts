import { describe, expect, it } from 'vitest'
import { eventsOf, instrument, MONDAY, order, pathTape, played, rulesWith, tierTable } from '../testing/fixtures.ts'
import { quote, rate } from '../units/quantities.ts'
import type { Rules } from '../venues/Rules.ts'
import { backstopRules } from './backstop.ts'

/** A fifth at a time with half a minute between, a fee, the rest returned, and a backstop. */
function rules(backstopBelow: string): Rules {
  const plain = rulesWith({ maintenanceRate: '0.05' })
  const partial = { type: 'share' as const, share: rate('0.2'), above: quote('0'), cooldownMillis: 30_000 }
  return { ...plain, liquidation: { ...plain.liquidation, partial, feeRate: rate('0.001'), residual: 'return', backstopBelow: rate(backstopBelow) } }
}

const instruments = [instrument('A', { qtyStep: '0.001' })]
const commands = [order({ qty: '10' })]
const jump = (length: number) => ({ jump: Uint8Array.from({ length }, (_, i) => (i === 1 ? 1 : 0)) })

describe('backstop', () => {
  it('[Q9] below its share of the maintenance margin the whole pool is taken at the mark, without a fee, and what is left', () => {
    // at 92: 20 against 0.6 x 46 = 27.6; at 94: 40 against 28.2
    const run = (mark: number) => played({ instruments, commands, tape: pathTape({ A: [100, mark] }, jump(2)), rules: rules('0.6') })
    const [taken] = eventsOf(run(92), 'position-liquidated')
    expect([taken?.qty.toFixed(), taken?.price.toFixed(), taken?.fee.toFixed()]).toEqual(['10', '92', '0'])
    expect(eventsOf(run(92), 'pool-breached').map((event) => event.backstop)).toEqual([true])
    expect(eventsOf(run(92), 'residual-forfeited').map((event) => event.amount.toFixed())).toEqual(['20'])
    expect(eventsOf(run(94), 'position-liquidated').map((event) => `${event.qty.toFixed()} ${event.fee.toFixed()}`)).toEqual(['2 0.188'])
    expect(eventsOf(run(94), 'pool-breached').map((event) => event.backstop)).toEqual([undefined])
  })

  it('[Q7, Q9] it takes a pool that cools down as well, at the moment it is reached', () => {
    // 100 - 2 x 6 - 0.188 = 87.812; 87.812 + 8 (P - 100) = 0.6 x 0.4 P -> 712.188 / 7.76 = 91.7768…: 2.2232 / 6 of the second minute, 22.23 s
    const run = played({ instruments, commands, tape: pathTape({ A: [100, 94, 88] }, jump(3)), rules: rules('0.6') })
    expect(eventsOf(run, 'position-liquidated').map((event) => `${event.at - MONDAY} ${event.qty.toFixed()} @ ${event.price.toFixed()}`)).toEqual(['60000 2 @ 94', '82231 8 @ 91.78'])
  })

  it('[W2, Q7] without one a cool-down ends where nothing is left: nobody owes more than was put in', () => {
    // 87.812 + 8 (P - 100) = 0 -> 89.0235, 4.9765 / 14 of the second minute; rounded up to the tick: 89.03, 0.052 left
    const run = played({ instruments, commands, tape: pathTape({ A: [100, 94, 80] }, jump(3)), rules: rules('0') })
    expect(eventsOf(run, 'position-liquidated').map((event) => `${event.at - MONDAY} ${event.qty.toFixed()} @ ${event.price.toFixed()}`)).toEqual(['60000 2 @ 94', '81327 8 @ 89.03'])
    expect(eventsOf(run, 'bad-debt-covered')).toEqual([])
  })

  it('[Q9] its share of every part of the requirement, once', () => {
    const given: Rules = {
      ...rulesWith({ tiers: { default: tierTable(['0', '0.01', '0', '20'], ['500', '0.02', '5', '20']) } }),
      sizeScaling: { default: { type: 'none' }, A: { type: 'linear', slope: rate('0.001'), from: quote('10') } },
      minimumMaintenance: quote('4'),
    }
    const half = backstopRules({ ...given, liquidation: { ...given.liquidation, backstopBelow: rate('0.5') } })
    expect(half.tiers.default.map((tier) => [tier.maintenanceRate.toFixed(), tier.maintenanceAmount.toFixed()])).toEqual([['0.005', '0'], ['0.01', '2.5']])
    expect([half.sizeScaling.A, half.minimumMaintenance.toFixed(), half.comparison]).toMatchObject([{ slope: rate('0.0005') }, '2', 'below'])
  })
})
