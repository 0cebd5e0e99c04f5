import { asQty, Decimal, notionalOf, poolTypeOf, poolView, sum, type Account, type PreviewContext } from '../../engine/index.ts'
import { changeOf, plainLevel, type Step } from './changeOf.ts'
import type { PositionChange } from './AccountChange.ts'
import { advance, type Pace } from './advance.ts'
import { liquidationsOf } from './liquidationsOf.ts'
import { plain } from './openScenario.ts'
import { orderOfDraft, type OrderCommand } from './orderOfDraft.ts'
import { previewContext, type Session } from './Session.ts'
import type { OrderSide, TicketDraft } from './TicketDraft.ts'
import type { SidePreview, TicketPreview } from './TicketPreview.ts'
import { ticketWarnings } from './ticketWarnings.ts'
import { largestNotional, tryOrder, type Trial } from './Trial.ts'

/** Both sides of a ticket, each by running its order on a copy of the account as set; undefined when cancelled. */
export async function previewTicket(session: Session, request: { readonly tick: number; readonly draft: TicketDraft }, pace: Pace): Promise<TicketPreview | undefined> {
  const { tick, draft } = request
  if (!(await advance(session, tick, pace))) return undefined
  const context = previewContext(session, tick)
  const mark = context.moment.marks.get(draft.instrument)
  if (mark === undefined) return undefined
  const account = session.sides['as-set'].run.accountAt(tick)
  const mode = session.opened.positionMode
  const side = (side: OrderSide): SidePreview => sidePreview(tryOrder(account, orderOfDraft(account, draft, { side, tick, mode }), context))
  return { tick, mark: mark.toFixed(), buy: side('buy'), sell: side('sell') }
}

function sidePreview(trial: Trial): SidePreview {
  const { drafted, context, placed, rejection } = trial
  const isEmpty = !drafted.isSized || !drafted.isPriced
  return {
    status: isEmpty ? 'empty' : rejection === undefined ? 'accepted' : 'refused',
    rejection: rejection === undefined ? undefined : plain(rejection),
    leg: drafted.command.leg,
    rests: trial.order !== undefined,
    maxQty: trial.maxQty.toFixed(),
    maxNotional: largestNotional(trial).toFixed(),
    ...filledFigures(trial),
    cost: placed === undefined ? undefined : cost(placed, drafted.command, context),
    change: placed === undefined ? undefined : changeOf(placed, context),
    others: othersOf(trial),
    warnings: ticketWarnings(trial),
  }
}

type FilledFigures = Pick<
  SidePreview,
  'qty' | 'notional' | 'fillPrice' | 'fee' | 'mostItCanLose' | 'liquidation' | 'liquidationDistance' | 'bankruptcy' | 'bankruptcyDistance'
>

const NOTHING: FilledFigures = {
  qty: undefined,
  notional: undefined,
  fillPrice: undefined,
  fee: undefined,
  mostItCanLose: undefined,
  liquidation: undefined,
  liquidationDistance: undefined,
  bankruptcy: undefined,
  bankruptcyDistance: undefined,
}

function filledFigures({ fill, fillContext, drafted }: Trial): FilledFigures {
  if (fill === undefined) return NOTHING
  const fills = fill.events.flatMap((event) => (event.type === 'filled' && event.leg === drafted.command.leg ? [event] : []))
  const last = fills.at(-1)
  if (last === undefined) return NOTHING
  const traded = fills.reduce((all, event) => all.plus(event.qty), new Decimal(0))
  const fee = sum(fills.map((event) => event.fee))
  const levels = liquidationsOf(fill.after, fillContext)
  const liquidation = plainLevel(levels.of(last.leg))
  const bankruptcy = plainLevel(levels.bankruptcy(last.leg))
  return {
    qty: traded.toFixed(),
    notional: notionalOf({ type: last.instrumentType, qty: asQty(traded) }, last.price).toFixed(),
    fillPrice: last.price.toFixed(),
    fee: fee.toFixed(),
    mostItCanLose: mostItCanLose(fill.after, last.leg, fee, fillContext),
    liquidation,
    liquidationDistance: distance(liquidation, last.price),
    bankruptcy,
    bankruptcyDistance: distance(bankruptcy, last.price),
  }
}

/** The equity behind the leg's wall, and the fee that was paid to get there. */
function mostItCanLose(after: Account, leg: string, fee: Decimal, context: PreviewContext): string {
  const position = after.positions.get(leg)
  const pool = position === undefined ? undefined : after.pools.get(position.pool)
  if (pool === undefined) return '0'
  const { equity } = poolView(after, pool, { rules: context.setting.rules, marks: context.moment.marks })
  return equity.plus(fee).toFixed()
}

/** (level − price) / price, 12 places. */
function distance(level: SidePreview['liquidation'], from: Decimal): string | undefined {
  if (level?.type !== 'price') return undefined
  return new Decimal(level.price).minus(from).div(from).toDecimalPlaces(12).toFixed()
}

/** What leaves the free collateral of the pool that pays: the wallet, or the bucket. Nothing for an order that frees some. */
function cost(step: Step, command: OrderCommand, context: PreviewContext): string {
  const payer = poolTypeOf(command.pool === 'isolated' ? `isolated:${command.leg}` : command.pool) === 'bucket' ? command.pool : 'cross'
  const free = (account: Account): Decimal => {
    const pool = account.pools.get(payer)
    return pool === undefined ? new Decimal(0) : poolView(account, pool, { rules: context.setting.rules, marks: context.moment.marks }).freeCollateral
  }
  return Decimal.max(0, free(step.before).minus(free(step.after))).toFixed()
}

function othersOf({ fill, fillContext, drafted }: Trial): readonly PositionChange[] {
  if (fill === undefined) return []
  return changeOf(fill, fillContext).positions.filter((each) => each.leg !== drafted.command.leg && each.qty.after !== undefined)
}
