/**
 * All times of several ascending clocks inside the period they share, each once, ascending.
 * @returns empty where they share none
 */
export function commonClock(clocks: readonly Float64Array[]): Float64Array {
  const from = Math.max(...clocks.map((clock) => clock[0] ?? Infinity))
  const to = Math.min(...clocks.map((clock) => clock.at(-1) ?? -Infinity))
  const heads = clocks.map((clock) => clock.findIndex((time) => time >= from))
  const merged = new Float64Array(clocks.reduce((sum, clock) => sum + clock.length, 0))
  let n = 0
  for (;;) {
    let next = Infinity
    for (let i = 0; i < clocks.length; i++) {
      const time = clocks[i]?.[heads[i] as number]
      if (time !== undefined && time < next) next = time
    }
    if (next > to) return merged.slice(0, n)
    merged[n++] = next
    for (let i = 0; i < clocks.length; i++) if (clocks[i]?.[heads[i] as number] === next) heads[i] = (heads[i] as number) + 1
  }
}
