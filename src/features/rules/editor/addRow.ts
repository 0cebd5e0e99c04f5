import type { MouseEvent } from 'react'
import { flushSync } from 'react-dom'

/** Adds a row and goes to its first cell, in the table beside the button. */
export function addRow(event: MouseEvent<HTMLElement>, row: number, add: () => void): void {
  const home = event.currentTarget.closest('[data-rows], [role="tabpanel"]')
  flushSync(add)
  home?.querySelector<HTMLElement>(`[data-row="${row}"]`)?.focus()
}
