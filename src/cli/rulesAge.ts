import type { Rules } from '../engine/index.ts'
import type { Io } from './Io.ts'

/** Venues change their rules; a set that was read longer ago than this says so. (product.md 1.2) */
export const STALE_AFTER_DAYS = 180

const DAY = 86_400_000

/** Whole days since the data of a set was read; absent where it bears no date. */
export function ageInDays({ date }: Pick<Rules, 'date'>, today: string): number | undefined {
  const days = Math.floor((Date.parse(today) - Date.parse(date)) / DAY)
  return Number.isNaN(days) ? undefined : days
}

export function isStale(rules: Pick<Rules, 'date'>, today: string): boolean {
  return (ageInDays(rules, today) ?? 0) > STALE_AFTER_DAYS
}

/** A note where the set used is older than that. */
export function noteAge(rules: Pick<Rules, 'id' | 'date'>, io: Io): void {
  const today = io.today()
  if (isStale(rules, today)) io.say(`note: rules ${rules.id} are of ${rules.date}, ${ageInDays(rules, today) ?? 0} days ago; the venue may have changed them`)
}
