import { Decimal, priceKey } from '../../engine/index.ts'
import { createSelector } from 'reselect'
import type { PaidFunding } from '../../workers/run/Frame.ts'
import type { SessionInfo } from '../../workers/run/SessionInfo.ts'
import type { AppState } from '../AppState.ts'
import type { MarketStrip } from './rows/MarketStrip.ts'
import { sizeUnitOf } from './sizeUnitOf.ts'

/** The selected instrument at the cursor, and the rules it is played under; absent before the first frame. */
export const selectMarketStrip: (state: AppState) => MarketStrip | undefined = createSelector(
  [(state: AppState) => state.scenario.info, (state: AppState) => state.view.frame?.marks, (state: AppState) => state.selection.instrument, (state: AppState) => state.view.frame?.paidFunding],
  (info, marks, selected, paid) => {
    const instrument = info?.instruments.find((each) => each.symbol === selected) ?? info?.instruments[0]
    const mark = instrument === undefined ? undefined : marks?.[instrument.symbol]
    if (info === undefined || marks === undefined || instrument === undefined || mark === undefined) return undefined
    const { funding } = info.rules
    return {
      instrument: instrument.symbol,
      base: instrument.base,
      quote: instrument.quote,
      sizeUnit: sizeUnitOf(instrument),
      isInverse: instrument.type === 'inverse',
      currency: info.currency.code,
      mark,
      index: marks[priceKey(instrument.symbol, 'index')],
      last: marks[priceKey(instrument.symbol, 'last')],
      trigger: info.rules.liquidation.trigger,
      change: changeOf(info, instrument.symbol, mark),
      priceDecimals: new Decimal(instrument.tickSize).decimalPlaces(),
      qtyDecimals: new Decimal(instrument.qtyStep).decimalPlaces(),
      tickSize: instrument.tickSize,
      qtyStep: instrument.qtyStep,
      funding: paidOf(paid?.[instrument.symbol]) ?? fundingOf(funding),
      ...tiersOf(info, instrument.symbol),
      rulesName: info.rules.name,
      rulesSummary: info.rules.summary,
      between: info.tape.between,
      instruments: info.instruments.map((each) => {
        const own = marks[each.symbol] ?? '0'
        return { instrument: each.symbol, base: each.base, mark: own, change: changeOf(info, each.symbol, own) }
      }),
    }
  },
)

/** A rate that follows the premium has no number of its own: what is stated without a premium is shown. */
function fundingOf(funding: SessionInfo['rules']['funding']): MarketStrip['funding'] {
  if (funding.type === 'none') return undefined
  return { rate: funding.type === 'fixed' ? funding.rate : restingRate(funding), intervalMillis: funding.intervalMillis, isPaid: false }
}

/** What the tape has paid last, where it says what is paid. [F5] */
function paidOf(paid: PaidFunding | undefined): MarketStrip['funding'] {
  return paid === undefined ? undefined : { ...paid, isPaid: true }
}

/** The rate of an interval while the premium stands as stated: (premium + clamp(interest - premium)) x interval / period. */
function restingRate({ premium, interest, clamp, cap, intervalMillis, periodMillis }: Extract<SessionInfo['rules']['funding'], { type: 'premium' }>): string {
  const pull = Decimal.max(Decimal.min(new Decimal(interest).minus(premium), clamp), new Decimal(clamp).neg())
  const rate = pull.plus(premium).times(intervalMillis).div(periodMillis).toSignificantDigits(12)
  return (cap === undefined ? rate : Decimal.max(Decimal.min(rate, cap), new Decimal(cap).neg())).toFixed()
}

function tiersOf(info: SessionInfo, instrument: string): Pick<MarketStrip, 'maintenanceMarginRate' | 'maxLeverage' | 'tiers'> {
  const tiers = info.rules.tiers[instrument] ?? info.rules.tiers.default
  return {
    maintenanceMarginRate: tiers[0]?.maintenanceRate ?? '0',
    maxLeverage: tiers[0]?.maxLeverage ?? '1',
    tiers: tiers.map(({ floor, cap, maintenanceRate, maxLeverage }) => ({ floor, cap, maintenanceRate, maxLeverage })),
  }
}

/** Against the first price of the tape. */
function changeOf(info: SessionInfo, instrument: string, mark: string): number {
  const first = new Decimal(info.tape.firstMarks[instrument] ?? mark)
  return first.isZero() ? 0 : new Decimal(mark).minus(first).div(first.abs()).toNumber()
}
