import { accountView, sum, Decimal, type Account, type Instrument, type LegId, type LiquidationPrice, type PoolView, type PositionView, type Price, type Quote, type Rules, type Tape } from '../engine/index.ts'
import { carryReport } from './carryReport.ts'
import { closingPrices } from './closingPrices.ts'
import { plainText, quotientText } from './plainText.ts'

/** What figures of an account are worked out by. */
export interface FiguresContext {
  readonly rules: Rules
  readonly instruments: ReadonlyMap<string, Instrument>
  /** By `priceKey`. */
  readonly marks: ReadonlyMap<string, Price>
  /** What legs have made so far: closed PnL, fees and funding. */
  readonly realized: ReadonlyMap<LegId, Quote>
  /** The moment, ms; a book has none. */
  readonly at?: number | undefined
  /** Of a scenario: what was paid on its instruments, where the tape says so. [F5] */
  readonly tape?: Pick<Tape, 'funding'> | undefined
}

/** Every figure of an account, decimals as plain strings. A figure that does not exist is `{ none: reason }`, never 0 or null. */
export function accountFigures(state: Account, context: FiguresContext) {
  const view = accountView(state, context)
  const held = view.positions.filter(({ type }) => type !== 'spot')
  const account = {
    equity: sum(view.pools.map((pool) => pool.equity)),
    walletBalance: view.walletBalance,
    available: view.available,
    unrealizedPnl: view.unrealizedPnl,
    initialMargin: view.initialMargin.minus(haircutOf(view.positions)),
    maintenanceMargin: view.maintenanceMargin,
    canStillLose: view.canStillLose,
  }
  const currency = currencyOf(context, held)
  return {
    account: {
      ...(currency === undefined ? {} : { currency: currency.account }),
      ...texts(account),
      marginRatio: view.marginRatio === undefined ? { none: 'no-positions' } : plainText(view.marginRatio),
    },
    ...(currency?.valuation === undefined ? {} : { valuation: valuationOf(account, currency.valuation) }),
    pools: view.pools.filter((pool) => pool.type === 'cross' || pool.legs.length > 0 || !pool.cash.isZero()).map((pool) => ({ ...poolReport(pool, view.positions), ...(pool.legs.length === 0 ? {} : carryReport(state, pool.id, context)) })),
    positions: held.map((position) => positionReport(position, state, { ...context, pools: view.pools })),
    ...(held.length === view.positions.length ? {} : { collateral: view.positions.filter(({ type }) => type === 'spot').map(collateralReport) }),
  }
}

/** What the initial margin of a pool counts for assets: shown as their haircut, not as margin. */
function haircutOf(positions: readonly PositionView[]): Decimal {
  return sum(positions.filter(({ type }) => type === 'spot').map((asset) => asset.initialMargin))
}

function texts<K extends string>(figures: Readonly<Record<K, Decimal>>): Record<K, string> {
  return Object.fromEntries(Object.entries<Decimal>(figures).map(([key, value]) => [key, quotientText(value)])) as Record<K, string>
}

interface Valuation {
  readonly currency: string
  readonly price: Decimal
}

/** The account's currency; that of a coin account is also seen in the currency its first instrument is priced in. */
function currencyOf({ instruments, marks }: FiguresContext, positions: readonly PositionView[]): { readonly account: string; readonly valuation: Valuation | undefined } | undefined {
  const instrument = instruments.get(positions[0]?.instrument ?? '')
  if (instrument === undefined) return undefined
  if (instrument.type !== 'inverse') return { account: instrument.quote, valuation: undefined }
  const mark = marks.get(instrument.symbol)
  return { account: instrument.base, valuation: mark === undefined ? undefined : { currency: instrument.quote, price: mark } }
}

function valuationOf(account: Readonly<Record<string, Decimal>>, { currency, price }: Valuation): Readonly<Record<string, string>> {
  const converted = Object.entries(account).map(([key, amount]) => [key, quotientText(amount.times(price))])
  return { currency, price: plainText(price), ...Object.fromEntries(converted) }
}

function isLiquidatable(position: PositionView): boolean {
  return position.liquidation.type === 'none' && position.liquidation.reason === 'already-liquidatable'
}

function poolReport(pool: PoolView, positions: readonly PositionView[]) {
  const own = positions.filter((each) => each.pool === pool.id)
  return {
    id: pool.id,
    type: pool.type,
    cash: quotientText(pool.cash),
    unrealizedPnl: plainText(pool.unrealizedPnl),
    equity: quotientText(pool.equity),
    ...(pool.haircut.isZero() ? {} : { haircut: plainText(pool.haircut) }),
    initialMargin: plainText(pool.initialMargin.minus(haircutOf(own))),
    maintenanceMargin: plainText(pool.maintenanceMargin),
    exitCosts: plainText(pool.exitCosts),
    requirement: plainText(pool.requirement),
    marginRatio: ratioReport(pool),
    marginLevel: levelReport(pool),
    liquidatable: own.some(isLiquidatable),
    freeCollateral: quotientText(pool.freeCollateral),
    removable: quotientText(pool.removable),
    legs: pool.legs,
  }
}

function ratioReport({ marginRatio, legs }: PoolView) {
  if (marginRatio !== undefined) return plainText(marginRatio)
  return { none: legs.length === 0 ? 'no-positions' : 'no-equity' }
}

/** The other way round, as some venues print it: equity / requirement, below 1 is liquidated. Rounded down. */
function levelReport({ equity, haircut, requirement, legs }: PoolView) {
  if (requirement.isZero()) return { none: legs.length === 0 ? 'no-positions' : 'no-requirement' }
  return plainText(equity.minus(haircut).div(requirement).toDecimalPlaces(12, Decimal.ROUND_FLOOR))
}

function positionReport(position: PositionView, state: Account, context: FiguresContext & { readonly pools: readonly PoolView[] }) {
  const instrument = context.instruments.get(position.instrument)
  return {
    leg: position.leg,
    instrument: position.instrument,
    pool: position.pool,
    side: position.qty.isNegative() ? 'short' : 'long',
    qty: plainText(position.qty),
    ...contractsOf(position, instrument),
    entryPrice: quotientText(position.entryPrice),
    mark: plainText(position.mark),
    notional: quotientText(position.notional),
    // An initial rate of 0 is no leverage anybody could state.
    leverage: position.leverage.isFinite() ? plainText(position.leverage) : { none: 'no-initial-margin' },
    ...(position.margin === undefined ? {} : { margin: quotientText(position.margin) }),
    unrealizedPnl: plainText(position.unrealizedPnl),
    roe: plainText(position.roe),
    initialMargin: plainText(position.initialMargin),
    initialMarginRate: quotientText(position.initialMarginRate),
    maintenanceMargin: plainText(position.maintenanceMargin),
    maintenanceMarginRate: quotientText(position.maintenanceMarginRate),
    exitCosts: plainText(position.exitCosts),
    requirement: plainText(position.requirement),
    tier: position.tier,
    marginRatio: position.marginRatio === undefined ? { none: 'no-equity' } : plainText(position.marginRatio),
    liquidationPrice: priceReport(position.liquidation),
    liquidationTogether: priceReport(position.liquidationTogether),
    bankruptcyPrice: priceReport(position.bankruptcy),
    ...closingPrices(position, state, context),
    ...(position.takeProfit === undefined ? {} : { takeProfit: plainText(position.takeProfit) }),
    ...(position.stopLoss === undefined ? {} : { stopLoss: plainText(position.stopLoss) }),
  }
}

function contractsOf({ qty }: PositionView, instrument: Instrument | undefined): { readonly contracts?: string } {
  if (instrument === undefined || instrument.contractSize.eq(1)) return {}
  return { contracts: quotientText(qty.div(instrument.contractSize)) }
}

/** An asset that serves as collateral: what of it counts, and the price of the asset itself at which the pool fails. */
function collateralReport(asset: PositionView) {
  return {
    asset: asset.instrument,
    pool: asset.pool,
    amount: plainText(asset.qty),
    price: plainText(asset.mark),
    value: quotientText(asset.notional),
    haircut: plainText(asset.maintenanceMargin),
    counted: quotientText(asset.notional.minus(asset.maintenanceMargin)),
    liquidationPrice: priceReport(asset.liquidation),
  }
}

/** `price` is on the tick, on the side that liquidates earlier unless the rules say otherwise; `exact` is the root itself. */
function priceReport(answer: LiquidationPrice) {
  if (answer.type === 'none') return { none: answer.reason }
  return { price: plainText(answer.price), exact: quotientText(answer.exact), direction: answer.direction }
}
