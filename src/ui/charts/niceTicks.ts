import type { TickDomain, ValueRange } from './plotFrame.ts'

export type NiceTicks = { readonly range: ValueRange; readonly values: readonly number[]; readonly step: number }

/** A step of 1, 2, 2.5 or 5 times a power of ten, not below `least`. */
export function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= least * (1 - 1e-9)) ?? 10
  return factor * power
}

/** Round values that enclose [least, most], about `count` intervals of them. */
export function niceTicks(least: number, most: number, count: number): NiceTicks {
  const span = most - least
  const size = Math.max(Math.abs(least), Math.abs(most))
  const padded = span > Math.max(size * 1e-9, 1e-12) ? span : Math.max(size * 0.02, 1e-9)
  const step = niceStep(padded / Math.max(1, count))
  const first = Math.floor(least / step + 1e-9)
  const last = Math.max(first + 1, Math.ceil(most / step - 1e-9))
  const values = Array.from({ length: last - first + 1 }, (_, index) => rounded((first + index) * step, step))
  return { range: [rounded(first * step, step), rounded(last * step, step)], values, step }
}

/** Removes the tail that multiplying floats leaves (0.30000000000000004). */
function rounded(value: number, step: number): number {
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(step)))
  return Number(value.toFixed(Math.min(20, decimals)))
}

/** The smallest round whole step that divides the span, unless that would be twice as long as needed. */
function wholeStep(least: number, span: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)))
  const steps = [1, 2, 2.5, 4, 5, 10, 20].map((factor) => factor * power).filter((step) => Number.isInteger(step) && step >= least)
  return steps.find((step) => Number.isInteger(span / step) && step < 2 * least) ?? steps[0] ?? 1
}

/** Whole ticks at a round distance, first and last always among them, none closer than `minGap` pixels. */
export function axisTicks(domain: TickDomain, plotWidth: number, minGap: number): readonly number[] {
  const [first, last] = domain
  const span = last - first
  if (span <= 0) return [first]
  const gap = (span * minGap) / Math.max(1, plotWidth)
  const whole = wholeStep(gap, span)
  const start = Math.ceil(first / whole) * whole
  const between: number[] = []
  for (let tick = start; tick < last; tick += whole) {
    if (tick - first >= gap * 0.75 && last - tick >= gap * 0.75) between.push(tick)
  }
  return [first, ...between, last]
}
