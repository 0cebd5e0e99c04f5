import type { Millis } from '../engine/index.ts'

/** `2020-03-12 10:00 UTC`, with seconds where there are any; a day alone where the time is midnight. */
export function utcText(time: Millis): string {
  if (!(Math.abs(time) <= 8.64e15)) return 'a time outside the calendar'
  const iso = new Date(time).toISOString()
  const day = iso.slice(0, -14)
  const clock = iso.slice(-13, -1)
  if (clock === '00:00:00.000') return day
  const short = clock.endsWith(':00.000') ? clock.slice(0, 5) : clock.replace(/\.?000$/, '')
  return `${day} ${short} UTC`
}
