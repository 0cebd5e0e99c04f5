import type { LiquidatedRow, OpenPositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import type { EditKind } from '../edit/editCommand.ts'

/** What can be done from a row of the positions. */
export interface PositionActions {
  readonly edit: (kind: EditKind, row: OpenPositionRow) => void
  readonly editBucket: (bucket: string) => void
  readonly explain: (row: OpenPositionRow) => void
  readonly why: (row: LiquidatedRow) => void
  /** Why nothing can be traded here: the account shown is a twin. */
  readonly readOnly: string | undefined
}
