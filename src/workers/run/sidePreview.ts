import { asQty, Decimal, notionalOf, poolTypeOf, poolView, sum, type Account, type PreviewContext } from '../../engine/index.ts'
import { blankSide, NOTHING, type FilledFigures } from './blankSide.ts'
import { changeOf, plainLevel, type Step } from './changeOf.ts'
import type { PositionChange } from './AccountChange.ts'
import { liquidationsOf } from './liquidationsOf.ts'
import { plain } from './openScenario.ts'
import type { OrderCommand } from './orderOfDraft.ts'
import type { SidePreview } from './TicketPreview.ts'
import { ticketWarnings } from './ticketWarnings.ts'
import type { Trial } from './Trial.ts'

/** One side of a ticket in which something is typed. */
export function sidePreview(trial: Trial): SidePreview {
  const { drafted, context, placed, rejection } = trial
  const isEmpty = !drafted.isSized || !drafted.isPriced
  return {
    ...blankSide(trial),
    status: isEmpty ? 'empty' : rejection === undefined ? 'accepted' : 'refused',
    rejection: rejection === undefined ? undefined : plain(rejection),
    rests: trial.order !== undefined,
    ...filledFigures(trial),
    cost: placed === undefined ? undefined : cost(placed, drafted.command, context),
    change: placed === undefined ? undefined : changeOf(placed, context),
    others: othersOf(trial),
    warnings: ticketWarnings(trial),
  }
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
