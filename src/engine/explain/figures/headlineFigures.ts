import type { LedgerEvent } from '../../ledger/LedgerEvent.ts'
import { equityOf } from '../../margin/equity.ts'
import { marksAt } from '../../run/steps.ts'
import { priceOfValue } from '../../instruments/valuation.ts'
import { culpritOf } from '../culpritOf.ts'
import type { Expression } from '../Explanation.ts'
import { difference, given, magnitudeOf, quotientOf } from '../expressions.ts'
import type { FieldOf } from '../FigureId.ts'
import type { FigureScene } from '../FigureScene.ts'
import { depositedFigure } from './accountFigures.ts'
import { wholeNumberOf } from '../wholeNumberOf.ts'
import { figure, noFigure, type Explained } from './Explained.ts'

/** How a figure of the sentence over the charts comes about. */
export function explainHeadline({ setup, runs }: FigureScene, tick: number, { field, of }: { readonly field: FieldOf<'headline'>; readonly of: Readonly<Record<string, string>> }): Explained | undefined {
  const marks = marksAt(setup.tape, tick)
  const equity = (twin: 'all-isolated' | 'all-cross'): ReturnType<typeof equityOf> => equityOf(runs[twin].accountAt(tick), marks)
  const term = (twin: 'all-isolated' | 'all-cross'): Expression => given(twin === 'all-isolated' ? 'isolatedEquity' : 'crossEquity', equity(twin), { figure: { id: 'account.equity', of: { twin } } })
  switch (field) {
    case 'isolated':
      return figure(equity('all-isolated'), term('all-isolated'), ['T1'])
    case 'cross':
      return figure(equity('all-cross'), term('all-cross'), ['T1'])
    case 'gap':
      return figure(equity('all-isolated').minus(equity('all-cross')).abs(), magnitudeOf(difference(term('all-isolated'), term('all-cross'))), ['T1'])
    case 'deposited':
      return depositedFigure({ events: runs['as-set'].events.slice(0, runs['as-set'].countAt(tick)), keys: { twin: 'as-set' } })
    case 'move':
      return move(of['twin'] === 'all-isolated' ? runs['all-isolated'].events : of['twin'] === 'as-set' ? runs['as-set'].events : runs['all-cross'].events, wholeNumberOf(of['seq']) ?? 0, of['twin'] ?? 'all-cross')
  }
}

/** (price - entry) / |entry| of the leg that brought the pool down. */
function move(events: readonly LedgerEvent[], seq: number, twin: string): Explained | undefined {
  const event = events[seq - 1]
  if (event?.type !== 'pool-breached') return undefined
  const culprit = culpritOf(event)
  const leg = event.legs.find((each) => each.leg === culprit)
  const fill = events.slice(0, seq - 1).findLast((each) => each.type === 'filled' && each.leg === culprit)
  if (leg === undefined || fill?.type !== 'filled') return undefined
  const entry = priceOfValue({ type: fill.instrumentType, qty: fill.qtyAfter }, fill.entryNotionalAfter)
  if (entry.isZero()) return noFigure('price-of-zero')
  const from = given('entryPrice', entry, { figure: { id: 'trade.entryPriceAfter', of: { twin, seq: String(fill.seq) } } })
  const mark = given('testPrice', leg.mark, { figure: { id: 'event.legMark', of: { twin, seq: String(seq), leg: culprit } } })
  return figure(leg.mark.minus(entry).div(entry.abs()), quotientOf(difference(mark, from), magnitudeOf(from)), ['K5'])
}
