/** What a hand drew: lines in the order they were drawn, a later one over an earlier. */
export interface Drawing {
  readonly lines: readonly DrawnPath[]
  /** Ticks into which what is drawn jumps. */
  readonly jumps?: readonly number[]
}

/** Straight from point to point: [tick, close of its bar], ascending by tick, one at least; prices mean decimals of at most 15 digits. */
export interface DrawnPath {
  readonly instrument: string
  /** Of the prices between the points; as many as base and points have, unless said. */
  readonly decimals?: number
  readonly points: readonly (readonly [tick: number, price: number])[]
}

/** What is wrong, and where: the path inside the drawing, as `lines[0].points[3]`. */
export interface DrawnRefusal {
  readonly at: string
  readonly message: string
}
