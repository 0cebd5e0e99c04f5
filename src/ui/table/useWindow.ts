import { useState } from 'react'
import { ROW_HEIGHTS, type Density, type TableWindow } from './TableWindow.ts'

const ALL = 100

/** The window of a table of so many rows. Where `isVirtual`, the table has a `RowWindow` say it through `setSeen`. */
export function useWindow(count: number, density: Density): { readonly view: TableWindow; readonly setSeen: (view: TableWindow) => void } {
  const [seen, setSeen] = useState<TableWindow>()
  const isVirtual = count > ALL
  if (isVirtual && seen !== undefined) return { view: seen, setSeen }
  // Until the first word of what is in sight, and while that code arrives: the first hundred, and the room of the others.
  const last = Math.min(count, ALL) - 1
  return { view: { isVirtual, first: 0, last, before: 0, after: (count - 1 - last) * ROW_HEIGHTS[density], measure: undefined, reveal: ignore }, setSeen }
}

function ignore(): void {}
