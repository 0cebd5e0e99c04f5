import type { LiquidatedRow } from '../../../store/selectors/rows/PositionRow.ts'
import { sideWord } from './words.ts'

/** The fixed parts of a liquidated row. */
export function liquidatedWords(row: Pick<LiquidatedRow, 'tick' | 'isLong' | 'role' | 'mode' | 'lost' | 'share' | 'parts'>): {
  readonly tag: string
  readonly side: string
  readonly how: string
  readonly result: string
  readonly share: string
} {
  const isShared = row.mode !== 'isolated'
  return {
    tag: `Liquidated at bar ${row.tick}`,
    side: sideWord(row),
    how: `${isShared && row.role === 'bystander' ? 'taken along, ' : ''}${row.parts === 1 ? 'closed at' : `closed in ${row.parts} parts, the last at`}`,
    result: row.lost.startsWith('-') ? 'Lost' : 'Made',
    share: row.share.startsWith('-') ? 'forfeited' : 'borne by others',
  }
}
