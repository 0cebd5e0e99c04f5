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

/** Tables are as dense as this many pixels a row. */
export const ROW_HEIGHTS = { comfortable: 37, compact: 27 } as const
export type Density = keyof typeof ROW_HEIGHTS
