import type { Instrument } from '../instruments/Instrument.ts'
import type { LegId, PoolId } from '../ledger/Account.ts'
import { apply, emptyAccount, opened, type OpenAccount } from '../ledger/evolve.ts'
import type { LedgerEvent, PoolBreached } from '../ledger/LedgerEvent.ts'
import type { Marks } from '../margin/poolMargin.ts'
import { required } from '../result/result.ts'
import type { Run, Setup } from '../run/createRun.ts'
import { testMarks } from '../tape/testMarks.ts'
import { resolveRules } from '../venues/resolveRules.ts'
import type { Rules } from '../venues/Rules.ts'
import type { ChainMoment } from './LiquidationChain.ts'
import { momentMarks } from './momentMarks.ts'
import { standingOf, type Standing } from './standing.ts'

/** Reads how pools of a run stood on the way to a breach. What was looked up for one leg is known for the next. */
export interface ChainReader {
  readonly run: Run
  readonly rules: Rules
  readonly breach: LedgerEvent & PoolBreached
  readonly baseOf: (leg: LegId) => string
  /** A pool after the first `count` events, at the prices of a moment; just before the breach at those that it names. */
  standing(count: number, moment: ChainMoment, pool: PoolId): Standing
}

export function chainReader(setup: Setup, run: Run, breach: LedgerEvent & PoolBreached): ChainReader {
  const instruments: ReadonlyMap<string, Instrument> = new Map(setup.instruments.map((each) => [each.symbol, each]))
  const rules = resolveRules(setup.rules, setup.instruments)
  const cursor = openCursor(run)
  const prices = new Map<string, Marks>()
  const standings = new Map<string, Standing>()
  const marksOf = (moment: ChainMoment): Marks => {
    const key = `${moment.tick} ${moment.at}`
    const known = prices.get(key) ?? testMarks(momentMarks(setup.tape, instruments, moment), rules.liquidation.trigger)
    prices.set(key, known)
    return known
  }
  const atBreach = (): Marks => new Map([...marksOf(breach), ...breach.legs.map(({ instrument, mark }) => [instrument, mark] as const)])
  const symbols = required(cursor(breach.seq - 1), 'an account').instruments
  return {
    run,
    rules,
    breach,
    baseOf: (leg) => {
      const symbol = symbols.get(leg) ?? leg
      return instruments.get(symbol)?.base ?? symbol
    },
    standing(count, moment, pool) {
      const isBreach = count === breach.seq - 1 && pool === breach.pool && moment.at === breach.at && moment.tick === breach.tick
      const key = `${count} ${moment.tick} ${moment.at} ${pool}`
      const known = standings.get(key)
      if (known !== undefined) return known
      const account = cursor(count)
      const held = required(account.pools.get(pool), pool)
      const positions = held.legs.map((leg) => required(account.positions.get(leg), leg))
      const fresh = standingOf(held, positions, { marks: isBreach ? atBreach() : marksOf(moment), rules })
      standings.set(key, fresh)
      return fresh
    },
  }
}

/** The account after so many events; going forward costs only the events in between. */
function openCursor(run: Run): (count: number) => OpenAccount {
  let account: OpenAccount | undefined
  let tick = -1
  return (count) => {
    const last = run.events[count - 1]
    const wanted = last?.tick ?? 0
    if (account === undefined || tick !== wanted || account.seq > count) {
      account = opened(wanted === 0 ? emptyAccount() : run.accountAt(wanted - 1))
      tick = wanted
    }
    while (account.seq < count) apply(account, required(run.events[account.seq], 'an event'))
    return account
  }
}
