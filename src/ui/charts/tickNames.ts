/** How ticks are called: bars by number unless a tape has dates worth showing. */
export type TickNames = {
  /** On the axis; the first one also says what is counted. */
  readonly axis: (tick: number, isFirst: boolean) => string
  /** In a sentence. */
  readonly full: (tick: number) => string
  /** On the cursor's pill and in table cells. */
  readonly short: (tick: number) => string
}

const written = (tick: number): string => (Number.isInteger(tick) ? String(tick) : tick.toFixed(2))

export const barNames: TickNames = {
  axis: (tick, isFirst) => (isFirst ? `bar ${written(tick)}` : written(tick)),
  full: (tick) => `bar ${written(tick)}`,
  short: written,
}
