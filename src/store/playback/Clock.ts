/** The screen's clock. */
export interface Clock {
  readonly now: () => number
  /** Before the next repaint; with the time of the repaint, by the same clock. */
  readonly requestFrame: (callback: (now: number) => void) => number
  readonly cancelFrame: (handle: number) => void
}
