import { entries } from '../../ledger/entries.ts'
import { fundHistory } from '../../ledger/fundHistory.ts'
import { fundingHistory } from '../../ledger/fundingHistory.ts'
import type { LedgerEvent } from '../../ledger/LedgerEvent.ts'
import { priceOfValue, notionalOf } from '../../instruments/valuation.ts'
import { equityOf } from '../../margin/equity.ts'
import { fundingRateOf } from '../../margin/fundingPayment.ts'
import { knownFunding } from '../../margin/knownFunding.ts'
import { marksAt, tickTime } from '../../run/steps.ts'
import { required } from '../../result/result.ts'
import { Decimal } from '../../units/decimal.ts'
import { ZERO_QUOTE } from '../../units/quantities.ts'
import { explainIncident } from '../explainIncident.ts'
import type { FigureId } from '../FigureId.ts'
import type { FigureScene } from '../FigureScene.ts'
import { lastWay } from '../lastWay.ts'
import { accountFigures, depositedOf } from './accountShown.ts'
import { shown, type Of, type Shown, type Twin } from './shown.ts'

/** Of each twin: the hundredth part of one liquidation is like the first. */
const MOST_INCIDENTS = 2

const TWINS = ['as-set', 'all-isolated', 'all-cross'] as const

/** Every figure of the accounts, the market and the sentence at a tick. */
export function figuresAt(scene: FigureScene): readonly Shown[] {
  return [...TWINS.flatMap((twin) => accountFigures(scene, twin)), ...marketFigures(scene), ...headlineFigures(scene)]
}

function marketFigures({ setup: { tape, rules, instruments }, tick }: FigureScene): readonly Shown[] {
  const marks = marksAt(tape, tick)
  const at = tickTime(tape, tick)
  return instruments.flatMap(({ symbol: instrument }) => {
    const of = { instrument }
    const mark = required(marks.get(instrument), 'a mark')
    const series = required(tape.series.find((each) => each.instrument === instrument && (each.kind ?? 'mark') === 'mark'), 'a series')
    const first = new Decimal(String((series.open ?? series.close)[0]))
    const tier = required((Object.hasOwn(rules.tiers, instrument) ? rules.tiers[instrument] : rules.tiers.default)?.[0], 'a tier')
    const { funding, next } = knownFunding({ rules, tape, at }, instrument)
    const resting = funding.type === 'none' ? undefined : funding.type === 'fixed' ? funding.rate : restingRate(funding)
    return [
      shown('market.mark', of, mark),
      shown('market.index', of, marks.get(`${instrument}#index`)),
      shown('market.last', of, marks.get(`${instrument}#last`)),
      shown('market.change', of, first.isZero() ? new Decimal(0) : mark.minus(first).div(first.abs())),
      shown('market.fundingRate', of, funding.type === 'none' ? undefined : fundingRateOf(funding, instrument, marks)),
      shown('market.restingFundingRate', of, resting),
      shown('market.nextFunding', of, next === undefined ? undefined : new Decimal(next)),
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
  const one: One = (field, value, more = {}) => shown(field as FigureId, { ...of, ...more }, value)
  return [...ofTrade(scene, one, event), ...ofTerms(one, event), ...ofBreach(scene, twin, one, event), ...ofAmount(one, event)]
}

function ofTrade({ setup }: FigureScene, one: One, event: LedgerEvent): readonly Shown[] {
  if (event.type === 'filled') {
    const { instrumentType: type, qtyAfter, entryNotionalAfter } = event
    return [...trade(one, event, type), one('trade.qtyAfter', qtyAfter), one('trade.entryPriceAfter', qtyAfter.isZero() ? undefined : priceOfValue({ type, qty: qtyAfter }, entryNotionalAfter))]
  }
  if (event.type !== 'position-liquidated') return []
  const { type } = required(setup.instruments.find(({ symbol }) => symbol === event.instrument), event.instrument)
  const { rest } = event
  return [...trade(one, event, type), one('trade.qtyAfter', rest?.qty ?? new Decimal(0)), one('trade.entryPriceAfter', rest === undefined ? undefined : priceOfValue({ type, qty: rest.qty }, rest.entryNotional))]
}

function ofTerms(one: One, event: LedgerEvent): readonly Shown[] {
  switch (event.type) {
    case 'leverage-set':
      return [one('event.leverageBefore', event.before), one('event.leverageAfter', event.after)]
    case 'protection-set':
      return [one('event.takeProfit', event.takeProfit), one('event.stopLoss', event.stopLoss)]
    case 'order-placed':
    case 'order-triggered':
      return [one('event.reserve', event.order.reserve), one('event.orderQty', event.order.qty), one('event.orderPrice', event.order.price)]
    case 'deleveraged':
      return [one('event.score', event.score), one('event.rank', new Decimal(event.rank)), one('event.counterpartyPnl', event.realizedPnl)]
    default:
      return []
  }
}

function ofBreach(scene: FigureScene, twin: Twin, one: One, event: LedgerEvent): readonly Shown[] {
  if (event.type !== 'pool-breached') return []
  const before = scene.runs[twin].events.filter((each) => each.type === 'pool-breached' && each.seq < event.seq).length
  return [
    one('event.equity', event.equity),
    one('event.maintenanceMargin', event.maintenanceMargin),
    ...event.legs.flatMap(({ leg, mark, qty, unrealizedPnl, maintenanceMargin }) => [one('event.legMark', mark, { leg }), one('event.legQty', qty, { leg }), one('event.legPnl', unrealizedPnl, { leg }), one('event.legMaintenance', maintenanceMargin, { leg })]),
    ...(before < MOST_INCIDENTS ? ofIncident(scene, twin, event.seq) : []),
  ]
}

function ofAmount(one: One, event: LedgerEvent): readonly Shown[] {
  if (event.type === 'funding-paid') return [one('event.amount', entries(event).reduce((total: Decimal, entry) => ('pool' in entry ? total.plus(entry.amount) : total), ZERO_QUOTE))]
  const shares = 'shares' in event ? event.shares.map(({ leg, amount }) => one('event.share', amount, { leg })) : []
  return 'amount' in event ? [one('event.amount', event.amount), ...shares] : []
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
    // what came to the parties has the sign of receiving
    one('fundBears', report.money.filter(({ party }) => party === 'deleveraged' || party === 'nobody').reduce((left: Decimal, { amount }) => left.plus(amount), report.badDebt)),
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
    one('saverExtra', new Decimal('12.5'), { kind: 'margin', from: '10', to: '22.5' }),
    ...(['saverEquity', 'saverPrice', 'saverSize', 'saverLeverage'] as const).map((field) => one(field, new Decimal('7.5'), { kind: 'stop', value: '7.5' })),
    ...report.chains.flatMap((chain) => {
      const way = lastWay(chain)
      if (way === undefined) return []
      const { leg } = chain
      return [
        one('driftBefore', way.before, { leg }), one('driftAfter', way.after, { leg }),
        ...(way.shares.length === 0 ? [] : [one('driftRest', way.shares.reduce((sum: Decimal, { price }) => sum.plus(price), new Decimal(0)), { leg, part: '0' })]),
        ...way.steps.flatMap(({ surplus, price, after }, i) => [one('stepPrice', price, { leg, part: String(i) }), one('stepAfter', after, { leg, part: String(i) }), ...(surplus === undefined ? [] : [one('stepSurplus', surplus, { leg, part: String(i) })])]),
        ...way.shares.flatMap(({ surplus, price }, i) => [one('driftPrice', price, { leg, part: String(i) }), ...(surplus === undefined ? [] : [one('driftSurplus', surplus, { leg, part: String(i) })])]),
      ]
    }),
  ]
}
