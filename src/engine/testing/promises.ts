import fc from 'fast-check'
import type { Account } from '../ledger/Account.ts'
import { entries } from '../ledger/entries.ts'
import { apply, emptyAccount, opened } from '../ledger/evolve.ts'
import type { LedgerEvent } from '../ledger/LedgerEvent.ts'
import { eventToJson } from '../ledger/eventJson.ts'
import { equityOf, pnlOf } from '../margin/equity.ts'
import type { Walls } from '../pools/Walls.ts'
import { createRun, type Run, type Setup } from '../run/createRun.ts'
import type { safeRanges } from '../run/safeRange.ts'
import { marksAt } from '../run/steps.ts'
import type { Tape } from '../tape/Tape.ts'
import { testMarks } from '../tape/testMarks.ts'
import type { PriceKind } from '../venues/Rules.ts'
import { Decimal } from '../units/decimal.ts'

/** How often a property is tried: as stated, or as often as FC_RUNS says. */
export function times(runs: number): { readonly numRuns: number } {
  return { numRuns: fc.readConfigureGlobal().numRuns ?? runs }
}

/** Milliseconds a property may take: thousands of lives take seconds, longer on a busy machine, hours when asked to. */
export const patience = fc.readConfigureGlobal().numRuns === undefined ? 180_000 : 36_000_000

/** A scenario played to its end. */
export function finished(setup: Setup, walls: Walls): Run {
  const run = createRun(setup, walls)
  run.advanceTo(setup.tape.time.length - 1)
  return run
}

/** Events as text, one line an event. */
export function lines(events: readonly LedgerEvent[], omit: readonly string[] = []): readonly string[] {
  return events.map((event) => JSON.stringify(Object.fromEntries(Object.entries(eventToJson(event)).filter(([key]) => !omit.includes(key)))))
}

/** Where two lists of lines part, with what led there; nothing when they are the same. */
export function firstDifferenceOf(a: readonly string[], b: readonly string[]): string | undefined {
  const length = Math.max(a.length, b.length)
  for (let i = 0; i < length; i += 1) {
    if (a[i] !== b[i]) return ['after', ...a.slice(Math.max(0, i - 3), i), 'one', a[i] ?? 'ends', 'other', b[i] ?? 'ends'].join('\n')
  }
  return undefined
}

/** Certificates that cover nothing: every pool is asked at every step. */
export const withoutCertificates: typeof safeRanges = () => ({ covers: () => false, certify: () => undefined, carry: () => undefined })

/** The sum of an account's double entry. */
export function ledgerSum(account: Account): Decimal {
  let total = new Decimal(0)
  for (const pool of account.pools.values()) total = total.plus(pool.cash)
  for (const amount of Object.values(account.counterparties)) total = total.plus(amount)
  return total
}

/** The accounts after each event. */
export function* accountsAfter(events: readonly LedgerEvent[]): Generator<{ readonly event: LedgerEvent; readonly account: Account }> {
  const account = opened(emptyAccount())
  for (const event of events) {
    apply(account, event)
    yield { event, account }
  }
}

/** L1 as a list of what breaks it: an event's entries, or the ledger after it. */
export function conservationBreaches(events: readonly LedgerEvent[]): readonly string[] {
  const found: string[] = []
  for (const { event, account } of accountsAfter(events)) {
    const sum = entries(event).reduce((total, entry) => total.plus(entry.amount), new Decimal(0))
    if (!sum.isZero()) found.push(`entries of ${event.seq} ${event.type}: ${sum.toFixed()}`)
    if (!ledgerSum(account).isZero()) found.push(`ledger after ${event.seq} ${event.type}: ${ledgerSum(account).toFixed()}`)
  }
  return found
}

/** Paths inside an event at which a plain number stands; times, counts and `tick` are allowed. */
export function plainNumbers(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'number') return ['.seq', '.tick', '.at', '.since', '.until', '.rank'].includes(path) ? [] : [path]
  if (Decimal.isDecimal(value)) return value.isFinite() ? [] : [`${path} ${value.toString()}`]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, field]) => plainNumbers(field, `${path}.${key}`))
}

/**
 * T1 as a list of what breaks it. A twin may refuse a withdrawal the other one grants, so each equity is taken less what
 * came in from outside: that must be the sum of its legs' results, in every twin, at every tick.
 */
export function twinGaps(tape: Tape, runs: readonly Run[]): readonly string[] {
  return runs.flatMap((run) =>
    Array.from({ length: tape.time.length }, (_, tick) => tick).flatMap((tick) => {
      const account = run.accountAt(tick)
      const marks = marksAt(tape, tick)
      const legs = new Set([...account.totals.keys(), ...account.positions.keys()])
      const results = [...legs].reduce((total, leg) => total.plus(pnlOf(account, leg, marks)), new Decimal(0))
      const earned = equityOf(account, marks).plus(account.counterparties.external)
      return earned.eq(results) ? [] : [`${JSON.stringify(run.walls)} at ${tick}: ${earned.toFixed()} against ${results.toFixed()}`]
    }),
  )
}

/**
 * W2 as a list of what breaks it: legs of isolated pools whose result, at the price that liquidates, is worse than what
 * was put in less what came back, with the tick.
 */
export function overdrawn(tape: Tape, run: Run, trigger: PriceKind = 'mark'): readonly string[] {
  const putIn = new Map<string, Decimal>()
  const found: string[] = []
  let next = 0
  for (let tick = 0; tick < tape.time.length; tick += 1) {
    for (; next < run.countAt(tick); next += 1) {
      const event = run.events[next]
      if (event?.type !== 'transferred') continue
      putIn.set(event.to, (putIn.get(event.to) ?? new Decimal(0)).plus(event.amount))
      putIn.set(event.from, (putIn.get(event.from) ?? new Decimal(0)).minus(event.amount))
    }
    const account = run.accountAt(tick)
    for (const [pool, amount] of putIn) {
      if (!pool.startsWith('isolated:')) continue
      const result = pnlOf(account, pool.slice('isolated:'.length), testMarks(marksAt(tape, tick), trigger))
      if (result.plus(amount).lt(0)) found.push(`${pool} at ${tick}: ${result.toFixed()} of ${amount.toFixed()}`)
    }
  }
  return found
}
