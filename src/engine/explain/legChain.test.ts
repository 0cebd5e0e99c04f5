import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evolve } from '../ledger/evolve.ts'
import { exactEquity, requirementOf } from '../margin/poolMargin.ts'
import { questionOf } from '../margin/positionView.ts'
import { solveLiquidationPrice } from '../margin/solveLiquidationPrice.ts'
import { TWINS } from '../pools/Walls.ts'
import { required } from '../result/result.ts'
import type { Run, Setup } from '../run/createRun.ts'
import { marksAt, tickTime } from '../run/steps.ts'
import { testMarks } from '../tape/testMarks.ts'
import { setupArb } from '../testing/arbitraries.ts'
import { command, HOUR, instrument, order, pathTape, rulesWith, setupOf, tierTable, type Words } from '../testing/fixtures.ts'
import { venueSetup } from '../testing/venueSetup.ts'
import { withKinds } from '../testing/withKinds.ts'
import { finished, patience, times } from '../testing/promises.ts'
import { Decimal } from '../units/decimal.ts'
import { asPrice, posted, rate } from '../units/quantities.ts'
import type { LedgerEvent, PoolBreached } from '../ledger/LedgerEvent.ts'
import { builtinRules } from '../venues/builtinRules.ts'
import { resolveRules } from '../venues/resolveRules.ts'
import { accountBefore } from './accountBefore.ts'
import { chainReader } from './chainReader.ts'
import { legChain } from './legChain.ts'
import type { ChainPhase, ChainShare, LiquidationChain } from './LiquidationChain.ts'

type Breach = LedgerEvent & PoolBreached

function breachesOf(run: Run): readonly Breach[] {
  return run.events.filter((event) => event.type === 'pool-breached')
}

/** The chain of a leg up to the last breach of its pool. */
function chainOf(words: Words, leg: string): LiquidationChain {
  const setup = setupOf(words)
  const run = finished(setup, 'as-set')
  return legChain(chainReader(setup, run, required(breachesOf(run).at(-1), 'a breach')), leg)
}

function lastOf({ phases }: LiquidationChain): ChainPhase & { readonly type: 'price' } {
  const last = required(phases.at(-1), 'a phase')
  if (last.type === 'none') throw new Error(last.reason)
  return last
}

const line = ({ cause, price: way }: ChainShare): string => `${cause.type} ${cause.type === 'margin' ? cause.why : cause.leg} ${way.toFixed(4)}`

/** "from to: cause whose way, …" */
function told(words: Words, leg: string): readonly string[] {
  const { before, after, shares } = lastOf(chainOf(words, leg))
  return [`${before.toFixed(4)} to ${after.toFixed(4)}`, ...shares.map(line)]
}

const A = 'A@isolated'

describe('the chain of a liquidation price', () => {
  // A long of 1 at 100 with margin M is liquidated at P - 100 + M = 0.005 P: (100 - M) / 0.995.
  it('[I1] of an isolated position: what its owner did to its margin, and funding', () => {
    const words: Words = {
      // 0.1 % of 100, then of 98, is paid at 8 and at 16 o'clock: 0.1 and 0.098
      tape: pathTape({ A: [100, 100, 98, 80] }, { barMillis: 8 * HOUR }),
      rules: rulesWith({ funding: { type: 'fixed', rate: rate('0.001'), intervalMillis: 8 * HOUR, price: 'mark' } }),
      commands: [order({ leverage: '10' }), command.add(0, A, '3'), command.remove(1, A, '2')],
    }
    const at = (margin: string): string => new Decimal(100).minus(margin).div('0.995').toFixed(4)
    const k = new Decimal('0.995')
    const lines = told(words, A)
    expect(lines[0]).toBe(`${at('10')} to ${at('10.802')}`)
    expect(lines.slice(1).toSorted()).toEqual([`funding ${A} ${new Decimal('0.198').div(k).toFixed(4)}`, `margin added ${new Decimal(-3).div(k).toFixed(4)}`, `margin removed ${new Decimal(2).div(k).toFixed(4)}`])
    const { steps } = lastOf(chainOf(words, A))
    expect(steps.map(({ cause, tick, surplus }) => [cause.type, tick, surplus?.toFixed()])).toEqual([
      ['margin', 0, '3'],
      ['funding', 1, '-0.1'],
      ['margin', 1, '-2'],
      ['funding', 2, '-0.098'],
    ])
  })

  it('[I1] of its own fills: adding at 90 to what was bought at 100, the fee of it paid by the pool only in cross', () => {
    const rules = rulesWith({ fees: { maker: rate('0'), taker: rate('0.001') } })
    const tape = pathTape({ A: [100, 95, 60] })
    const commands = [order({ qty: '1', leverage: '10' }), order({ qty: '1', tick: 1, leverage: '10' })]
    // 90 / 0.995, then 2 P - 195 + 19.5 = 0.01 P: 175.5 / 1.99
    expect(told({ tape, rules, commands }, A)).toEqual(['90.4523 to 88.1910', `fill ${A} -2.2613`])
    // cross with 30: 70.1 / 0.995 after a fee of 0.1; then 2 P - 195 + 29.9 = 0.01 P, and the fee of 0.095 moves it by 0.095 / 1.99
    const cross = commands.map((each) => ({ ...each, leg: 'A', pool: 'cross' as const }))
    expect(told({ tape, rules, commands: cross, wallet: '30' }, 'A')).toEqual(['70.4523 to 83.0126', 'fill A 12.5126', 'fee A 0.0477'])
  })

  it('[I1] of other positions: their losses and gains, each by name, and what they ask for', () => {
    // 60 behind A, B and C of 1 at 100 each, 0.5 %. A alone: (100 - 60) / 0.995; what B and C add is 0.5 each less.
    const tape = pathTape({ A: [100, 100, 100], B: [100, 70, 30], C: [100, 110, 110] })
    const commands = ['A', 'B', 'C'].map((symbol) => order({ leg: symbol, instrument: symbol, pool: 'cross' }))
    // It fails at 60 + 10 + (B - 100) = 0.5 + 0.55 + 0.005 B: B = 31.05 / 0.995 = 31.206, on the tick 31.2 or 31.21; A's price has come to 100
    const k = new Decimal('0.995')
    const [way, ...parts] = told({ tape, commands, wallet: '60' }, 'A')
    expect(way?.split(' to ')[0]).toBe(new Decimal(40).div(k).toFixed(4))
    expect(new Decimal(way?.split(' to ')[1] ?? 0).minus(100).abs().lt('0.01')).toBe(true)
    // C: +10 - 0.05; B: -(100 - 31.21) 0.995, or at 31.2
    expect(parts).toContain(`price C ${new Decimal('-9.95').div(k).toFixed(4)}`)
    expect(parts).toContain(`fill B ${new Decimal('0.5').div(k).toFixed(4)}`)
    expect(parts).toContain(`fill C ${new Decimal('0.5').div(k).toFixed(4)}`)
    expect(['68.7900', '68.8000']).toContain(parts[0]?.replace('price B ', ''))
    expect(parts).toHaveLength(4)
  })

  it('[I1] begins again where there was none: a long backed by its whole worth is not liquidated', () => {
    // 120 behind 1 A at 100: (100 - 120) / 0.995 < 0. With 25 taken out it is 5 / 0.995.
    const words = { tape: pathTape({ A: [100, 100, 2] }), commands: [order({ leg: 'A', pool: 'cross' }), command.withdraw(1, '25')], wallet: '120' }
    const { phases } = chainOf(words, 'A')
    expect(phases.map((phase) => [phase.type, phase.from.tick, phase.to.tick])).toEqual([['none', 0, 1], ['price', 1, 2]])
    expect(phases[0]?.type === 'none' && phases[0].reason).toBe('fully-collateralized')
    expect(told(words, 'A')).toEqual([`${new Decimal(5).div('0.995').toFixed(4)} to ${new Decimal(5).div('0.995').toFixed(4)}`])
  })

  it('[I1] a bend of its own requirement is the tier’s share, another one’s tier is told by name', () => {
    // 1 % up to 95, 20 % beyond: P - 100 + m = 0.01 P below, = 0.2 P - 18.05 above
    const rules = rulesWith({ tiers: { default: tierTable(['0', '0.01', '0', '100'], ['95', '0.2', '18.05', '100']) } })
    const words = { tape: pathTape({ A: [100, 100, 50] }), rules, commands: [order({ leverage: '20' }), command.add(1, A, '2')] }
    // 5 of margin: (81.95 - 5) / 0.8 = 96.1875, above 95. With 2 more in the same tier 2.5 lower; below 95 it is (100 - 7) / 0.99.
    expect(told(words, A)).toEqual(['96.1875 to 93.9394', 'margin added -2.5000', `tier ${A} 0.2519`])
    const two = { ...words, tape: pathTape({ A: [100, 100, 50], B: [100, 94, 94] }), wallet: '30', commands: [order({ leg: 'A', pool: 'cross' }), order({ leg: 'B', instrument: 'B', pool: 'cross' })] }
    // B asks 1.95 at 100 and 0.94 at 94. In its tier that would be 1.2 less, not 1.01: 0.19 is the tier's, 6 - 1.2 its loss.
    const k = '0.99'
    const part = (surplus: string): string => new Decimal(surplus).div(k).toFixed(4)
    expect(told(two, 'A')).toEqual([`${part('70')} to ${part('76.94')}`, `price B ${part('4.8')}`, `fill B ${part('1.95')}`, `tier B ${part('0.19')}`])
  })

  it('[I1] of an inverse contract: shares are those of the curve, and sum', () => {
    const btc = { ...instrument('A', { qtyStep: '1' }), type: 'inverse' as const, quote: 'USD', base: 'A' }
    // 1,000 dollars at 100 are 10 coins; with m coins: m + 1000 / 100 - 1000 / P = 0.005 x 1000 / P: P = 1005 / (m + 10)
    const words = { tape: pathTape({ A: [100, 100, 60] }), instruments: [btc], rules: rulesWith({ contract: 'inverse' }), wallet: '10', commands: [order({ qty: '1000', leverage: '10' }), command.add(0, A, '1'), command.add(1, A, '0.5')] }
    expect(told(words, A)).toEqual([`${new Decimal(1005).div(11).toFixed(4)} to ${new Decimal(1005).div('12.5').toFixed(4)}`, `margin added ${new Decimal(1005).div('12.5').minus(new Decimal(1005).div(11)).toFixed(4)}`])
  })
})

interface Told {
  readonly setup: Setup
  readonly run: Run
  readonly breach: Breach
  readonly chain: LiquidationChain
}

/** Of a liquidation in hundreds of parts the first ones and the last. */
function allOf(setup: Setup, run: Run): readonly Told[] {
  const breaches = breachesOf(run)
  return [...breaches.slice(0, 4), ...breaches.slice(4).slice(-2)].flatMap((breach) => {
    const reader = chainReader(setup, run, breach)
    return breach.legs.map(({ leg }) => ({ setup, run, breach, chain: legChain(reader, leg) }))
  })
}

/** Equity less requirement of the breached pool just before the breach, were this instrument's price another. */
function surplusAt({ setup, run, breach, chain }: Told, at: Decimal): Decimal {
  const account = accountBefore(run, breach.seq)
  const pool = required(account.pools.get(breach.pool), breach.pool)
  const marks = new Map(breach.legs.map(({ instrument: symbol, mark }) => [symbol, symbol === chain.instrument ? asPrice(at) : mark] as const))
  return exactEquity(account, pool, marks).minus(requirementOf(account, pool, { marks, rules: resolveRules(setup.rules, setup.instruments) }))
}

const QUANTA = new Decimal('0.000000000002')

type Say = (is: boolean, what: string) => void

/** What is wrong with a chain, if anything. */
function flaws(told: Told): readonly string[] {
  const found: string[] = []
  const say: Say = (is, what) => {
    if (!is) found.push(`${told.chain.leg}: ${what}`)
  }
  for (const phase of told.chain.phases) if (phase.type === 'price') lookAtSums(phase, say)
  lookAtEnd(told, say)
  lookAtOpening(told, say)
  return found
}

function lookAtSums(phase: ChainPhase & { readonly type: 'price' }, say: Say): void {
  for (const list of [phase.shares, phase.steps]) {
    say(list.reduce((sum, each) => sum.plus(each.price), new Decimal(phase.before)).eq(phase.after), 'the shares are not the way')
    say(list.every((each) => each.price.decimalPlaces() <= 12), 'a share has more digits than a posting')
  }
  say(phase.steps.every((step, i) => step.before.eq(i === 0 ? phase.before : required(phase.steps[i - 1], 'a step').after)), 'a step does not begin where the one before ends')
}

/** Just beyond the root the pool fails, just before it does not. */
function lookAtEnd(told: Told, say: Say): void {
  const last = told.chain.phases.at(-1)
  if (last?.type !== 'price') return
  const [below, above] = [surplusAt(told, last.after.minus(QUANTA)).s, surplusAt(told, last.after.plus(QUANTA)).s]
  const [safe, lost] = told.chain.direction === 'falling' ? [above, below] : [below, above]
  say(safe > 0 && lost < 0, `no root at the end: ${last.after.toFixed()} ${below} ${above}`)
}

/** Against the engine's own solver, which knows nothing of this way of solving. */
function lookAtOpening({ chain, setup, run }: Told, say: Say): void {
  const first = required(chain.phases[0], 'a phase')
  const { tick, at, seq } = chain.opened
  const opening = required(run.events[seq - 1], 'the opening')
  if (at !== tickTime(setup.tape, tick) || (opening.type === 'filled' && opening.cause !== 'market')) return
  const account = evolve(accountBefore(run, opening.seq), [opening])
  const instruments = new Map(setup.instruments.map((each) => [each.symbol, each]))
  const context = { marks: testMarks(marksAt(setup.tape, tick), setup.rules.liquidation.trigger), rules: resolveRules(setup.rules, setup.instruments), instruments }
  const solved = solveLiquidationPrice(questionOf(account, required(account.positions.get(chain.leg), chain.leg), context, { need: 'maintenance', others: 'alone' }))
  if (solved.type === 'price' && solved.direction === chain.direction) say(first.type === 'price' && first.before.eq(posted(solved.exact)), `opened at ${solved.exact.toFixed()}, told ${first.type === 'price' ? first.before.toFixed() : first.reason}`)
  if (solved.type === 'none' && solved.reason === 'fully-collateralized') say(first.type === 'none', 'a price where there is none')
}

describe('of any run', () => {
  it('[I1] shares and steps sum to the way, it begins at the root just after opening and ends at the root just before the breach', () => {
    let counted = 0
    fc.assert(
      fc.property(fc.oneof(setupArb(), setupArb({ jumpingTiers: true }), withKinds(setupArb()), fc.constantFrom(...builtinRules.values()).chain((rules) => venueSetup(rules))), fc.constantFrom(...TWINS), (setup, walls) => {
        const run = finished(setup, walls)
        const all = allOf(setup, run)
        counted += all.length
        expect(all.flatMap(flaws)).toEqual([])
      }),
      times(900),
    )
    expect(counted).toBeGreaterThan(80)
  }, patience)
})
