import { meanJump, type GarchModel, type HestonModel, type JumpLaw, type PriceProcess } from '../../kernel/index.ts'
import type { ModelledInstrument, ModelMarket } from './ModelMarket.ts'
import { betaProblem, correlationProblem, driftProblem, gridProblem, jumpCountProblem, jumpProblem, namesProblem, tickProblem, volatilityProblem } from './syntheticProblem.ts'

/** Of a regime, and of Heston's returning to its mean: faster than every half hour is noise. */
const MOST_A_YEAR = 20_000

/** What keeps a market of the models from being simulated, in one sentence, or absent. */
export function modelProblem(market: ModelMarket): string | undefined {
  return gridProblem(market) ?? namesProblem(market.instruments) ?? firstOf(market.instruments.map((one) => instrumentProblem(market, one))) ?? correlationProblem(market) ?? commonProblem(market) ?? regimeProblem(market)
}

function instrumentProblem(market: ModelMarket, one: ModelledInstrument): string | undefined {
  return tickProblem(one) ?? processProblem(one.instrument, one.process) ?? betaProblem(one) ?? lawProblem(market, one.jumps, `Jumps of ${one.instrument}`)
}

function processProblem(name: string, process: PriceProcess): string | undefined {
  const volatility = volatilityProblem(`The volatility of ${name}`, process.volatility)
  if (volatility !== undefined) return volatility
  switch (process.type) {
    case 'gbm':
      return driftProblem(name, process.drift)
    case 'heston':
      return driftProblem(name, process.drift) ?? hestonProblem(name, process)
    case 'garch':
      return driftProblem(name, process.drift) ?? garchProblem(name, process)
    case 'ou':
      return isPrice(process.level) ? reversionProblem(name, process.reversion) : `The level ${name} returns to is ${process.level}. Enter a price above 0.`
    case 'bridge':
      return isPrice(process.end) ? undefined : `The end price of ${name} is ${process.end}. Enter a price above 0.`
  }
}

function reversionProblem(name: string, reversion: number): string | undefined {
  return reversion > 0 && reversion < 1e12 ? undefined : `The half-life of ${name} cannot be simulated. Enter a millisecond or more.`
}

function isPrice(value: number): boolean {
  return value > 0 && value < 1e12
}

function hestonProblem(name: string, { longVolatility, reversion, volOfVol, leverage }: HestonModel): string | undefined {
  if (!(reversion > 0 && reversion <= MOST_A_YEAR)) return `The speed at which the volatility of ${name} returns is ${reversion} a year. Enter a number above 0, up to ${MOST_A_YEAR}; 5 halves a deviation in seven weeks.`
  if (!(volOfVol >= 0 && volOfVol <= 100)) return `The volatility of the volatility of ${name} is ${volOfVol}. Enter a number from 0 to 100; 1 is usual.`
  if (!(Math.abs(leverage) <= 1)) return `The correlation of ${name} with its volatility is ${leverage}. Enter a number from −1 to 1; −0.5 makes falls wilder.`
  return volatilityProblem(`The long-run volatility of ${name}`, longVolatility)
}

function garchProblem(name: string, { alpha, beta, gamma }: GarchModel): string | undefined {
  if (!(alpha >= 0)) return `alpha of ${name} is ${alpha}. Enter a number of at least 0; 0.1 is usual.`
  if (!(beta >= 0)) return `beta of ${name} is ${beta}. Enter a number of at least 0; 0.85 is usual.`
  if (!(alpha + gamma >= 0)) return `alpha + gamma of ${name} is ${alpha + gamma}: a fall would make the variance negative. Enter a gamma of at least −alpha.`
  const sum = alpha + beta + 0.5 * gamma
  return sum < 1 ? undefined : `alpha + beta + gamma/2 of ${name} is ${Number(sum.toPrecision(12))}: its volatility would grow without end. Keep it below 1.`
}

function lawProblem(market: ModelMarket, law: JumpLaw | undefined, whose: string): string | undefined {
  if (law === undefined) return undefined
  if (law.type === 'merton') return jumpProblem(market, law, whose)
  if (!(law.upShare >= 0 && law.upShare <= 1)) return `${whose}: the share that goes up is ${law.upShare}. Enter a number from 0 to 1.`
  if (!(law.upMean > 0 && law.upMean < 1)) return `${whose}: the mean upward jump is ${law.upMean}. Enter a number above 0 and below 1, or the expected price is infinite; 0.02 is about 2 %.`
  if (!(law.downMean > 0 && law.downMean <= 3)) return `${whose}: the mean downward jump is ${law.downMean}. Enter a size above 0, up to 3, without a sign; 0.03 is about 3 %.`
  return jumpCountProblem(market, law.perYear, whose)
}

function commonProblem(market: ModelMarket): string | undefined {
  const law = market.commonJumps
  if (law === undefined) return undefined
  const wild = market.instruments.find((one) => meanJump(law, one.commonJumpBeta ?? 1) === Infinity)
  const infinite = wild === undefined ? undefined : `${wild.instrument} takes ${wild.commonJumpBeta ?? 1} times the common jumps: its expected price is infinite. Enter a smaller share or smaller jumps.`
  return lawProblem(market, law, 'Common jumps') ?? infinite
}

function regimeProblem({ regimes, barMillis, commonJumps, instruments }: ModelMarket): string | undefined {
  if (regimes === undefined) return undefined
  const { states, switching } = regimes
  const k = states.length
  if (switching.length !== k || switching.some((row) => row.length !== k)) return `The table of switches is not ${k} × ${k}. Give one row and one column for each regime.`
  const rate = switching.flatMap((row, i) => row.filter((_, j) => i !== j)).find((value) => !(value >= 0 && value <= MOST_A_YEAR))
  if (rate !== undefined) return `${rate} switches of regime a year cannot be simulated. Enter a number from 0 to ${MOST_A_YEAR}; 12 is one a month.`
  const laws = [commonJumps, ...instruments.map((one) => one.jumps)].filter((law) => law !== undefined)
  return firstOf(
    states.map(({ name, volatilityTimes, drift, jumpsTimes }) => {
      if (!(volatilityTimes >= 0 && volatilityTimes <= 100)) return `In the regime ${name} the volatility is multiplied by ${volatilityTimes}. Enter a number from 0 to 100.`
      if (!(Math.abs(drift) <= 10)) return `In the regime ${name} the drift is ${drift} a year. Enter a number between −10 and 10.`
      if (!(jumpsTimes >= 0)) return `In the regime ${name} the jumps are multiplied by ${jumpsTimes}. Enter a number of at least 0.`
      return firstOf(laws.map((law) => jumpCountProblem({ barMillis }, law.perYear * jumpsTimes, `Jumps in the regime ${name}`)))
    }),
  )
}

function firstOf(problems: readonly (string | undefined)[]): string | undefined {
  return problems.find((problem) => problem !== undefined)
}
