import { exp } from '../random/exp.ts'

export interface PathGrid {
  readonly bars: number
  /** Length of a bar, years. */
  readonly barYears: number
  /** Points at which the path is looked at inside a bar; only highs and lows depend on it, not the model. */
  readonly stepsPerBar: number
}

/** Prices of one path; each column instruments × bars, row-major, quote per base. */
export interface PricePath {
  /** The close before, or what a jump made of it. */
  readonly open: Float64Array
  readonly high: Float64Array
  readonly low: Float64Array
  readonly close: Float64Array
  /** One a bar: 1 where any instrument jumps into its open. */
  readonly jumped: Uint8Array
}

export function emptyPath(count: number, bars: number): PricePath {
  const column = (): Float64Array => new Float64Array(count * bars)
  return { open: column(), high: column(), low: column(), close: column(), jumped: new Uint8Array(bars) }
}

/** @param logs  ln(price/start) of each instrument */
export function openBar(path: PricePath, bar: number, start: Float64Array, logs: Float64Array): void {
  const bars = path.jumped.length
  for (let i = 0; i < logs.length; i++) {
    const price = (start[i] as number) * exp(logs[i] as number)
    const at = i * bars + bar
    path.open[at] = price
    path.high[at] = price
    path.low[at] = price
    path.close[at] = price
  }
}

export function extendBar(path: PricePath, bar: number, start: Float64Array, logs: Float64Array): void {
  const bars = path.jumped.length
  for (let i = 0; i < logs.length; i++) {
    const price = (start[i] as number) * exp(logs[i] as number)
    const at = i * bars + bar
    if (price > (path.high[at] as number)) path.high[at] = price
    if (price < (path.low[at] as number)) path.low[at] = price
    path.close[at] = price
  }
}
