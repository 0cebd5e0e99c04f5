import type { OpenPositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import { changeWords } from '../words/changeWords.ts'
import type { Say } from '../words/Say.ts'
import { noneReasons, words } from '../words/words.ts'
import type { ChangeRow } from './changeRows.ts'

const FIGURES = { liquidation: 'position.liquidation', bankruptcy: 'position.bankruptcy', margin: 'position.margin', ratio: 'position.marginRatio' } as const

/** A position as it is, in the shape of a slip: nothing changes yet, or nothing can. */
export function currentRows(row: OpenPositionRow | undefined, say: Say): readonly ChangeRow[] {
  if (row === undefined) return []
  const level = (cell: OpenPositionRow['liquidation']): string => (cell.type === 'price' ? say.price(row.leg, cell.price) : `${words.none}, ${noneReasons[cell.reason]}`)
  const stays = (id: keyof typeof FIGURES, label: string, text: string): ChangeRow => ({ id, label, from: text, to: text, figure: { id: FIGURES[id], owner: { leg: row.leg } } })
  return [
    stays('liquidation', words.columns.liquidation, level(row.liquidation)),
    stays('bankruptcy', changeWords.bankruptcy, level(row.bankruptcy)),
    stays('margin', words.columns.margin, row.margin === undefined ? words.shared : say.format.money(row.margin)),
    stays('ratio', words.columns.marginRatio, say.format.percent(row.marginRatio)),
  ]
}
