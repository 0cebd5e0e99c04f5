import type { EventRow } from '../../store/selectors/rows/TableRows.ts'

/**
 * Whether an event is one of those people look for. The others only book what a shown one says: margin that a fill takes
 * or gives back, walls raised and removed, the breach a liquidation begins with, what an isolated liquidation leaves;
 * funding has a table of its own.
 */
export function isMainEvent({ event }: Pick<EventRow, 'event'>): boolean {
  switch (event.type) {
    case 'pool-opened':
    case 'pool-closed':
    case 'pool-breached':
    case 'funding-paid':
    case 'pool-cooling':
    case 'pool-cooled':
      return false
    case 'transferred':
      return event.why !== 'initial-margin' && event.why !== 'released'
    case 'residual-forfeited':
    case 'bad-debt-covered':
      return !event.pool.startsWith('isolated:')
    default:
      return true
  }
}
