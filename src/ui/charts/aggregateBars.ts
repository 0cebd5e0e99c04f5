export type PriceBar = {
  readonly tick: number
  readonly open: number
  readonly high: number
  readonly low: number
  readonly close: number
}

export type BarSlots = {
  /** Ticks a slot covers: slot j holds (first + (j − 1) · ticksPerSlot, first + j · ticksPerSlot]. */
  readonly ticksPerSlot: number
  readonly slotCount: number
  /** Slot number of each aggregated bar. */
  readonly bars: readonly (PriceBar & { readonly slot: number })[]
}

/** Candles joined into equal slots of the whole domain, so that a slot stands at the same place while the tape plays. */
export function aggregateBars(bars: readonly PriceBar[], domain: readonly [number, number], maxSlots: number): BarSlots {
  const [first, last] = domain
  const ticksPerSlot = Math.max(1, Math.ceil((last - first) / Math.max(1, maxSlots)))
  const joined: (PriceBar & { slot: number })[] = []
  for (const bar of bars) {
    const slot = Math.ceil((bar.tick - first) / ticksPerSlot)
    const previous = joined.at(-1)
    if (previous?.slot !== slot) joined.push({ ...bar, slot })
    else joined[joined.length - 1] = joinedBar(previous, bar)
  }
  return { ticksPerSlot, slotCount: Math.ceil((last - first) / ticksPerSlot) + 1, bars: joined }
}

function joinedBar(earlier: PriceBar & { slot: number }, later: PriceBar): PriceBar & { slot: number } {
  return {
    slot: earlier.slot,
    tick: later.tick,
    open: earlier.open,
    high: Math.max(earlier.high, later.high),
    low: Math.min(earlier.low, later.low),
    close: later.close,
  }
}
