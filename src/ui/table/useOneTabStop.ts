import { useEffect, type RefObject } from 'react'

/** The grid is one stop for Tab: controls inside of cells are reached with Enter and the arrows. */
export function useOneTabStop(scroll: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    for (const control of scroll.current?.querySelectorAll<HTMLElement>('tbody :is(button, a[href], input, select)') ?? []) control.tabIndex = -1
  })
}
