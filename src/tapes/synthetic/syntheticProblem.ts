import { cholesky, type JumpModel } from '../../kernel/index.ts'
import type { SyntheticInstrument, SyntheticMarket } from './SyntheticMarket.ts'

/** Above this many jumps in a bar the model is a diffusion with another name, and counting them costs more than it tells. */
const MOST_JUMPS_A_BAR = 50
const YEAR_DAYS = 365
/** A year, up and down. */
export const MOST_DRIFT = 10
/** Of a start price, in ticks: a price that grows a thousand times still has 15 digits. */
export const MOST_UNITS = 1e12
const DAY = 86400000

/** What keeps a synthetic market from being simulated, in one sentence, or absent. */
export function syntheticProblem(market: SyntheticMarket): string | undefined {
  return gridProblem(market) ?? instrumentsProblem(market) ?? correlationProblem(market) ?? jumpProblem(market, market.commonJumps, 'Common jumps')
}

/** What is wrong with the clock of a market. */
export function gridProblem(market: Pick<SyntheticMarket, 'seed' | 'bars' | 'barMillis' | 'stepsPerBar'>): string | undefined {
  if (!isWhole(market.seed, 0, Number.MAX_SAFE_INTEGER)) return `The seed ${market.seed} is not a whole number from 0 to 9,007,199,254,740,991. Enter one.`
  if (!isWhole(market.bars, 1, 5_000_000)) return `${market.bars} bars cannot be simulated. Enter a whole number from 1 to 5,000,000.`
  if (!isWhole(market.barMillis, 1, YEAR_DAYS * DAY)) return 'The bar size is not between a millisecond and a year. Choose one in between.'
  const steps = market.stepsPerBar
  if (steps !== undefined && !isWhole(steps, 1, 1000)) return `${steps} points in a bar cannot be simulated. Enter a whole number from 1 to 1,000.`
  return undefined
}

function instrumentsProblem(market: SyntheticMarket): string | undefined {
  const wrong = namesProblem(market.instruments)
  if (wrong !== undefined) return wrong
  for (const one of market.instruments) {
    const problem = instrumentProblem(one) ?? jumpProblem(market, one.jumps, `Jumps of ${one.instrument}`)
    if (problem !== undefined) return problem
  }
  return undefined
}

/** What is wrong with the list of instruments as a list. */
export function namesProblem(instruments: readonly { readonly instrument: string }[]): string | undefined {
  if (instruments.length === 0) return 'The market has no instruments. Add at least one.'
  const names = instruments.map((one) => one.instrument)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  return twice === undefined ? undefined : `${twice} is in the market twice. Give each instrument a name of its own.`
}

function instrumentProblem(one: SyntheticInstrument): string | undefined {
  return tickProblem(one) ?? driftProblem(one.instrument, one.drift) ?? volatilityProblem(`The volatility of ${one.instrument}`, one.volatility) ?? betaProblem(one)
}

/** What is wrong with the start price and the tick size. */
export function tickProblem(one: Pick<SyntheticInstrument, 'instrument' | 'start' | 'decimals'>): string | undefined {
  const name = one.instrument
  if (!isWhole(one.decimals, 0, 12)) return `The tick size of ${name} has ${one.decimals} decimal places. Enter a whole number from 0 to 12.`
  const units = one.start * Number(`1e${one.decimals}`)
  if (!(units >= 1 && units < MOST_UNITS)) return `The start price of ${name}, ${one.start}, does not fit its tick size. Enter a price of at least one tick.`
  return undefined
}

export function driftProblem(name: string, drift: number): string | undefined {
  return Math.abs(drift) <= MOST_DRIFT ? undefined : `The drift of ${name} is ${drift} a year. Enter a number between −10 and 10; 0.1 is 10 %.`
}

/** @param whose  'The volatility of BTC-PERP' */
export function volatilityProblem(whose: string, volatility: number): string | undefined {
  return volatility >= 0 && volatility <= 10 ? undefined : `${whose} is ${volatility} a year. Enter a number from 0 to 10; 0.8 is 80 %.`
}

export function betaProblem(one: { readonly instrument: string; readonly commonJumpBeta?: number }): string | undefined {
  const beta = one.commonJumpBeta ?? 1
  return Math.abs(beta) <= 10 ? undefined : `The share of common jumps of ${one.instrument} is ${beta}. Enter a number between −10 and 10.`
}

/** Whether prices could move with these correlations. */
export function correlationProblem(market: Correlated): string | undefined {
  const n = market.instruments.length
  const rows = market.correlation
  if (rows.length !== n || rows.some((row) => row.length !== n)) return `The correlation table is not ${n} × ${n}. Give one row and one column for each instrument.`
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const problem = pairProblem(market, i, j)
      if (problem !== undefined) return problem
    }
  }
  if (cholesky(Float64Array.from(rows.flat()), n) !== undefined) return undefined
  return 'The correlations contradict each other: no prices could move like that together. Bring them closer to zero.'
}

interface Correlated {
  readonly instruments: readonly { readonly instrument: string }[]
  readonly correlation: readonly (readonly number[])[]
}

function pairProblem(market: Correlated, i: number, j: number): string | undefined {
  const value = market.correlation[i]?.[j] ?? NaN
  const back = market.correlation[j]?.[i] ?? NaN
  const pair = `${market.instruments[i]?.instrument} and ${market.instruments[j]?.instrument}`
  const allowed = i === j ? value === 1 : Math.abs(value) <= 1
  if (!allowed) return `The correlation of ${pair} is ${value}. Enter ${i === j ? '1' : 'a number from −1 to 1'}.`
  return value === back ? undefined : `The correlation of ${pair} is ${value} one way and ${back} the other. Enter the same number.`
}

/** @param whose  'Common jumps', or 'Jumps of BTC-PERP' */
export function jumpProblem(market: { readonly barMillis: number }, jumps: JumpModel | undefined, whose: string): string | undefined {
  if (jumps === undefined) return undefined
  const tooMany = jumpCountProblem(market, jumps.perYear, whose)
  if (tooMany !== undefined) return tooMany
  if (!(Math.abs(jumps.mean) <= 3)) return `${whose}: the mean ${jumps.mean} is not between −3 and 3. A mean of −0.1 is a fall of about 10 %.`
  if (!(jumps.volatility >= 0 && jumps.volatility <= 3)) return `${whose}: the spread ${jumps.volatility} is not from 0 to 3. Enter 0.1 for about 10 %.`
  return undefined
}

export function jumpCountProblem(market: { readonly barMillis: number }, perYear: number, whose: string): string | undefined {
  const most = Math.floor((MOST_JUMPS_A_BAR * YEAR_DAYS * DAY) / market.barMillis)
  return perYear >= 0 && perYear <= most ? undefined : `${whose}: ${perYear} a year cannot be simulated with these bars. Enter a number from 0 to ${most}.`
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}
