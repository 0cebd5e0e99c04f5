import type { LedgerEvent } from '../../ledger/LedgerEvent.ts'
import type { Position } from '../../ledger/Account.ts'
import { marginAtEntry, initialOf } from '../../margin/requirement.ts'
import { unrealizedPnl } from '../../margin/legFigures.ts'
import { markOf } from '../../margin/Marks.ts'
import { marksAt } from '../../run/steps.ts'
import { Decimal } from '../../units/decimal.ts'
import { asQuote } from '../../units/quantities.ts'
import type { Expression } from '../Explanation.ts'
import { difference, firstThatGives, given, greatestOf, magnitudeOf, negativeOf, plainNumber, postedOf, productOf, quotientOf, sumOf } from '../expressions.ts'
import { eventRef } from './Explained.ts'
import { heldBefore, type EventOf, type EventScene } from './EventScene.ts'
import { openingTerm } from './initialFormula.ts'

type TransferScene = EventScene<EventOf<'transferred'>>

/** Cash that crosses a wall: what an opening needs, what a closing gives back, what moves along; else what was put in. */
export function transferTerm(scene: TransferScene): Expression {
  const { event } = scene
  const candidates: Readonly<Partial<Record<typeof event.why, () => readonly (Expression | undefined)[]>>> = {
    'initial-margin': () => [openingCost(scene)],
    released: () => [wholeCash(scene), partBack(scene)],
    moved: () => [wholeCash(scene), takenOver(scene), cashAlong(scene)],
    leverage: () => [leverageChange(scene)],
  }
  return firstThatGives(event.amount, candidates[event.why]?.() ?? [], given('amount', event.amount))
}

function wholeCash({ event, before }: TransferScene): Expression | undefined {
  const cash = before.pools.get(event.from)?.cash
  return cash === undefined ? undefined : given('cash', cash)
}

/** Funding has made the pool's cash negative: the other pool takes that over. [P7] */
function takenOver({ event, before }: TransferScene): Expression | undefined {
  const cash = before.pools.get(event.to)?.cash
  return cash === undefined ? undefined : negativeOf(given('cash', cash))
}

/** The trade at the same moment that a transfer belongs to. */
function tradeNear({ run, event }: TransferScene, way: 1 | -1): EventOf<'filled'> | undefined {
  for (let i = event.seq - 1 + way; ; i += way) {
    const each: LedgerEvent | undefined = run.events[i]
    if (each === undefined || each.tick !== event.tick || each.at !== event.at) return undefined
    if (each.type === 'filled') return each
  }
}

/** Initial margin and fee of the trade that follows. [M3, P3] */
function openingCost(scene: TransferScene): Expression | undefined {
  const trade = tradeNear(scene, 1)
  if (trade === undefined) return undefined
  const position: Position = { ...trade, type: trade.instrumentType, entryNotional: asQuote(new Decimal(0)) }
  return sumOf(openingTerm({ position, mark: trade.price, rules: scene.setup.rules }), given('fee', trade.fee, { figure: eventRef(scene, 'trade.fee', { seq: String(trade.seq) }) }))
}

/** The closed share of the cash, with the result and the fee of the trade before. [P4] */
function partBack(scene: TransferScene): Expression | undefined {
  const { event, before } = scene
  const trade = tradeNear(scene, -1)
  const cash = before.pools.get(event.from)?.cash
  if (trade === undefined || cash === undefined) return undefined
  const seq = String(trade.seq)
  const share = quotientOf(magnitudeOf(given('closedQuantity', trade.qty)), magnitudeOf(given('quantityBefore', trade.qtyAfter.minus(trade.qty))))
  const pnl = given('realizedPnl', trade.realizedPnl, { figure: eventRef(scene, 'trade.realizedPnl', { seq }) })
  const fee = given('fee', trade.fee, { figure: eventRef(scene, 'trade.fee', { seq }) })
  return sumOf(postedOf(productOf(given('cash', cash.minus(trade.realizedPnl).plus(trade.fee)), share), 'down'), pnl, negativeOf(fee))
}

/** Out of a shared pool: initial margin at the mark less unrealised PnL, not below zero. [P7] */
function cashAlong(scene: TransferScene): Expression | undefined {
  const { run, event, setup } = scene
  const moved = run.events.slice(event.seq).find((each) => each.type === 'position-moved')
  const held = moved?.type === 'position-moved' ? heldBefore(scene, moved.leg) : undefined
  if (held === undefined) return undefined
  const mark = markOf(marksAt(setup.tape, event.tick), held.instrument)
  return greatestOf(plainNumber(0), difference(given('initialMargin', initialOf(held, mark, setup.rules)), given('unrealizedPnl', unrealizedPnl(held, mark))))
}

/** The initial margin at entry with the one leverage less that with the other. [P6] */
function leverageChange(scene: TransferScene): Expression | undefined {
  const { run, event, setup } = scene
  const set = run.events[event.seq - 2]
  const held = set?.type === 'leverage-set' ? heldBefore(scene, set.leg) : undefined
  if (held === undefined || set?.type !== 'leverage-set') return undefined
  const at = { mark: markOf(marksAt(setup.tape, event.tick), held.instrument), rules: setup.rules }
  const [before, after] = [given('initialMargin', marginAtEntry(held, set.before, at), { of: 'before' }), given('initialMargin', marginAtEntry(held, set.after, at), { of: 'after' })]
  return event.to === held.pool ? difference(after, before) : difference(before, after)
}
