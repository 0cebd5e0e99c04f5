import {
  asQuote, breakEvenPrice, fundBalance, fundHistory, fundingPayment, knownFunding, timeToLiquidationByCarry, VENUE_FUND,
  type Account, type AccountView, type FundRow, type LedgerEvent, type Marks, type Position, type Rules, type Tape,
} from '../../engine/index.ts'
import type { Plain } from '../Plain.ts'
import { MOST_FUND_ROWS, type AccountMore, type AssetFigures, type FundFigures, type PoolMore, type PositionMore } from './AccountMore.ts'
import { plain } from './openScenario.ts'

/** Where the account stands. */
export interface Standing {
  readonly rules: Rules
  readonly tape: Tape
  readonly marks: Marks
  readonly at: number
  readonly events: readonly LedgerEvent[]
  readonly instruments: Iterable<string>
}

/** Everything the view of an account does not say. */
export function moreOf(account: Account, view: AccountView, standing: Standing): AccountMore {
  const { rules, events } = standing
  const instruments = [...standing.instruments]
  const next = instruments.flatMap((each) => knownFunding(standing, each).next ?? [])
  const contracts = [...account.positions.values()].filter(({ type }) => type !== 'spot')
  return {
    positions: contracts.map((position) => positionMore(account, position, standing)),
    pools: view.pools.filter(({ legs }) => legs.length > 0).map(({ id }) => poolMore(account, id, standing)),
    assets: view.positions.filter(({ type }) => type === 'spot').map(assetOf),
    nextFunding: next.length === 0 ? undefined : Math.min(...next),
    funds: fundsOf(account, rules, instruments),
    fundHistory: newestRows(events, rules),
  }
}

/** As the command line has it: what the leg has made and paid so far, and the taker fee of closing it. */
function positionMore(account: Account, position: Position, standing: Standing): PositionMore {
  const { rules, marks } = standing
  const totals = account.totals.get(position.leg)
  const realized = asQuote(totals === undefined ? position.entryNotional.times(0) : totals.realizedPnl.plus(totals.fees).plus(totals.funding))
  const price = breakEvenPrice(position, { realized, fee: rules.fees.taker })
  const payment = fundingPayment(position, knownFunding(standing, position.instrument).funding, marks)
  return {
    leg: position.leg,
    breakEven: typeof price === 'string' ? { type: 'none', reason: price } : { type: 'price', price: price.toFixed() },
    realized: realized.toFixed(),
    closingRate: rules.fees.taker.toFixed(),
    nextFunding: payment === undefined ? undefined : plain(payment),
  }
}

function poolMore(account: Account, pool: string, standing: Standing): PoolMore {
  const carry = timeToLiquidationByCarry(account, pool, standing)
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
