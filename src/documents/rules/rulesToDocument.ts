import type { Funding, Rules, Tier } from '../../engine/index.ts'
import type { FundingDocument, RulesDocument, TierDocument } from './RulesDocument.ts'

/** Rules as a document that states everything, in the order in which people read it. */
export function rulesToDocument(rules: Rules): RulesDocument {
  const { fees, liquidation } = rules
  return {
    schema: 1,
    id: rules.id,
    name: rules.name,
    summary: rules.summary,
    ...(rules.date === '' ? {} : { date: rules.date }),
    source: rules.source,
    fees: { maker: fees.maker.toFixed(), taker: fees.taker.toFixed() },
    funding: fundingDocument(rules.funding),
    tiers: Object.fromEntries(Object.entries(rules.tiers).map(([symbol, table]) => [symbol, table.map(tierDocument)])),
    maintenanceOn: rules.maintenanceOn,
    exitFeeInTest: rules.exitFeeInTest,
    comparison: rules.comparison,
    liquidation: {
      sharedPool: liquidation.sharedPool,
      feeRate: liquidation.feeRate.toFixed(),
      feeTo: liquidation.feeTo,
      residual: liquidation.residual,
    },
    insuranceFund: rules.insuranceFund.toFixed(),
  }
}

function fundingDocument(funding: Funding): FundingDocument {
  if (funding.type === 'none') return { type: 'none' }
  const hours = funding.intervalMillis / 3_600_000
  const interval = Number.isInteger(hours) ? { intervalHours: hours } : { intervalMillis: funding.intervalMillis }
  return { type: 'fixed', ...interval, rate: funding.rate.toFixed() }
}

function tierDocument(tier: Tier): TierDocument {
  return {
    floor: tier.floor.toFixed(),
    ...(tier.cap === undefined ? {} : { cap: tier.cap.toFixed() }),
    maintenanceRate: tier.maintenanceRate.toFixed(),
    maintenanceAmount: tier.maintenanceAmount.toFixed(),
    maxLeverage: tier.maxLeverage.toFixed(),
  }
}
