import type { EditState } from '../../../store/slices/TicketState.ts'

export type EditPreview = NonNullable<EditState['preview']>
export type AccountChange = NonNullable<EditPreview['change']>
export type PositionChange = AccountChange['positions'][number]
export type PoolChange = AccountChange['pools'][number]
export type Liquidation = NonNullable<PositionChange['liquidation']['after']>
export type EditWarning = EditPreview['warnings'][number]
