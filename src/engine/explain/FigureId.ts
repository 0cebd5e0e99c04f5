import type { Unit } from './Explanation.ts'
import { required } from '../result/result.ts'
import { kindsOf } from './kindsOf.ts'

/** How a figure is written in its own formula, and what it measures. */
export interface FigureKind {
  readonly symbol: string
  readonly unit: Unit
}

const kind = <S extends string, U extends Unit>(symbol: S, unit: U): { readonly symbol: S; readonly unit: U } => ({ symbol, unit })

/** Of an account: `{ twin }`. */
const ACCOUNT = {
  equity: kind('Q', 'money'),
  /** Of a coin account: equity at the mark of the coin. */
  worth: kind('V', 'money'),
  /** (equity - deposits) / deposits */
  change: kind('g', 'share'),
  /** Deposits less withdrawals. */
  deposited: kind('D', 'money'),
  walletBalance: kind('W', 'money'),
  available: kind('A', 'money'),
  initialMargin: kind('IM', 'money'),
  maintenanceMargin: kind('MM', 'money'),
  unrealizedPnl: kind('U', 'money'),
  orderReserve: kind('H', 'money'),
  canStillLose: kind('Z', 'money'),
  marginRatio: kind('k', 'share'),
  insuranceFund: kind('F', 'money'),
  openPositions: kind('n', 'count'),
  openOrders: kind('n', 'count'),
} as const

/** Of a pool: `{ twin, pool }`. */
const POOL = {
  cash: kind('C', 'money'),
  unrealizedPnl: kind('U', 'money'),
  equity: kind('Q', 'money'),
  initialMargin: kind('IM', 'money'),
  maintenanceMargin: kind('MM', 'money'),
  exitCosts: kind('X', 'money'),
  requirement: kind('R', 'money'),
  haircut: kind('h', 'money'),
  freeCollateral: kind('A', 'money'),
  orderReserve: kind('H', 'money'),
  marginRatio: kind('k', 'share'),
  removable: kind('T', 'money'),
  carryPayments: kind('n', 'count'),
  carryPerPayment: kind('a', 'money'),
  /** Milliseconds since the epoch. */
  carryAt: kind('t*', 'millis'),
  coolingUntil: kind('t*', 'millis'),
} as const

/** Of an open position, or of an asset that is collateral: `{ twin, leg }`. The totals are also there once it is closed. */
const POSITION = {
  qty: kind('q', 'size'),
  entryNotional: kind('V0', 'money'),
  entryPrice: kind('E', 'price'),
  mark: kind('P', 'price'),
  notional: kind('N', 'money'),
  leverage: kind('L', 'leverage'),
  margin: kind('M', 'money'),
  initialMargin: kind('IM', 'money'),
  initialMarginRate: kind('i', 'share'),
  maintenanceMargin: kind('MM', 'money'),
  maintenanceMarginRate: kind('m', 'share'),
  exitCosts: kind('X', 'money'),
  requirement: kind('R', 'money'),
  tier: kind('j', 'count'),
  unrealizedPnl: kind('U', 'money'),
  roe: kind('roe', 'share'),
  marginRatio: kind('k', 'share'),
  liquidation: kind('P*', 'price'),
  liquidationDistance: kind('d', 'share'),
  liquidationTogether: kind('P*', 'price'),
  liquidationTogetherDistance: kind('d', 'share'),
  bankruptcy: kind('B*', 'price'),
  bankruptcyDistance: kind('d', 'share'),
  takeProfit: kind('TP', 'price'),
  stopLoss: kind('SL', 'price'),
  trailingBest: kind('P^', 'price'),
  trailingLevel: kind('S*', 'price'),
  autoMarginLeft: kind('G', 'money'),
  breakEven: kind('B0', 'price'),
  closingRate: kind('f', 'share'),
  fundingRate: kind('r', 'share'),
  fundingPrice: kind('P', 'price'),
  nextFunding: kind('Y', 'money'),
  haircut: kind('h', 'money'),
  haircutShare: kind('h%', 'share'),
  /** Of the leg so far, costs negative. */
  realizedPnl: kind('J', 'money'),
  fees: kind('K', 'money'),
  funding: kind('Y', 'money'),
  liquidationFees: kind('KL', 'money'),
  forfeited: kind('O', 'money'),
  badDebt: kind('D', 'money'),
  /** realizedPnl + fees + funding, what break-even makes up for. */
  realized: kind('r', 'money'),
  /** All the leg has earned and cost, open PnL included. */
  result: kind('G', 'money'),
} as const

/** Of a resting order: `{ twin, order }`. */
const ORDER = {
  qty: kind('q', 'size'),
  price: kind('p', 'price'),
  limitPrice: kind('PL', 'price'),
  leverage: kind('L', 'leverage'),
  notional: kind('N', 'money'),
  distance: kind('d', 'share'),
  reserve: kind('H', 'money'),
  takeProfit: kind('TP', 'price'),
  stopLoss: kind('SL', 'price'),
  trailingBest: kind('P^', 'price'),
  trailingLevel: kind('S*', 'price'),
} as const

/** Of an event: `{ twin, seq }`, and `leg` where the event has an amount for each leg. */
const EVENT = {
  amount: kind('A', 'money'),
  /** A leg's part of the amount: `leg`. */
  share: kind('s', 'money'),
  equity: kind('Q', 'money'),
  maintenanceMargin: kind('MM', 'money'),
  /** Of a breach, for `leg`. */
  legMark: kind('P', 'price'),
  legQty: kind('q', 'size'),
  legPnl: kind('U', 'money'),
  legMaintenance: kind('MM', 'money'),
  leverageBefore: kind('L', 'leverage'),
  leverageAfter: kind('L', 'leverage'),
  takeProfit: kind('TP', 'price'),
  stopLoss: kind('SL', 'price'),
  reserve: kind('H', 'money'),
  orderQty: kind('q', 'size'),
  orderPrice: kind('p', 'price'),
  /** Of a counterparty that was deleveraged. */
  score: kind('z', 'share'),
  rank: kind('n', 'count'),
  counterpartyPnl: kind('J', 'money'),
} as const

/** Of a fill or a forced closing: `{ twin, seq }`. */
const TRADE = {
  qty: kind('q', 'size'),
  price: kind('p', 'price'),
  notional: kind('N', 'money'),
  fee: kind('K', 'money'),
  realizedPnl: kind('J', 'money'),
  qtyAfter: kind('q', 'size'),
  entryPriceAfter: kind('E', 'price'),
} as const

/** Of a funding payment: `{ twin, seq, leg }`. */
const FUNDING = {
  rate: kind('r', 'share'),
  price: kind('P', 'price'),
  amount: kind('Y', 'money'),
  cumulative: kind('Y', 'money'),
} as const

/** Of an insurance fund: `{ twin, fund }`; of a change of it `{ twin, fund, seq }`. */
const FUND = {
  start: kind('F0', 'money'),
  balance: kind('F', 'money'),
  change: kind('A', 'money'),
} as const

/** Of an instrument: `{ instrument }`. */
const MARKET = {
  mark: kind('P', 'price'),
  index: kind('I', 'price'),
  last: kind('T', 'price'),
  /** Of the mark against the first one of the tape. */
  change: kind('g', 'share'),
  /** At the prices of now. */
  fundingRate: kind('r', 'share'),
  /** While the premium stands as the rules state it. */
  restingFundingRate: kind('r', 'share'),
  nextFunding: kind('t*', 'millis'),
  /** Of the first tier. */
  maintenanceRate: kind('m', 'share'),
  maxLeverage: kind('L', 'leverage'),
} as const

/** The sentence: `{}`. */
const HEADLINE = {
  isolated: kind('Qi', 'money'),
  cross: kind('Qx', 'money'),
  deposited: kind('D', 'money'),
  gap: kind('G', 'money'),
  /** Of the liquidation named: `{ twin, seq }`. */
  move: kind('g', 'share'),
} as const

/** Of a liquidation: `{ twin, seq }` of its breach; with `leg` where it says so. */
const INCIDENT = {
  equity: kind('Q', 'money'),
  maintenanceMargin: kind('MM', 'money'),
  forfeited: kind('O', 'money'),
  badDebt: kind('D', 'money'),
  /** Of the bad debt what the insurance fund pays. */
  fundBears: kind('D', 'money'),
  liquidationFees: kind('K', 'money'),
  returned: kind('T', 'money'),
  /** What came to one party: `party`. */
  money: kind('A', 'money'),
  /** These with `leg`. */
  qty: kind('q', 'size'),
  entryPrice: kind('E', 'price'),
  mark: kind('P', 'price'),
  move: kind('g', 'share'),
  unrealizedPnl: kind('U', 'money'),
  legMaintenance: kind('MM', 'money'),
  closedPrice: kind('p', 'price'),
  realizedPnl: kind('J', 'money'),
  fee: kind('K', 'money'),
  share: kind('s', 'money'),
  /** realizedPnl - fee + share */
  lost: kind('G', 'money'),
  /** In another twin: `other`. */
  elsewhere: kind('G', 'money'),
  driftBefore: kind('P0', 'price'),
  driftAfter: kind('P*', 'price'),
  /** One cause of the drift: `part`, its number from 0. */
  driftPrice: kind('dP', 'price'),
  driftSurplus: kind('dS', 'money'),
  /** The shares from `part` on, together. */
  driftRest: kind('dP', 'price'),
  /** One step of the chain: `part`, its number from 0. */
  stepSurplus: kind('dS', 'money'),
  stepPrice: kind('dP', 'price'),
  stepAfter: kind('P*', 'price'),
  /** What would have prevented it, by its `kind`; found elsewhere, so the key holds the `value`, or `from` and `to`. */
  saverExtra: kind('x', 'money'),
  saverEquity: kind('Q', 'money'),
  saverPrice: kind('p', 'price'),
  saverSize: kind('q', 'size'),
  saverLeverage: kind('L', 'leverage'),
} as const

/** Of one side of the ticket: `{}`, with a draft. */
const TICKET = {
  maxQty: kind('q', 'size'),
  maxNotional: kind('N', 'money'),
  qty: kind('q', 'size'),
  notional: kind('N', 'money'),
  fillPrice: kind('p', 'price'),
  fee: kind('K', 'money'),
  cost: kind('K', 'money'),
  mostItCanLose: kind('Z', 'money'),
  liquidation: kind('P*', 'price'),
  liquidationDistance: kind('d', 'share'),
  bankruptcy: kind('B*', 'price'),
  bankruptcyDistance: kind('d', 'share'),
  fees: kind('K', 'money'),
  realizedPnl: kind('J', 'money'),
} as const

/** Of an edit of a position: `{}`, with a draft. */
const EDIT = {
  addable: kind('T', 'money'),
  removable: kind('T', 'money'),
  maxLeverage: kind('L', 'leverage'),
  fees: kind('K', 'money'),
  realizedPnl: kind('J', 'money'),
  /** Cash that crosses a wall: `part`, its number from 0. */
  transfer: kind('T', 'money'),
} as const

export const FIGURE_FAMILIES = {
  account: ACCOUNT, pool: POOL, position: POSITION, order: ORDER, event: EVENT, trade: TRADE, funding: FUNDING, fund: FUND,
  market: MARKET, headline: HEADLINE, incident: INCIDENT, 'ticket.buy': TICKET, 'ticket.sell': TICKET, edit: EDIT,
} as const

type Families = typeof FIGURE_FAMILIES

/**
 * Every figure that the engine explains. A figure of the account, of a pool or of a position may carry two keys more: `tick`,
 * another moment than the one asked at, and `after`, what it would be after the draft: `buy`, `sell` or `edit`.
 */
export type FigureId = { [Family in keyof Families]: `${Family}.${string & keyof Families[Family]}` }[keyof Families]

/** The ids of a family without its name. */
export type FieldOf<Family extends keyof Families> = string & keyof Families[Family]

const KINDS = kindsOf(FIGURE_FAMILIES)

export function isFigureId(id: string): id is FigureId {
  return KINDS.has(id)
}

export const FIGURE_IDS: readonly FigureId[] = [...KINDS.keys()].filter(isFigureId)

export function kindOfFigure(id: FigureId): FigureKind {
  return required(KINDS.get(id), id)
}
