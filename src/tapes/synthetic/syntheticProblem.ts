import { cholesky, type JumpModel } from '../../kernel/index.ts'
import type { SyntheticInstrument, SyntheticMarket } from './SyntheticMarket.ts'

/** Above this many jumps in a bar the model is a diffusion with another name, and counting them costs more than it tells. */
const MOST_JUMPS_A_BAR = 50
const YEAR_DAYS = 365
const DAY = 86400000

/** What keeps a synthetic market from being simulated, in one sentence, or absent. */
export function syntheticProblem(market: SyntheticMarket): string | undefined {
  return gridProblem(market) ?? instrumentsProblem(market) ?? correlationProblem(market) ?? jumpProblem(market, market.commonJumps, 'Common jumps')
}

function gridProblem(market: SyntheticMarket): string | undefined {
  if (!isWhole(market.seed, 0, Number.MAX_SAFE_INTEGER)) return `The seed ${market.seed} is not a whole number from 0 to 9,007,199,254,740,991. Enter one.`
  if (!isWhole(market.bars, 1, 5_000_000)) return `${market.bars} bars cannot be simulated. Enter a whole number from 1 to 5,000,000.`
  if (!isWhole(market.barMillis, 1, YEAR_DAYS * DAY)) return 'The bar size is not between a millisecond and a year. Choose one in between.'
  const steps = market.stepsPerBar
  if (steps !== undefined && !isWhole(steps, 1, 1000)) return `${steps} points in a bar cannot be simulated. Enter a whole number from 1 to 1,000.`
  return undefined
}

function instrumentsProblem(market: SyntheticMarket): string | undefined {
  if (market.instruments.length === 0) return 'The market has no instruments. Add at least one.'
  const names = market.instruments.map((one) => one.instrument)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) return `${twice} is in the market twice. Give each instrument a name of its own.`
  for (const one of market.instruments) {
    const problem = instrumentProblem(one) ?? jumpProblem(market, one.jumps, `Jumps of ${one.instrument}`)
    if (problem !== undefined) return problem
  }
  return undefined
}

function instrumentProblem(one: SyntheticInstrument): string | undefined {
  const name = one.instrument
  if (!isWhole(one.decimals, 0, 12)) return `The tick size of ${name} has ${one.decimals} decimal places. Enter a whole number from 0 to 12.`
  const units = one.start * Number(`1e${one.decimals}`)
  if (!(units >= 1 && units < 1e12)) return `The start price of ${name}, ${one.start}, does not fit its tick size. Enter a price of at least one tick.`
  if (!(Math.abs(one.drift) <= 10)) return `The drift of ${name} is ${one.drift} a year. Enter a number between −10 and 10; 0.1 is 10 %.`
  if (!(one.volatility >= 0 && one.volatility <= 10)) return `The volatility of ${name} is ${one.volatility} a year. Enter a number from 0 to 10; 0.8 is 80 %.`
  const beta = one.commonJumpBeta ?? 1
  if (!(Math.abs(beta) <= 10)) return `The share of common jumps of ${name} is ${beta}. Enter a number between −10 and 10.`
  return undefined
}

function correlationProblem(market: SyntheticMarket): string | undefined {
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

function pairProblem(market: SyntheticMarket, i: number, j: number): string | undefined {
  const value = market.correlation[i]?.[j] ?? NaN
  const back = market.correlation[j]?.[i] ?? NaN
  const pair = `${market.instruments[i]?.instrument} and ${market.instruments[j]?.instrument}`
  const allowed = i === j ? value === 1 : Math.abs(value) <= 1
  if (!allowed) return `The correlation of ${pair} is ${value}. Enter ${i === j ? '1' : 'a number from −1 to 1'}.`
  return value === back ? undefined : `The correlation of ${pair} is ${value} one way and ${back} the other. Enter the same number.`
}

function jumpProblem(market: SyntheticMarket, jumps: JumpModel | undefined, whose: string): string | undefined {
  if (jumps === undefined) return undefined
  const most = Math.floor((MOST_JUMPS_A_BAR * YEAR_DAYS * DAY) / market.barMillis)
  if (!(jumps.perYear >= 0 && jumps.perYear <= most)) return `${whose}: ${jumps.perYear} a year cannot be simulated with these bars. Enter a number from 0 to ${most}.`
  if (!(Math.abs(jumps.mean) <= 3)) return `${whose}: the mean ${jumps.mean} is not between −3 and 3. A mean of −0.1 is a fall of about 10 %.`
  if (!(jumps.volatility >= 0 && jumps.volatility <= 3)) return `${whose}: the spread ${jumps.volatility} is not from 0 to 3. Enter 0.1 for about 10 %.`
  return undefined
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}
