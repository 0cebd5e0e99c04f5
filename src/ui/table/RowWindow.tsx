import { memo, useCallback, useLayoutEffect, type RefObject } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { ROW_HEIGHTS, type Density, type TableWindow } from './TableWindow.ts'

type RowWindowProps = {
  readonly count: number
  readonly scroll: RefObject<HTMLElement | null>
  readonly density: Density
  readonly onWindow: (view: TableWindow) => void
}

/** Watches a long table being scrolled and says which rows are in sight. Draws nothing; stands after what it watches. */
export const RowWindow = memo(function RowWindow({ count, scroll, density, onWindow }: RowWindowProps) {
  // The React compiler is off; its warning about this library does not concern us.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHTS[density],
    overscan: 12,
    scrollPaddingStart: 28,
  })
  const reveal = useCallback((row: number) => {
    if (row >= 0) virtualizer.scrollToIndex(row)
  }, [virtualizer])
  const items = virtualizer.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? -1
  const before = items[0]?.start ?? 0
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)
  // Before the page is painted: what is in sight is never missing.
  useLayoutEffect(
    () => onWindow({ isVirtual: true, first, last, before, after, measure: virtualizer.measureElement, reveal }),
    [onWindow, first, last, before, after, virtualizer, reveal],
  )
  return null
})
