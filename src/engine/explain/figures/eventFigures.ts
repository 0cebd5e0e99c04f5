import { exactPnl } from '../../margin/legFigures.ts'
import { maintenanceOf } from '../../margin/requirement.ts'
import { required } from '../../result/result.ts'
import { Decimal } from '../../units/decimal.ts'
import { posted } from '../../units/quantities.ts'
import type { LegShare } from '../../ledger/LedgerEvent.ts'
import type { Expression } from '../Explanation.ts'
import { difference, firstThatGives, given, negativeOf, plainNumber, postedOf, productOf, quotientOf, sumOf } from '../expressions.ts'
import type { FieldOf } from '../FigureId.ts'
import { totalOf } from './accountFigures.ts'
import { eventRef, figure, type AccountScene, type Explained } from './Explained.ts'
import { breachBefore, isOf, seqOf, type EventOf, type EventScene } from './EventScene.ts'
import { maintenanceTerm, pnlTerm, valueTerm, type LegTerms } from './legFormulas.ts'
import { explainOrder, stated } from './orderFigures.ts'
import { transferTerm } from './transferFormula.ts'

type Field = FieldOf<'event'>

/** How an amount of an event comes about; undefined where the event has none of that name. */
export function explainEvent(scene: EventScene, field: Field, leg: string | undefined): Explained | undefined {
  if (field === 'amount') return amount(scene)
  if (field === 'share') return share(scene, leg)
  if (isOf(scene, 'deleveraged')) return isOneOf(DELEVERAGED, field) ? deleveraged(scene, field) : undefined
  if (isOf(scene, 'leverage-set')) return isOneOf(LEVERAGES, field) ? leverage(scene, field) : undefined
  if (isOf(scene, 'protection-set')) return isOneOf(TARGETS, field) ? stated(scene.event[field], 'K7') : undefined
  if (isOf(scene, 'order-placed', 'order-triggered')) return isOneOf(ORDERS, field) ? order(scene, field) : undefined
  return isOf(scene, 'pool-breached') && isOneOf(BREACHED, field) ? breach(scene, field, leg) : undefined
}

const DELEVERAGED = ['score', 'rank', 'counterpartyPnl'] as const
const LEVERAGES = ['leverageBefore', 'leverageAfter'] as const
const TARGETS = ['takeProfit', 'stopLoss'] as const
const ORDERS = ['reserve', 'orderQty', 'orderPrice'] as const
const BREACHED = ['equity', 'maintenanceMargin', 'legMark', 'legQty', 'legPnl', 'legMaintenance'] as const

function isOneOf<T extends Field>(list: readonly T[], field: Field): field is T {
  return (list as readonly Field[]).includes(field)
}

function leverage({ event }: EventScene<EventOf<'leverage-set'>>, field: 'leverageBefore' | 'leverageAfter'): Explained {
  const value = field === 'leverageBefore' ? event.before : event.after
  return figure(value, given('leverage', value), ['P6'])
}

const ORDER_FIELDS = { reserve: 'reserve', orderQty: 'qty', orderPrice: 'price' } as const

function order({ setup, event, before, keys }: EventScene<EventOf<'order-placed' | 'order-triggered'>>, field: keyof typeof ORDER_FIELDS): Explained {
  const scene: AccountScene = { account: before, rules: setup.rules, instruments: new Map(setup.instruments.map((each) => [each.symbol, each])), marks: new Map(), at: event.at, events: [], trails: new Map(), keys }
  return explainOrder(scene, event.order, ORDER_FIELDS[field])
}

/** The amount as a whole: what was put in, what a pool had left, or what the legs bring together. */
function amount(scene: EventScene): Explained | undefined {
  const { event, before } = scene
  const seq = seqOf(scene)
  switch (event.type) {
    case 'deposited':
    case 'withdrawn':
      return figure(event.amount, given('stated', event.amount), ['L1'])
    case 'transferred':
      return figure(event.amount, transferTerm({ ...scene, event }), ['P4', 'P7', 'P12', 'L1'])
    case 'filled':
    case 'position-liquidated': {
      const pnl = given('realizedPnl', event.realizedPnl, { figure: eventRef(scene, 'trade.realizedPnl', { seq }) })
      const fee = given('fee', event.fee, { figure: eventRef(scene, 'trade.fee', { seq }) })
      return figure(event.realizedPnl.minus(event.fee), difference(pnl, fee), ['L1'])
    }
    case 'funding-paid': {
      const legs = event.legs.map((each) => given('funding', each.amount, { of: each.leg, figure: eventRef(scene, 'funding.amount', { seq, leg: each.leg }) }))
      return figure(event.legs.reduce((total: Decimal, each) => total.plus(each.amount), new Decimal(0)), totalOf(legs), ['F1', 'L1'])
    }
    case 'residual-forfeited':
    case 'bad-debt-covered': {
      const cash = given('cash', required(before.pools.get(event.pool), event.pool).cash)
      const isDebt = event.type === 'bad-debt-covered'
      return figure(event.amount, firstThatGives(event.amount, [isDebt ? negativeOf(cash) : cash], given('amount', event.amount)), [isDebt ? 'Q5' : 'Q4', 'W2'])
    }
    case 'shortfall':
      return figure(event.amount, totalOf(event.shares.map((each) => given('amount', each.amount, { of: each.leg, figure: eventRef(scene, 'event.share', { seq, leg: each.leg }) }))), ['Q5'])
    case 'fund-settled': {
      const { type } = required(scene.setup.instruments.find(({ symbol }) => symbol === event.instrument), event.instrument)
      const quantity = given('quantity', event.qty)
      const worth = (price: Expression): Expression => valueTerm(type, quantity, price)
      return figure(event.amount, postedOf(difference(worth(given('mark', event.mark)), worth(given('price', event.price)))), ['Q8', 'N2'])
    }
    case 'deleveraged':
      return figure(event.amount, given('amount', event.amount), ['Q10'])
    default:
      return undefined
  }
}

/** An amount told apart by maintenance margin: A w / sum w down to the quantum, the last leg takes what remains. [Q4, Q5, N2] */
function share(scene: EventScene, leg: string | undefined): Explained | undefined {
  if (!isOf(scene, 'residual-forfeited', 'bad-debt-covered', 'shortfall')) return undefined
  const { event } = scene
  const own = event.shares.find((each) => each.leg === leg)
  if (own === undefined) return undefined
  const whole = given('amount', event.amount, { figure: eventRef(scene, 'event.amount', { seq: seqOf(scene) }) })
  const others = event.shares.filter((each) => each !== own).map((each) => given('otherShares', each.amount, { of: each.leg }))
  const rest = others.length === 0 ? whole : difference(whole, sumOf(...others))
  const isLast = event.shares.at(-1) === own
  const parts = event.type === 'shortfall' ? [] : [byWeight(scene, event.shares, own, whole)]
  return figure(own.amount, firstThatGives(own.amount, isLast ? [rest] : [...parts, rest], given('amount', own.amount)), [event.type === 'residual-forfeited' ? 'Q4' : 'Q5', 'N2'])
}

function byWeight(scene: EventScene<EventOf<'residual-forfeited' | 'bad-debt-covered' | 'shortfall'>>, shares: readonly LegShare[], own: LegShare, whole: Expression): Expression | undefined {
  const breached = breachBefore(scene, scene.event.pool)
  const weightOf = (leg: string): Decimal => breached?.legs.find((each) => each.leg === leg)?.maintenanceMargin ?? new Decimal(0)
  const total = shares.reduce((sum: Decimal, each) => sum.plus(weightOf(each.leg)), new Decimal(0))
  const portion = total.isZero() ? quotientOf(plainNumber(1), plainNumber(shares.length)) : quotientOf(given('weight', weightOf(own.leg)), given('weights', total))
  return postedOf(productOf(whole, portion), 'down')
}

function deleveraged({ event, setup }: EventScene<EventOf<'deleveraged'>>, field: 'score' | 'rank' | 'counterpartyPnl'): Explained {
  if (field === 'score') return figure(event.score, given('stated', event.score), ['Q10'])
  if (field === 'rank') return figure(new Decimal(event.rank), given('stated', new Decimal(event.rank)), ['Q10'])
  const entry = setup.population?.find(({ id }) => id === event.counterparty)?.entryPrice
  const { type } = required(setup.instruments.find(({ symbol }) => symbol === event.instrument), event.instrument)
  const kept = given('realizedPnl', event.realizedPnl)
  if (entry === undefined) return figure(event.realizedPnl, kept, ['Q10'])
  const quantity = given('quantity', event.qty)
  const formula = postedOf(difference(valueTerm(type, quantity, given('price', event.price)), valueTerm(type, quantity, given('entryPrice', entry))))
  return figure(event.realizedPnl, firstThatGives(event.realizedPnl, [formula], kept), ['Q10', 'N2'])
}

/** What a pool had and needed when it failed, at the prices that failed it. [Q1, M6] */
function breach(scene: EventScene<EventOf<'pool-breached'>>, field: 'equity' | 'maintenanceMargin' | 'legMark' | 'legQty' | 'legPnl' | 'legMaintenance', leg: string | undefined): Explained | undefined {
  const { event, before, setup } = scene
  const seq = seqOf(scene)
  if (field === 'equity') {
    const cash = given('cash', required(before.pools.get(event.pool), event.pool).cash)
    const apart = event.legs.map((each) => given('unrealizedPnl', each.unrealizedPnl, { of: each.leg, figure: eventRef(scene, 'event.legPnl', { seq, leg: each.leg }) }))
    const exact = event.legs.map((each) => {
      const position = required(before.positions.get(each.leg), each.leg)
      return pnlTerm({ position, mark: each.mark, rules: setup.rules, of: event.legs.length > 1 ? each.leg : undefined })
    })
    return figure(event.equity, firstThatGives(event.equity, [sumOf(cash, ...apart), postedOf(sumOf(cash, ...exact))], given('equity', event.equity)), ['Q1', 'M6'])
  }
  if (field === 'maintenanceMargin') {
    return figure(event.maintenanceMargin, totalOf(event.legs.map((each) => given('maintenanceMargin', each.maintenanceMargin, { of: each.leg, figure: eventRef(scene, 'event.legMaintenance', { seq, leg: each.leg }) }))), ['Q1', 'M4'])
  }
  const own = event.legs.find((each) => each.leg === leg)
  const position = own === undefined ? undefined : before.positions.get(own.leg)
  if (own === undefined || position === undefined) return undefined
  if (field === 'legMark') return figure(own.mark, given('testPrice', own.mark), ['K5'])
  if (field === 'legQty') return figure(own.qty, given('quantity', own.qty), ['Q1'])
  const terms: LegTerms = { position, mark: own.mark, rules: setup.rules }
  if (field === 'legPnl') return figure(posted(exactPnl(position, own.mark)), postedOf(pnlTerm(terms)), ['Q1', 'N2'])
  const exact = posted(maintenanceOf(position, own.mark, setup.rules))
  return figure(exact, firstThatGives(exact, [postedOf(maintenanceTerm(terms))], given('maintenanceMargin', exact)), ['Q1', 'M4'])
}
