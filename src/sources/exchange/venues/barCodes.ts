import type { Millis } from '../../../engine/index.ts'

export const MINUTE: Millis = 60_000
export const HOUR: Millis = 3_600_000
export const DAY: Millis = 86_400_000

/** Bar sizes by how a venue writes them. */
export type BarCodes = ReadonlyMap<Millis, string>

export function barCodes(codes: readonly (readonly [Millis, string])[]): BarCodes {
  return new Map(codes)
}

export function barsOf(codes: BarCodes): readonly Millis[] {
  return [...codes.keys()]
}

/** The venue's name for a size of bar that it was found to have. */
export function codeOf(codes: BarCodes, barMillis: Millis): string {
  const code = codes.get(barMillis)
  if (code === undefined) throw new RangeError(`S50: no bar of ${barMillis} ms`)
  return code
}

/** Query of an address, in the order given; what is undefined is left out. */
export function query(path: string, parameters: Readonly<Record<string, string | number | undefined>>): string {
  const parts = Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`
}

/** Times of payments are a few ms to seconds late; they are due on the full hour. */
export function onTheHour(time: Millis): Millis {
  const hour = Math.round(time / HOUR) * HOUR
  return Math.abs(time - hour) <= MINUTE ? hour : time
}
