import { entries } from '../../ledger/entries.ts'
import { fundHistory } from '../../ledger/fundHistory.ts'
import { fundBalance, VENUE_FUND } from '../../ledger/insuranceFund.ts'
import { fundingHistory } from '../../ledger/fundingHistory.ts'
import type { LedgerEvent } from '../../ledger/LedgerEvent.ts'
import { priceOfValue, notionalOf } from '../../instruments/valuation.ts'
import { accountView } from '../../margin/accountView.ts'
import { breakEvenPrice } from '../../margin/breakEvenPrice.ts'
import { equityOf, pnlOf } from '../../margin/equity.ts'
import { fundingPayment, fundingRateOf } from '../../margin/fundingPayment.ts'
import type { LiquidationPrice } from '../../margin/LiquidationPrice.ts'
import { timeToLiquidationByCarry } from '../../margin/timeToLiquidation.ts'
import type { PositionView } from '../../margin/views.ts'
import { marksAt, tickTime } from '../../run/steps.ts'
import { priceOf } from '../../tape/priceKey.ts'
import { required } from '../../result/result.ts'
import { Decimal } from '../../units/decimal.ts'
import { asQuote, ZERO_QUOTE } from '../../units/quantities.ts'
import { explainIncident } from '../explainIncident.ts'
import type { FigureRef } from '../Explanation.ts'
import type { FigureId } from '../FigureId.ts'
import type { FigureScene } from '../FigureScene.ts'
import { lastWay } from '../lastWay.ts'

/** A figure and what it is, taken from the views, the events and the reports, not from its explanation. */
export interface Shown {
  readonly ref: FigureRef
  /** Absent where the figure does not exist. */
  readonly value: Decimal | undefined
}

type Of = Readonly<Record<string, string>>
type Twin = keyof FigureScene['runs']

/** Of each twin: the hundredth part of one liquidation is like the first. */
const MOST_INCIDENTS = 2

const TWINS = ['as-set', 'all-isolated', 'all-cross'] as const

function shown(id: FigureId, of: Of, value: Decimal | undefined): Shown {
  return { ref: { id, of }, value }
}

/** Every figure of the accounts, the market and the sentence at a tick. */
export function figuresAt(scene: FigureScene): readonly Shown[] {
  return [...TWINS.flatMap((twin) => accountFigures(scene, twin)), ...marketFigures(scene), ...headlineFigures(scene)]
}

function accountFigures(scene: FigureScene, twin: Twin): readonly Shown[] {
  const { setup, runs, tick } = scene
  const run = runs[twin]
  const account = run.accountAt(tick)
  const marks = marksAt(setup.tape, tick)
  const { rules } = setup
  const instruments = new Map(setup.instruments.map((each) => [each.symbol, each]))
  const view = accountView(account, { rules, instruments, marks })
  const events = run.events.slice(0, run.countAt(tick))
  const deposited = depositedOf(events)
  const coin = setup.instruments.find(({ type }) => type !== 'spot')
  const at = tickTime(setup.tape, tick)
  const trails = run.trailsAt(tick)
  const found: Shown[] = []
  const add = (id: FigureId, of: Of, value: Decimal | undefined): unknown => found.push(shown(id, { twin, ...of }, value))
  for (const field of ['equity', 'walletBalance', 'available', 'initialMargin', 'maintenanceMargin', 'unrealizedPnl', 'orderReserve', 'canStillLose', 'marginRatio', 'insuranceFund'] as const) add(`account.${field}`, {}, view[field])
  add('account.worth', {}, coin?.type === 'inverse' ? view.equity.times(required(marks.get(coin.symbol), 'a mark')) : undefined)
  add('account.deposited', {}, deposited)
  add('account.change', {}, deposited.gt(0) ? new Decimal(view.equity.minus(deposited).div(deposited).toFixed(8)) : undefined)
  add('account.openPositions', {}, new Decimal(view.positions.filter(({ type }) => type !== 'spot').length))
  add('account.openOrders', {}, new Decimal(view.orders.length))
  for (const pool of view.pools) {
    for (const field of ['cash', 'unrealizedPnl', 'equity', 'initialMargin', 'maintenanceMargin', 'exitCosts', 'requirement', 'haircut', 'freeCollateral', 'orderReserve', 'marginRatio', 'removable'] as const) add(`pool.${field}`, { pool: pool.id }, pool[field])
    const carry = timeToLiquidationByCarry(account, pool.id, { marks, rules, at })
    const found = carry.type === 'none' ? undefined : carry
    add('pool.carryPayments', { pool: pool.id }, found === undefined ? undefined : new Decimal(found.payments))
    add('pool.carryPerPayment', { pool: pool.id }, found?.perPayment)
    add('pool.carryAt', { pool: pool.id }, found === undefined ? undefined : new Decimal(found.at))
    const until = account.pools.get(pool.id)?.cooling?.until
    add('pool.coolingUntil', { pool: pool.id }, until === undefined ? undefined : new Decimal(until))
  }
  for (const position of view.positions) {
    const held = required(account.positions.get(position.leg), position.leg)
    const of = { leg: position.leg }
    for (const field of POSITION_FIELDS) add(`position.${field}`, of, position[field])
    add('position.tier', of, new Decimal(position.tier))
    for (const field of ['liquidation', 'liquidationTogether', 'bankruptcy'] as const) {
      add(`position.${field}`, of, priceOfLevel(position[field]))
      add(`position.${field}Distance`, of, distanceOf(position[field], position))
    }
    const trail = held.trailing === undefined ? undefined : trails.get(held.trailing)
    add('position.trailingBest', of, trail?.best)
    add('position.trailingLevel', of, trail?.level)
    add('position.autoMarginLeft', of, held.autoMargin?.left)
    const { totals } = position
    const realized = asQuote(totals.realizedPnl.plus(totals.fees).plus(totals.funding))
    const even = breakEvenPrice(held, { realized, fee: rules.fees.taker })
    add('position.breakEven', of, typeof even === 'string' || position.type === 'spot' ? undefined : even)
    add('position.closingRate', of, rules.fees.taker)
    const funded = rules.funding.type === 'none' || position.type === 'spot' ? undefined : rules.funding
    add('position.fundingRate', of, funded === undefined ? undefined : fundingRateOf(funded, position.instrument, marks))
    add('position.fundingPrice', of, funded === undefined ? undefined : priceOf(marks, position.instrument, funded.price))
    add('position.nextFunding', of, fundingPayment(held, rules.funding, marks)?.amount)
    const isAsset = position.type === 'spot'
    add('position.haircut', of, isAsset ? position.initialMargin : undefined)
    add('position.haircutShare', of, isAsset ? (position.notional.isZero() ? new Decimal(0) : position.initialMargin.div(position.notional).toDecimalPlaces(12)) : undefined)
  }
  for (const [leg, totals] of account.totals) {
    for (const field of ['realizedPnl', 'fees', 'funding', 'liquidationFees', 'forfeited', 'badDebt'] as const) add(`position.${field}`, { leg }, totals[field])
    add('position.realized', { leg }, totals.realizedPnl.plus(totals.fees).plus(totals.funding))
    add('position.result', { leg }, pnlOf(account, leg, marks))
  }
  for (const order of view.orders) {
    const of = { order: order.id }
    for (const field of ['qty', 'price', 'limitPrice', 'leverage', 'reserve', 'takeProfit', 'stopLoss'] as const) add(`order.${field}`, of, order[field])
    const { type } = required(instruments.get(order.instrument), order.instrument)
    add('order.notional', of, notionalOf({ type, qty: order.qty }, order.price))
    const trail = order.trailing === undefined ? undefined : trails.get(order.trailing)
    add('order.trailingBest', of, trail?.best)
    add('order.trailingLevel', of, trail?.level)
    const mark = required(marks.get(order.instrument), 'a mark')
    const price = order.trailing === undefined ? order.price : (trail?.level ?? order.trailing.activation ?? order.price)
    add('order.distance', of, mark.isZero() ? undefined : price.minus(mark).div(mark.abs()))
  }
  const funds = rules.insuranceFund.scope === 'venue' ? [VENUE_FUND] : setup.instruments.filter(({ type }) => type !== 'spot').map(({ symbol }) => symbol)
  for (const fund of funds) {
    add('fund.start', { fund }, rules.insuranceFund.balance)
    add('fund.balance', { fund }, fundBalance(account, rules, fund))
  }
  return found
}

const POSITION_FIELDS = [
  'qty', 'entryNotional', 'entryPrice', 'mark', 'notional', 'leverage', 'margin', 'initialMargin', 'initialMarginRate', 'maintenanceMargin', 'maintenanceMarginRate', 'exitCosts', 'requirement',
  'unrealizedPnl', 'roe', 'marginRatio', 'takeProfit', 'stopLoss',
] as const

function priceOfLevel(level: LiquidationPrice): Decimal | undefined {
  return level.type === 'none' ? undefined : level.price
}

function distanceOf(level: LiquidationPrice, { mark }: PositionView): Decimal | undefined {
  return level.type === 'none' || mark.isZero() ? undefined : level.price.minus(mark).div(mark.abs())
}

function depositedOf(events: readonly LedgerEvent[]): Decimal {
  return events.reduce((total: Decimal, event) => (event.type === 'deposited' ? total.plus(event.amount) : event.type === 'withdrawn' ? total.minus(event.amount) : total), new Decimal(0))
}

function marketFigures({ setup: { tape, rules, instruments }, tick }: FigureScene): readonly Shown[] {
  const marks = marksAt(tape, tick)
  const { funding } = rules
  return instruments.flatMap(({ symbol: instrument }) => {
    const of = { instrument }
    const mark = required(marks.get(instrument), 'a mark')
    const series = required(tape.series.find((each) => each.instrument === instrument && (each.kind ?? 'mark') === 'mark'), 'a series')
    const first = new Decimal(String((series.open ?? series.close)[0]))
    const tier = required((Object.hasOwn(rules.tiers, instrument) ? rules.tiers[instrument] : rules.tiers.default)?.[0], 'a tier')
    const resting = funding.type === 'none' ? undefined : funding.type === 'fixed' ? funding.rate : restingRate(funding)
    return [
      shown('market.mark', of, mark),
      shown('market.index', of, marks.get(`${instrument}#index`)),
      shown('market.last', of, marks.get(`${instrument}#last`)),
      shown('market.change', of, first.isZero() ? new Decimal(0) : mark.minus(first).div(first.abs())),
      shown('market.fundingRate', of, funding.type === 'none' ? undefined : fundingRateOf(funding, instrument, marks)),
      shown('market.restingFundingRate', of, resting),
      shown('market.nextFunding', of, funding.type === 'none' ? undefined : new Decimal((Math.floor(tickTime(tape, tick) / funding.intervalMillis) + 1) * funding.intervalMillis)),
      shown('market.maintenanceRate', of, tier.maintenanceRate),
      shown('market.maxLeverage', of, tier.maxLeverage),
    ]
  })
}

/** (premium + clamp(interest - premium)) x interval / period within the cap: SPEC F2. */
function restingRate({ premium, interest, clamp, cap, intervalMillis, periodMillis }: Extract<FigureScene['setup']['rules']['funding'], { type: 'premium' }>): Decimal {
  const pull = Decimal.max(Decimal.min(interest.minus(premium), clamp), clamp.neg())
  const rate = premium.plus(pull).times(intervalMillis).div(periodMillis)
  return cap === undefined ? rate : Decimal.max(Decimal.min(rate, cap), cap.neg())
}

function headlineFigures({ setup, runs, tick }: FigureScene): readonly Shown[] {
  const marks = marksAt(setup.tape, tick)
  const [isolated, cross] = [equityOf(runs['all-isolated'].accountAt(tick), marks), equityOf(runs['all-cross'].accountAt(tick), marks)]
  const run = runs['as-set']
  return [
    shown('headline.isolated', {}, isolated),
    shown('headline.cross', {}, cross),
    shown('headline.gap', {}, isolated.minus(cross).abs()),
    shown('headline.deposited', {}, depositedOf(run.events.slice(0, run.countAt(tick)))),
  ]
}

/** Every figure of every event of the runs, of the funds and of the reports on liquidations. */
export function figuresOfEvents(scene: FigureScene): readonly Shown[] {
  return TWINS.flatMap((twin) => {
    const run = scene.runs[twin]
    const events = run.events.slice(0, run.countAt(scene.tick))
    return [...events.flatMap((event) => ofEvent(scene, twin, event)), ...fundChangesOf(scene, twin, events), ...fundingOf(twin, events)]
  })
}

function fundChangesOf({ setup: { rules } }: FigureScene, twin: Twin, events: readonly LedgerEvent[]): readonly Shown[] {
  return fundHistory(events, rules).flatMap(({ fund, seq, change, balance }) => {
    const of = { twin, fund, seq: String(seq) }
    return [shown('fund.change', of, change), shown('fund.balance', of, balance)]
  })
}

function fundingOf(twin: Twin, events: readonly LedgerEvent[]): readonly Shown[] {
  const seqs = events.flatMap((event) => (event.type === 'funding-paid' ? event.legs.map(() => event.seq) : []))
  return fundingHistory(events).flatMap(({ leg, rate, price, amount, cumulative }, i) => {
    const of = { twin, leg, seq: String(seqs[i]) }
    return [shown('funding.rate', of, rate), shown('funding.price', of, price), shown('funding.amount', of, amount), shown('funding.cumulative', of, cumulative)]
  })
}

function ofEvent(scene: FigureScene, twin: Twin, event: LedgerEvent): readonly Shown[] {
  const of = { twin, seq: String(event.seq) }
  const one = (field: string, value: Decimal | undefined, more: Of = {}): Shown => shown(field as FigureId, { ...of, ...more }, value)
  const shares = 'shares' in event ? event.shares.map(({ leg, amount }) => one('event.share', amount, { leg })) : []
  switch (event.type) {
    case 'filled':
      return [
        ...trade(one, event, event.instrumentType),
        one('trade.qtyAfter', event.qtyAfter),
        one('trade.entryPriceAfter', event.qtyAfter.isZero() ? undefined : priceOfValue({ type: event.instrumentType, qty: event.qtyAfter }, event.entryNotionalAfter)),
      ]
    case 'position-liquidated': {
      const { type } = required(scene.setup.instruments.find(({ symbol }) => symbol === event.instrument), event.instrument)
      return [
        ...trade(one, event, type),
        one('trade.qtyAfter', event.rest?.qty ?? new Decimal(0)),
        one('trade.entryPriceAfter', event.rest === undefined ? undefined : priceOfValue({ type, qty: event.rest.qty }, event.rest.entryNotional)),
      ]
    }
    case 'funding-paid':
      return [one('event.amount', entries(event).reduce((total: Decimal, entry) => ('pool' in entry ? total.plus(entry.amount) : total), ZERO_QUOTE))]
    case 'leverage-set':
      return [one('event.leverageBefore', event.before), one('event.leverageAfter', event.after)]
    case 'protection-set':
      return [one('event.takeProfit', event.takeProfit), one('event.stopLoss', event.stopLoss)]
    case 'order-placed':
    case 'order-triggered':
      return [one('event.reserve', event.order.reserve), one('event.orderQty', event.order.qty), one('event.orderPrice', event.order.price)]
    case 'deleveraged':
      return [one('event.amount', event.amount), one('event.score', event.score), one('event.rank', new Decimal(event.rank)), one('event.counterpartyPnl', event.realizedPnl)]
    case 'pool-breached':
      return [
        one('event.equity', event.equity),
        one('event.maintenanceMargin', event.maintenanceMargin),
        ...event.legs.flatMap(({ leg, mark, qty, unrealizedPnl, maintenanceMargin }) => [one('event.legMark', mark, { leg }), one('event.legQty', qty, { leg }), one('event.legPnl', unrealizedPnl, { leg }), one('event.legMaintenance', maintenanceMargin, { leg })]),
        ...(scene.runs[twin].events.filter((each) => each.type === 'pool-breached' && each.seq < event.seq).length < MOST_INCIDENTS ? ofIncident(scene, twin, event.seq) : []),
      ]
    default:
      return 'amount' in event ? [one('event.amount', event.amount), ...shares] : []
  }
}

type One = (field: string, value: Decimal | undefined, more?: Of) => Shown

function trade(one: One, event: Extract<LedgerEvent, { type: 'filled' | 'position-liquidated' }>, type: 'linear' | 'inverse' | 'spot'): readonly Shown[] {
  const { qty, price, fee, realizedPnl } = event
  return [
    one('trade.qty', qty), one('trade.price', price), one('trade.fee', fee), one('trade.realizedPnl', realizedPnl),
    one('trade.notional', notionalOf({ type, qty }, price)),
    one('event.amount', realizedPnl.minus(fee)),
  ]
}

function ofIncident({ setup, runs }: FigureScene, twin: Twin, seq: number): readonly Shown[] {
  const report = required(explainIncident(setup, runs, { twin, seq }), 'a report')
  const one = (field: string, value: Decimal | undefined, more: Of = {}): Shown => shown(`incident.${field}` as FigureId, { twin, seq: String(seq), ...more }, value)
  const culprit = required(report.legs[0], 'a culprit')
  const fill = required(runs[twin].events.slice(0, seq - 1).findLast((event) => event.type === 'filled' && event.leg === culprit.leg), 'a fill')
  // as the sentence says it: from the entry price of the last trade
  const entry = fill.type === 'filled' ? priceOfValue({ type: fill.instrumentType, qty: fill.qtyAfter }, fill.entryNotionalAfter) : culprit.entryPrice
  return [
    one('equity', report.equity), one('maintenanceMargin', report.maintenanceMargin), one('forfeited', report.forfeited), one('badDebt', report.badDebt),
    one('liquidationFees', report.liquidationFees), one('returned', report.returned),
    shown('headline.move', { twin, seq: String(seq) }, entry.isZero() ? undefined : culprit.mark.minus(entry).div(entry.abs())),
    ...report.money.map(({ party, amount }) => one('money', amount, { party })),
    ...report.legs.flatMap(({ leg, qty, entryPrice, mark, move, unrealizedPnl, maintenanceMargin, share, closed, elsewhere }) => [
      one('qty', qty, { leg }), one('entryPrice', entryPrice, { leg }), one('mark', mark, { leg }), one('move', move, { leg }), one('unrealizedPnl', unrealizedPnl, { leg }),
      one('legMaintenance', maintenanceMargin, { leg }), one('share', share, { leg }),
      one('closedPrice', closed?.price, { leg }), one('realizedPnl', closed?.realizedPnl, { leg }), one('fee', closed?.fee, { leg }),
      one('lost', closed?.realizedPnl.minus(closed.fee).plus(share), { leg }),
      ...elsewhere.map(({ twin: other, pnl }) => one('elsewhere', pnl, { leg, other })),
    ]),
    ...report.chains.flatMap((chain) => {
      const way = lastWay(chain)
      if (way === undefined) return []
      const { leg } = chain
      return [
        one('driftBefore', way.before, { leg }), one('driftAfter', way.after, { leg }),
        ...way.shares.flatMap(({ surplus, price }, i) => [one('driftPrice', price, { leg, part: String(i) }), ...(surplus === undefined ? [] : [one('driftSurplus', surplus, { leg, part: String(i) })])]),
      ]
    }),
  ]
}
