const DAY = 86_400_000

/** Data older than this are told to be old. */
export const OLD_DAYS = 180

/** Whole days from an ISO day to a moment; none where it is no day. */
export function daysSince(date: string, now: number): number | undefined {
  const then = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(then) ? undefined : Math.max(0, Math.floor((now - then) / DAY))
}
