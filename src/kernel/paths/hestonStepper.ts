import { hestonStep, nextVariance } from './hestonVariance.ts'
import type { HestonModel, RegimeEffect } from './MarketModel.ts'
import type { Stepper, StepperSetting } from './stepperOf.ts'

/** A step is divided until reversion times its length is below this: the price sees the variance of the beginning of a part. */
const LONGEST_PART = 1 / 50
const MOST_PARTS = 1000

/**
 * Heston: the variance by the quadratic-exponential scheme, the price with the variance at the beginning of each part of a
 * step, x' = x + (drift − ½v)·t + √(v·t)·b. Given v that is exactly e^(drift·t) on average, so E[S] is exact. The
 * variance's normal is leverage·b + √(1 − leverage²)·ξ: its correlation with the price is exact as parts become short.
 *
 * A step's normal z belongs to the whole market, so that an instrument with parts leaves the others as they are: the parts
 * are a Brownian bridge to it, b_j = z/√m + ξ_j − mean(ξ), which have unit variance, no correlation, and sum to √m·z.
 */
export function hestonStepper(model: HestonModel, { grid, regimes, compensation, own }: StepperSetting): Stepper {
  const years = grid.barYears / grid.stepsPerBar
  const parts = Math.min(MOST_PARTS, Math.max(1, Math.ceil((model.reversion * years) / LONGEST_PART)))
  const part = years / parts
  const step = hestonStep(model, part)
  const { leverage } = model
  const rest = Math.sqrt(1 - leverage * leverage)
  const root = Math.sqrt(part)
  const inner = new Float64Array(parts)
  const drifts = Float64Array.from(regimes, (each, s) => (model.drift + each.drift - (compensation[s] as number)) * part)
  let v = model.volatility * model.volatility
  let times = 1
  let move = 0

  /** Splits the step's normal. */
  const split = (z: number): void => {
    let mean = 0
    for (let j = 0; j < parts; j++) mean += inner[j] = own.normal()
    mean /= parts
    const share = z / Math.sqrt(parts)
    for (let j = 0; j < parts; j++) inner[j] = (inner[j] as number) - mean + share
  }

  return {
    openBar(state) {
      times = (regimes[state] as RegimeEffect).volatilityTimes
      move = drifts[state] as number
    },
    step(x, z) {
      if (parts === 1) inner[0] = z
      else split(z)
      let now = x
      for (let j = 0; j < parts; j++) {
        const b = inner[j] as number
        const spread = times * Math.sqrt(v) * root
        now += move - 0.5 * spread * spread + spread * b
        v = nextVariance(v, step, leverage * b + rest * own.normal())
      }
      return now
    },
  }
}
