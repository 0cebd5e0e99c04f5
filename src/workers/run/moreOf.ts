import {
  asQuote, breakEvenPrice, fundBalance, fundHistory, fundingPayment, timeToLiquidationByCarry, VENUE_FUND,
  type Account, type AccountView, type FundRow, type LedgerEvent, type Marks, type Position, type Rules,
} from '../../engine/index.ts'
import type { Plain } from '../Plain.ts'
import { MOST_FUND_ROWS, type AccountMore, type AssetFigures, type FundFigures, type PoolMore, type PositionMore } from './AccountMore.ts'
import { plain } from './openScenario.ts'

/** Where the account stands. */
export interface Standing {
  readonly rules: Rules
  readonly marks: Marks
  readonly at: number
  readonly events: readonly LedgerEvent[]
  readonly instruments: Iterable<string>
}

/** Everything the view of an account does not say. */
export function moreOf(account: Account, view: AccountView, standing: Standing): AccountMore {
  const { rules, at, events, instruments } = standing
  const contracts = [...account.positions.values()].filter(({ type }) => type !== 'spot')
  return {
    positions: contracts.map((position) => positionMore(account, position, standing)),
    pools: view.pools.filter(({ legs }) => legs.length > 0).map(({ id }) => poolMore(account, id, standing)),
    assets: view.positions.filter(({ type }) => type === 'spot').map(assetOf),
    nextFunding: rules.funding.type === 'none' ? undefined : (Math.floor(at / rules.funding.intervalMillis) + 1) * rules.funding.intervalMillis,
    funds: fundsOf(account, rules, instruments),
    fundHistory: newestRows(events, rules),
  }
}

/** As the command line has it: what the leg has made and paid so far, and the taker fee of closing it. */
function positionMore(account: Account, position: Position, { rules, marks }: Standing): PositionMore {
  const totals = account.totals.get(position.leg)
  const realized = asQuote(totals === undefined ? position.entryNotional.times(0) : totals.realizedPnl.plus(totals.fees).plus(totals.funding))
  const price = breakEvenPrice(position, { realized, fee: rules.fees.taker })
  const payment = fundingPayment(position, rules.funding, marks)
  return {
    leg: position.leg,
    breakEven: typeof price === 'string' ? { type: 'none', reason: price } : { type: 'price', price: price.toFixed() },
    realized: realized.toFixed(),
    closingRate: rules.fees.taker.toFixed(),
    nextFunding: payment === undefined ? undefined : plain(payment),
  }
}

function poolMore(account: Account, pool: string, { rules, marks, at }: Standing): PoolMore {
  const carry = timeToLiquidationByCarry(account, pool, { marks, rules, at })
  return { pool, carry: plain(carry), coolingUntil: account.pools.get(pool)?.cooling?.until }
}

function assetOf({ leg, instrument, qty, mark, notional, initialMargin }: AccountView['positions'][number]): AssetFigures {
  return {
    leg,
    asset: instrument,
    amount: qty.toFixed(),
    price: mark.toFixed(),
    value: notional.toFixed(),
    haircut: initialMargin.toFixed(),
    haircutShare: notional.isZero() ? '0' : initialMargin.div(notional).toDecimalPlaces(12).toFixed(),
  }
}

function fundsOf(account: Account, rules: Rules, instruments: Iterable<string>): readonly FundFigures[] {
  const funds = rules.insuranceFund.scope === 'venue' ? [VENUE_FUND] : [...instruments]
  return funds.map((fund) => ({ fund, start: rules.insuranceFund.balance.toFixed(), balance: fundBalance(account, rules, fund).toFixed() }))
}

/** Events of a tick are never changed, only cut off: the list up to one event is always the same. */
const known = new WeakMap<LedgerEvent, readonly Plain<FundRow>[]>()

function newestRows(events: readonly LedgerEvent[], rules: Rules): readonly Plain<FundRow>[] {
  const last = events.at(-1)
  if (last === undefined) return []
  const rows = known.get(last) ?? fundHistory(events, rules).slice(-MOST_FUND_ROWS).toReversed().map((row) => plain(row))
  known.set(last, rows)
  return rows
}
