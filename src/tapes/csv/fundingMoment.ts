const HOUR = 3_600_000
/** Venues stamp a payment a few milliseconds to seconds after the hour at which it was due. */
const BESIDE = 10_000

/** When a payment noted at `time` was due: the full hour where one is within ten seconds. ms since the epoch. */
export function fundingMoment(time: number): number {
  const hour = Math.round(time / HOUR) * HOUR
  return Math.abs(time - hour) <= BESIDE ? hour : time
}
