import type { Funding, HaircutTable, LiquidationOrderPrice, PartialLiquidation, Rules, SizeScaling, Tier } from '../../engine/index.ts'
import type { FundingDocument, HaircutDocument, OrderPriceDocument, PartialDocument, RulesDocument, SizeScalingDocument, TierDocument } from './RulesDocument.ts'

/** Rules as a document that states everything, in the order in which people read it. */
export function rulesToDocument(rules: Rules): RulesDocument {
  const { fees, liquidation, exitCost, insuranceFund } = rules
  return {
    schema: 1,
    id: rules.id,
    name: rules.name,
    summary: rules.summary,
    ...(rules.date === '' ? {} : { date: rules.date }),
    source: rules.source,
    fees: { maker: fees.maker.toFixed(), taker: fees.taker.toFixed() },
    funding: fundingDocument(rules.funding),
    tiers: each(rules.tiers, (table) => table.map(tierDocument)),
    tiersBy: rules.tiersBy,
    tierRates: rules.tierRates,
    tierBoundary: rules.tierBoundary,
    sizeScaling: each(rules.sizeScaling, scalingDocument),
    initialOn: rules.initialOn,
    initialWithExitCost: rules.initialWithExitCost,
    openInterest: each(rules.openInterest, ({ lower, upper, rateStep, open }) => ({ lower: lower.toFixed(), upper: upper.toFixed(), ...(rateStep.isZero() ? {} : { rateStep: rateStep.toFixed() }), ...(open === undefined ? {} : { open: open.toFixed() }) })),
    transferFloor: rules.transferFloor.toFixed(),
    contract: rules.contract,
    maximumPrice: each(rules.maximumPrice, (most) => most.toFixed()),
    isolatedMargin: rules.isolatedMargin,
    maintenanceOn: rules.maintenanceOn,
    minimumMaintenance: rules.minimumMaintenance.toFixed(),
    exitCost: { rate: exitCost.rate.toFixed(), on: exitCost.on, fixed: exitCost.fixed.toFixed(), combine: exitCost.combine },
    marginStep: rules.marginStep.toFixed(),
    comparison: rules.comparison,
    liquidationPriceRounding: rules.liquidationPriceRounding,
    liquidation: {
      trigger: liquidation.trigger,
      sharedPool: liquidation.sharedPool,
      partial: partialDocument(liquidation.partial),
      orderPrice: orderPriceDocument(liquidation.orderPrice),
      backstopBelow: liquidation.backstopBelow.toFixed(),
      feeRate: liquidation.feeRate.toFixed(),
      feeOn: liquidation.feeOn,
      feeTo: liquidation.feeTo,
      residual: liquidation.residual,
    },
    insuranceFund: { balance: insuranceFund.balance.toFixed(), scope: insuranceFund.scope },
    deleveraging: rules.deleveraging,
    collateral: each(rules.collateral, haircutDocument),
  }
}

/** What holds for all others comes first. */
function each<T, U>(all: Readonly<Record<string, T>>, of: (value: T) => U): Readonly<Record<string, U>> {
  const entries = Object.entries(all)
  const ordered = [...entries.filter(([key]) => key === 'default'), ...entries.filter(([key]) => key !== 'default')]
  return Object.fromEntries(ordered.map(([key, value]) => [key, of(value)]))
}

function fundingDocument(funding: Funding): FundingDocument {
  if (funding.type === 'none') return { type: 'none' }
  const interval = spanDocument('interval', funding.intervalMillis)
  if (funding.type === 'fixed') return { type: 'fixed', ...interval, rate: funding.rate.toFixed(), price: funding.price }
  return {
    type: 'premium',
    ...interval,
    ...spanDocument('period', funding.periodMillis),
    interest: funding.interest.toFixed(),
    clamp: funding.clamp.toFixed(),
    ...(funding.cap === undefined ? {} : { cap: funding.cap.toFixed() }),
    premium: funding.premium.toFixed(),
    price: funding.price,
  }
}

function spanDocument(name: 'interval' | 'period', millis: number): Readonly<Record<string, number>> {
  const hours = millis / 3_600_000
  return Number.isInteger(hours) ? { [`${name}Hours`]: hours } : { [`${name}Millis`]: millis }
}

function tierDocument(tier: Tier): TierDocument {
  return {
    floor: tier.floor.toFixed(),
    ...(tier.cap === undefined ? {} : { cap: tier.cap.toFixed() }),
    maintenanceRate: tier.maintenanceRate.toFixed(),
    maintenanceAmount: tier.maintenanceAmount.toFixed(),
    maxLeverage: tier.maxLeverage.toFixed(),
    ...(tier.initialRate === undefined ? {} : { initialRate: tier.initialRate.toFixed() }),
  }
}

function scalingDocument(scaling: SizeScaling): SizeScalingDocument {
  if (scaling.type === 'none') return { type: 'none' }
  if (scaling.type === 'sqrt') return { type: 'sqrt', factor: scaling.factor.toFixed() }
  return { type: 'linear', slope: scaling.slope.toFixed(), from: scaling.from.toFixed() }
}

function partialDocument(partial: PartialLiquidation): PartialDocument {
  if (partial.type === 'whole' || partial.type === 'tier-step-down') return partial
  const { cooldownMillis } = partial
  if (partial.type === 'share') {
    const { share, above, inCooldown } = partial
    return { type: 'share', share: share.toFixed(), above: above.toFixed(), cooldownMillis, ...(inCooldown === undefined ? {} : { inCooldown }) }
  }
  return {
    type: 'shortage',
    buffer: partial.buffer.toFixed(),
    initialShare: partial.initialShare.toFixed(),
    fullAfterMillis: partial.fullAfterMillis,
    fullBelow: partial.fullBelow.toFixed(),
    cooldownMillis,
  }
}

function orderPriceDocument(orderPrice: LiquidationOrderPrice): OrderPriceDocument {
  if (orderPrice.type === 'bankruptcy') return { type: 'bankruptcy' }
  if (orderPrice.type === 'mark') return { type: 'mark', slippage: orderPrice.slippage.toFixed() }
  return { type: 'fillable', adjustment: orderPrice.adjustment.toFixed(), spread: orderPrice.spread.toFixed() }
}

function haircutDocument({ by, slices }: HaircutTable): HaircutDocument {
  return { by, slices: slices.map(({ floor, haircut }) => ({ floor: floor.toFixed(), haircut: haircut.toFixed() })) }
}
