import { useCallback, useState, type FocusEvent, type KeyboardEvent } from 'react'

export type CellAddress = { readonly row: number; readonly column: number }

export type RowNavigation = {
  /** The one cell that Tab reaches. Row -1 is the header. */
  readonly active: CellAddress
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void
}

const PAGE = 10
const INNER = 'button, a[href], input, select'

/**
 * A grid's keyboard: arrows move between cells, Home and End within the row, with Control to the first and last row;
 * Enter goes into a cell's controls, arrows move between them, Escape goes back out.
 */
export function useRowNavigation(
  rowCount: number,
  columnCount: number,
  options: { readonly onRow: (row: number) => void; readonly reveal: (row: number) => void; readonly cellId: (address: CellAddress) => string },
): RowNavigation {
  const [active, setActive] = useState<CellAddress>({ row: -1, column: 0 })
  const { onRow, reveal, cellId } = options
  const inside: CellAddress = { row: Math.min(active.row, rowCount - 1), column: Math.min(active.column, columnCount - 1) }

  const move = useCallback((to: CellAddress) => {
    setActive(to)
    reveal(to.row)
    // At once, so that the next key finds the focus where this one put it; a virtual row may only exist after the scroll.
    const cell = document.getElementById(cellId(to))
    if (cell === null) requestAnimationFrame(() => document.getElementById(cellId(to))?.focus())
    else cell.focus()
  }, [reveal, cellId])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-cell]') : null
    if (cell === null) return
    const isInner = event.target !== cell
    if (isInner && event.key === 'Escape') return stop(event, () => cell.focus())
    if (isInner) {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
      const controls = [...cell.querySelectorAll<HTMLElement>(INNER)]
      const next = step === undefined ? undefined : controls[controls.indexOf(event.target as HTMLElement) + step]
      if (next !== undefined) return stop(event, () => next.focus())
      if (event.key === 'Enter' || event.key === ' ') return undefined
    } else if (event.key === 'Enter' || event.key === ' ') {
      const control = cell.querySelector<HTMLElement>(INNER)
      return stop(event, () => (control === null ? onRow(addressOf(cell)?.row ?? inside.row) : control.focus()))
    }
    const to = target(event, addressOf(cell) ?? inside, rowCount, columnCount)
    return to === undefined ? undefined : stop(event, () => move(to))
  }

  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    const address = addressOf(event.target)
    if (address !== undefined && (address.row !== active.row || address.column !== active.column)) setActive(address)
  }

  return { active: inside, onKeyDown, onFocus }
}

function stop(event: KeyboardEvent, act: () => void): undefined {
  event.preventDefault()
  event.stopPropagation()
  act()
}

function addressOf(element: Element): CellAddress | undefined {
  const [row, column] = (element.closest<HTMLElement>('[data-cell]')?.dataset.cell ?? '').split(',').map(Number)
  return row === undefined || column === undefined || Number.isNaN(row) ? undefined : { row, column }
}

function target(event: KeyboardEvent, from: CellAddress, rowCount: number, columnCount: number): CellAddress | undefined {
  const row = (at: number): CellAddress => ({ row: Math.max(-1, Math.min(rowCount - 1, at)), column: from.column })
  const column = (at: number): CellAddress => ({ row: from.row, column: Math.max(0, Math.min(columnCount - 1, at)) })
  switch (event.key) {
    case 'ArrowDown': return row(from.row + 1)
    case 'ArrowUp': return row(from.row - 1)
    case 'PageDown': return row(from.row + PAGE)
    case 'PageUp': return row(Math.max(0, from.row - PAGE))
    case 'ArrowRight': return column(from.column + 1)
    case 'ArrowLeft': return column(from.column - 1)
    case 'Home': return event.ctrlKey ? { row: 0, column: 0 } : column(0)
    case 'End': return event.ctrlKey ? { row: rowCount - 1, column: columnCount - 1 } : column(columnCount - 1)
    default: return undefined
  }
}
