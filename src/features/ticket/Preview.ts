import type { TicketState } from '../../store/slices/TicketState.ts'

/** The answer to what stands in the ticket, for both sides at once. */
export type Preview = NonNullable<TicketState['preview']>

export type Draft = TicketState['draft']
export type DraftPatch = Partial<Draft>
export type OrderSide = 'buy' | 'sell'
export type SidePreview = Preview['buy']
export type Warning = SidePreview['warnings'][number]
export type WarningOf<Code extends Warning['code']> = Extract<Warning, { code: Code }>
export type Rejection = NonNullable<SidePreview['rejection']>
export type AccountChange = NonNullable<SidePreview['change']>
export type PositionChange = SidePreview['others'][number]
export type Liquidation = NonNullable<SidePreview['liquidation']>

export const SIDES: readonly OrderSide[] = ['buy', 'sell']
