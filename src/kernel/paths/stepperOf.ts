import { exp } from '../random/exp.ts'
import { log } from '../random/log.ts'
import type { CounterRandom } from '../random/CounterRandom.ts'
import { hestonStepper } from './hestonStepper.ts'
import type { GarchModel, MarketInstrument, OuModel, RegimeEffect } from './MarketModel.ts'
import type { PathGrid } from './pathColumns.ts'

/** One instrument's process between its jumps. */
export interface Stepper {
  /** @param state  number of the regime that rules until the next call */
  openBar(state: number): void
  /** ln(price/start) a step later. @param x  ln(price/start) now     @param z  the step's standard normal, correlated */
  step(x: number, z: number): number
}

export interface StepperSetting {
  readonly grid: PathGrid
  readonly regimes: readonly RegimeEffect[]
  /** What keeps the drift of each regime on its word: λκ of all jumps that reach the instrument, a year. */
  readonly compensation: Float64Array
  /** Normals of its own, for what is not the price. */
  readonly own: CounterRandom
}

export function stepperOf(one: MarketInstrument, setting: StepperSetting): Stepper {
  const { process } = one
  switch (process.type) {
    case 'gbm':
      return gbmStepper(process, setting)
    case 'heston':
      return hestonStepper(process, setting)
    case 'garch':
      return garchStepper(process, setting)
    case 'ou':
      return ouStepper(process, one.start, setting)
    case 'bridge':
      return bridgeStepper(log(process.end / one.start), process.volatility, setting)
  }
}

function gbmStepper({ drift, volatility }: { readonly drift: number; readonly volatility: number }, { grid, regimes, compensation }: StepperSetting): Stepper {
  const years = grid.barYears / grid.stepsPerBar
  const vols = regimes.map((each) => volatility * each.volatilityTimes)
  const drifts = Float64Array.from(regimes, (each, s) => (drift + each.drift - 0.5 * (vols[s] as number) * (vols[s] as number) - (compensation[s] as number)) * years)
  const spreads = Float64Array.from(vols, (vol) => vol * Math.sqrt(years))
  let move = 0
  let spread = 0
  return {
    openBar(state) {
      move = drifts[state] as number
      spread = spreads[state] as number
    },
    step: (x, z) => x + move + spread * z,
  }
}

/** The variance is that of a bar; within the bar the path is Brownian with it, and the bar's surprise is the sum of its steps. */
function garchStepper({ drift, volatility, alpha, beta, gamma }: GarchModel, { grid, regimes, compensation }: StepperSetting): Stepper {
  const longRun = volatility * volatility * grid.barYears
  const omega = longRun * (1 - alpha - beta - 0.5 * gamma)
  const perStep = 1 / Math.sqrt(grid.stepsPerBar)
  const drifts = Float64Array.from(regimes, (each, s) => ((drift + each.drift - (compensation[s] as number)) * grid.barYears) / grid.stepsPerBar)
  let variance = longRun
  let surprise = 0
  let isFirst = true
  let move = 0
  let spread = 0
  return {
    openBar(state) {
      if (!isFirst) variance = omega + (alpha + (surprise < 0 ? gamma : 0)) * variance * surprise * surprise + beta * variance
      isFirst = false
      surprise = 0
      spread = Math.sqrt(variance) * (regimes[state] as RegimeEffect).volatilityTimes * perStep
      move = (drifts[state] as number) - 0.5 * spread * spread
    },
    step(x, z) {
      surprise += z * perStep
      return x + move + spread * z
    },
  }
}

/** Exact at the points of the grid: Gaussian with mean m + (x − m)e^(−κt) and variance σ²(1 − e^(−2κt))/2κ. */
function ouStepper({ level, reversion, volatility }: OuModel, start: number, { grid, regimes }: StepperSetting): Stepper {
  const years = grid.barYears / grid.stepsPerBar
  const mean = log(level / start)
  const decay = exp(-reversion * years)
  const spreads = Float64Array.from(regimes, (each) => volatility * each.volatilityTimes * Math.sqrt((1 - decay * decay) / (2 * reversion)))
  let spread = 0
  return {
    openBar(state) {
      spread = spreads[state] as number
    },
    step: (x, z) => mean + (x - mean) * decay + spread * z,
  }
}

/** Exact at the points of the grid: with r steps to go, the mean is a share 1/r nearer to the end, the variance (r − 1)/r of a step's. */
function bridgeStepper(end: number, volatility: number, { grid, regimes }: StepperSetting): Stepper {
  const years = grid.barYears / grid.stepsPerBar
  const spreads = Float64Array.from(regimes, (each) => volatility * each.volatilityTimes * Math.sqrt(years))
  let left = grid.bars * grid.stepsPerBar
  let spread = 0
  return {
    openBar(state) {
      spread = spreads[state] as number
    },
    step(x, z) {
      const rest = left
      left -= 1
      return rest === 1 ? end : x + (end - x) / rest + spread * Math.sqrt((rest - 1) / rest) * z
    },
  }
}
