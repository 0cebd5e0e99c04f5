import { Decimal } from '../../engine/index.ts'

/** A tier of the rules, as far as leverage goes. Decimal text. */
export interface LeverageTier {
  readonly floor: string
  readonly cap: string | undefined
  readonly maxLeverage: string
}

/** The tier of a notional: floor < N <= cap. The first one without a size. */
export function tierOf<Tier extends LeverageTier>(tiers: readonly Tier[], notional: string | undefined): Tier | undefined {
  if (notional === undefined) return tiers[0]
  return tiers.find(({ cap }) => cap === undefined || new Decimal(notional).lte(cap)) ?? tiers.at(-1)
}
