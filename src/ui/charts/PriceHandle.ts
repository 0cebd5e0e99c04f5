/** A price on the chart that can be moved: dragged, or by arrow keys. What it means is the caller's. */
export interface PriceHandle {
  readonly id: string
  /** "Take profit": its name for a screen reader. */
  readonly name: string
  /** "TP": on the handle. */
  readonly short: string
  readonly price: number
  /** Has a line of its own; without one it is a grip on a line that is there. */
  readonly hasLine: boolean
  readonly tone: 'profit' | 'loss' | 'plain'
  /** The price it may have, nearest to one; moved by `steps` of its own where they are given. */
  readonly snap: (price: number, steps?: number) => number
  /** What it would mean there. */
  readonly describe: (price: number) => HandleWords
  readonly apply: (price: number) => void
}

export interface HandleWords {
  /** "TP 160.00", "+1,200.00". */
  readonly text: string
  readonly note: string
  /** Why it would not do what it looks like. */
  readonly warning?: string | undefined
}
