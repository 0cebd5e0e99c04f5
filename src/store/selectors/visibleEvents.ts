import type { PlainEvent } from '../../workers/run/Frame.ts'
import type { EventLog } from '../slices/ViewState.ts'

/** The events that are not past the cursor. */
export function visibleEvents(log: EventLog): readonly PlainEvent[] {
  return log.visible === log.list.length ? log.list : log.list.slice(0, log.visible)
}

/** Where a pool stands: its kind, and its name when it is a bucket. */
export function poolKind(pool: string): { readonly mode: 'cross' | 'isolated' | 'bucket'; readonly bucket: string | undefined } {
  if (pool === 'cross') return { mode: 'cross', bucket: undefined }
  return pool.startsWith('bucket:') ? { mode: 'bucket', bucket: pool.slice('bucket:'.length) } : { mode: 'isolated', bucket: undefined }
}
