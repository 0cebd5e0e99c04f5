import { price, qty, quote, rate, type Funding, type HaircutTable, type LiquidationOrderPrice, type PartialLiquidation, type Rules, type SizeScaling, type TierTable } from '../../engine/index.ts'
import type { CompleteRules, FundingChoice, OrderPriceChoice, PartialChoice, SizeScalingChoice } from './ruleChoices.ts'

const HOUR = 3_600_000

/** A complete document and its tier tables in the engine's numbers. */
export function engineRules(document: CompleteRules, tables: Readonly<Record<string, TierTable>>): Rules {
  const { fees, liquidation, exitCost, insuranceFund, sizeScaling, deleveraging } = document
  return {
    id: document.id,
    name: document.name,
    summary: document.summary,
    date: document.date ?? '',
    source: document.source,
    fees: { maker: rate(fees.maker), taker: rate(fees.taker) },
    funding: fundingOf(document.funding),
    tiers: { default: [], ...tables },
    tiersBy: document.tiersBy,
    tierBoundary: document.tierBoundary,
    sizeScaling: { default: { type: 'none' }, ...each(sizeScaling, scalingOf) },
    initialOn: document.initialOn,
    initialWithExitCost: document.initialWithExitCost,
    openInterest: each(document.openInterest, ({ lower, upper, rateStep, open }) => ({ lower: quote(lower), upper: quote(upper), rateStep: rate(rateStep ?? '0'), open: open === undefined ? undefined : qty(open) })),
    transferFloor: rate(document.transferFloor),
    contract: document.contract,
    tierRates: document.tierRates,
    maximumPrice: each(document.maximumPrice, (most) => price(most)),
    isolatedMargin: document.isolatedMargin,
    maintenanceOn: document.maintenanceOn,
    minimumMaintenance: quote(document.minimumMaintenance),
    exitCost: { rate: rate(exitCost.rate), on: exitCost.on, fixed: quote(exitCost.fixed), combine: exitCost.combine },
    marginStep: quote(document.marginStep),
    comparison: document.comparison,
    liquidationPriceRounding: document.liquidationPriceRounding,
    liquidation: {
      trigger: liquidation.trigger,
      sharedPool: liquidation.sharedPool,
      partial: partialOf(liquidation.partial),
      orderPrice: orderPriceOf(liquidation.orderPrice),
      backstopBelow: rate(liquidation.backstopBelow),
      feeRate: rate(liquidation.feeRate),
      feeOn: liquidation.feeOn,
      feeTo: liquidation.feeTo,
      residual: liquidation.residual,
    },
    insuranceFund: { balance: quote(insuranceFund.balance), scope: insuranceFund.scope },
    deleveraging: deleveraging.type === 'none' ? { type: 'none' } : { type: 'ranked', ranking: deleveraging.ranking },
    collateral: each(document.collateral, haircutOf),
  }
}

function each<T, U>(all: Readonly<Record<string, T>>, of: (value: T) => U): { readonly [key: string]: U } {
  return Object.fromEntries(Object.entries(all).map(([key, value]) => [key, of(value)]))
}

function fundingOf(funding: FundingChoice): Funding {
  if (funding.type === 'none') return { type: 'none' }
  const intervalMillis = span(funding.intervalHours, funding.intervalMillis)
  if (funding.type === 'fixed') return { type: 'fixed', intervalMillis, rate: rate(funding.rate), price: funding.price }
  return {
    type: 'premium',
    intervalMillis,
    periodMillis: span(funding.periodHours, funding.periodMillis),
    interest: rate(funding.interest),
    clamp: rate(funding.clamp),
    cap: funding.cap === undefined ? undefined : rate(funding.cap),
    premium: rate(funding.premium),
    price: funding.price,
  }
}

function span(hours: number | undefined, millis: number | undefined): number {
  return millis ?? (hours ?? 0) * HOUR
}

function scalingOf(scaling: SizeScalingChoice): SizeScaling {
  if (scaling.type === 'none') return { type: 'none' }
  if (scaling.type === 'sqrt') return { type: 'sqrt', factor: rate(scaling.factor) }
  return { type: 'linear', slope: rate(scaling.slope), from: quote(scaling.from) }
}

function partialOf(partial: PartialChoice): PartialLiquidation {
  if (partial.type === 'whole') return { type: 'whole' }
  if (partial.type === 'tier-step-down') return { type: 'tier-step-down', tiers: partial.tiers, fromTier: partial.fromTier }
  const { cooldownMillis } = partial
  if (partial.type === 'share') {
    const { share, above, inCooldown } = partial
    return { type: 'share', share: rate(share), above: quote(above), cooldownMillis, ...(inCooldown === undefined ? {} : { inCooldown }) }
  }
  return {
    type: 'shortage',
    buffer: rate(partial.buffer),
    initialShare: rate(partial.initialShare),
    fullAfterMillis: partial.fullAfterMillis,
    fullBelow: quote(partial.fullBelow),
    cooldownMillis,
  }
}

function orderPriceOf(orderPrice: OrderPriceChoice): LiquidationOrderPrice {
  if (orderPrice.type === 'bankruptcy') return { type: 'bankruptcy' }
  if (orderPrice.type === 'mark') return { type: 'mark', slippage: rate(orderPrice.slippage) }
  return { type: 'fillable', adjustment: rate(orderPrice.adjustment), spread: rate(orderPrice.spread) }
}

function haircutOf({ by, slices }: CompleteRules['collateral'][string]): HaircutTable {
  return { by, slices: slices.map(({ floor, haircut }) => ({ floor: quote(floor ?? '0'), haircut: rate(haircut) })) }
}
