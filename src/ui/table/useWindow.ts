import { useCallback, type RefObject } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'

/** The rows that are built: all of them up to a hundred, above that what is seen and a little more. */
export type TableWindow = {
  readonly isVirtual: boolean
  readonly first: number
  readonly last: number
  readonly before: number
  readonly after: number
  readonly measure: ((row: HTMLTableRowElement | null) => void) | undefined
  readonly reveal: (row: number) => void
}

const ALL = 100
const HEIGHTS = { comfortable: 37, compact: 27 } as const

export function useWindow(count: number, scroll: RefObject<HTMLElement | null>, density: keyof typeof HEIGHTS): TableWindow {
  const isVirtual = count > ALL
  // The React compiler is off; its warning about this library does not concern us.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: isVirtual ? count : 0,
    getScrollElement: () => scroll.current,
    estimateSize: () => HEIGHTS[density],
    overscan: 12,
    scrollPaddingStart: 28,
  })
  const reveal = useCallback((row: number) => {
    if (isVirtual && row >= 0) virtualizer.scrollToIndex(row)
  }, [isVirtual, virtualizer])
  if (!isVirtual) return { isVirtual, first: 0, last: count - 1, before: 0, after: 0, measure: undefined, reveal }
  const items = virtualizer.getVirtualItems()
  const first = items[0]
  const last = items.at(-1)
  return {
    isVirtual,
    first: first?.index ?? 0,
    last: last?.index ?? -1,
    before: first?.start ?? 0,
    after: virtualizer.getTotalSize() - (last?.end ?? 0),
    measure: virtualizer.measureElement,
    reveal,
  }
}
