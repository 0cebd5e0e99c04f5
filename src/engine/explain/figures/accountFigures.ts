import type { LedgerEvent } from '../../ledger/LedgerEvent.ts'
import { accountTotals, type AccountTotals } from '../../margin/accountTotals.ts'
import { markOf } from '../../margin/Marks.ts'
import { CROSS } from '../../margin/poolMargin.ts'
import type { PoolView } from '../../margin/views.ts'
import { Decimal } from '../../units/decimal.ts'
import { asQuote, type Quote } from '../../units/quantities.ts'
import type { Expression } from '../Explanation.ts'
import { difference, given, greatestOf, plainNumber, productOf, quotientOf, roundedTo, sumOf } from '../expressions.ts'
import type { FieldOf } from '../FigureId.ts'
import { eventRef, figure, noFigure, refIn, type AccountScene, type Explained } from './Explained.ts'
import { kindRef } from './references.ts'

interface Held {
  readonly scene: AccountScene
  readonly totals: AccountTotals
}

/** Of more pools than that, or events, only those with an amount are named one by one. */
const MOST = 50
/** Decimals of a change in percent of what was deposited. */
const CHANGE_STEP = new Decimal('1e-8')

/** How a figure of an account comes about. */
export function explainAccount(scene: AccountScene, field: FieldOf<'account'>): Explained {
  return FIELDS[field]({ scene, totals: accountTotals(scene.account, scene) })
}

const FIELDS: Readonly<Record<FieldOf<'account'>, (held: Held) => Explained>> = {
  equity: (held) => overPools(held, 'equity', 'T1'),
  worth: worth,
  change: ({ scene, totals }) => {
    const deposited = depositedOf(scene.events)
    if (!deposited.gt(0)) return noFigure('no-deposits')
    const put = given('deposited', deposited, { figure: refIn(scene, 'account.deposited') })
    const grown = quotientOf(difference(given('equity', totals.equity, { figure: refIn(scene, 'account.equity') }), put), put)
    return figure(totals.equity.minus(deposited).div(deposited).toDecimalPlaces(8), roundedTo(grown, CHANGE_STEP, 'half-even'), ['T1'])
  },
  deposited: ({ scene }) => depositedFigure(scene),
  walletBalance: ({ scene, totals }) => figure(totals.walletBalance, given('walletBalance', totals.walletBalance, { figure: refIn(scene, 'pool.cash', { pool: CROSS }) }), ['L1']),
  available: ({ scene, totals }) => {
    const free = totals.pools.find(({ id }) => id === CROSS)?.freeCollateral ?? totals.available
    return figure(totals.available, greatestOf(plainNumber(0), given('freeCollateral', free, { figure: refIn(scene, 'pool.freeCollateral', { pool: CROSS }) })), ['M3'])
  },
  initialMargin: (held) => overPools(held, 'initialMargin', 'M3'),
  maintenanceMargin: (held) => overPools(held, 'maintenanceMargin', 'M4'),
  unrealizedPnl: (held) => overPools(held, 'unrealizedPnl', 'N2'),
  orderReserve: ({ scene, totals }) => {
    const held = [...scene.account.orders.values()].filter(({ reserve }) => !reserve.isZero())
    return figure(totals.orderReserve, totalOf(held.map(({ id, reserve }) => given('orderReserve', reserve, { of: id, figure: refIn(scene, 'order.reserve', { order: id }) }))), ['P2'])
  },
  canStillLose: ({ scene, totals }) => {
    const atRisk = totals.pools.filter(({ legs }) => legs.length > 0)
    return figure(totals.canStillLose, totalOf(atRisk.map((pool) => greatestOf(plainNumber(0), ofPool(scene, pool, 'equity')))), ['W1', 'W2'])
  },
  marginRatio: ({ scene, totals }) => {
    const known = totals.pools.filter(({ legs, marginRatio }) => legs.length > 0 && marginRatio !== undefined)
    if (totals.marginRatio === undefined) return noFigure('no-requirement', ['M6'])
    return figure(totals.marginRatio, greatestOf(...known.map((pool) => given('marginRatio', pool.marginRatio ?? new Decimal(0), { of: pool.id, figure: refIn(scene, 'pool.marginRatio', { pool: pool.id }) }))), ['M6'])
  },
  insuranceFund: ({ scene, totals }) => {
    const change = scene.account.counterparties.insuranceFund
    return figure(totals.insuranceFund, sumOf(given('fundStart', scene.rules.insuranceFund.balance), given('fundChange', change)), ['Q11'])
  },
  openPositions: ({ scene: { account } }) => {
    const open = new Decimal([...account.positions.values()].filter(({ type }) => type !== 'spot').length)
    return figure(open, given('position', open), [])
  },
  openOrders: ({ scene: { account } }) => figure(new Decimal(account.orders.size), given('order', new Decimal(account.orders.size)), []),
}

type OverPools = 'equity' | 'initialMargin' | 'maintenanceMargin' | 'unrealizedPnl'

/** The sum over the pools; pools that have nothing of it are left out. */
function overPools({ scene, totals }: Held, field: OverPools, rule: string): Explained {
  const some = totals.pools.filter((pool) => !pool[field].isZero())
  const named = some.length <= MOST ? some.map((pool) => ofPool(scene, pool, field)) : byType(some, field)
  return figure(totals[field], totalOf(named), [rule])
}

function ofPool(scene: AccountScene, pool: PoolView, field: OverPools): Expression {
  return given(field, pool[field], { of: pool.id, figure: refIn(scene, `pool.${field}`, { pool: pool.id }) })
}

/** Hundreds of pools as one sum for each type. */
function byType(pools: readonly PoolView[], field: OverPools): readonly Expression[] {
  return (['cross', 'isolated', 'bucket'] as const).flatMap((type) => {
    const own = pools.filter((pool) => pool.type === type)
    return own.length === 0 ? [] : [given('amounts', own.reduce((total: Decimal, pool) => total.plus(pool[field]), new Decimal(0)), { of: type })]
  })
}

export function totalOf(terms: readonly Expression[]): Expression {
  return terms.length === 0 ? plainNumber(0) : sumOf(...terms)
}

/** Of a coin account its equity at the mark of the coin. [C3] */
function worth({ scene, totals }: Held): Explained {
  const coin = coinOf(scene)
  if (coin === undefined) return noFigure('no-coin-account', ['C3'])
  const mark = markOf(scene.marks, coin)
  const formula = productOf(given('equity', totals.equity, { figure: refIn(scene, 'account.equity') }), given('coinPrice', mark, { figure: kindRef(scene, coin) }))
  return figure(totals.equity.times(mark), formula, ['C3'], { currency: scene.instruments.get(coin)?.quote })
}

/** The instrument whose mark says what a coin of the account is worth: the first contract, where it is inverse. */
function coinOf({ instruments }: AccountScene): string | undefined {
  const first = [...instruments.values()].find(({ type }) => type !== 'spot')
  return first?.type === 'inverse' ? first.symbol : undefined
}

/** Deposits less withdrawals. */
export function depositedOf(events: readonly LedgerEvent[]): Quote {
  return asQuote(events.reduce((total: Decimal, event) => (event.type === 'deposited' ? total.plus(event.amount) : event.type === 'withdrawn' ? total.minus(event.amount) : total), new Decimal(0)))
}

export function depositedFigure(scene: Pick<AccountScene, 'events' | 'keys'>): Explained {
  const moved = scene.events.flatMap((event) => {
    if (event.type !== 'deposited' && event.type !== 'withdrawn') return []
    const seq = String(event.seq)
    const amount = given('amount', event.amount, { of: `#${seq}`, figure: eventRef(scene, 'event.amount', { seq }) })
    return [event.type === 'deposited' ? amount : ({ type: 'negative', of: amount } as const)]
  })
  const value = depositedOf(scene.events)
  return figure(value, moved.length > MOST ? given('deposited', value) : totalOf(moved), ['T1'])
}

