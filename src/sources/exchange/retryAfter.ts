import type { Millis } from '../../engine/index.ts'

/** How long a Retry-After header asks to wait: seconds, or a date (RFC 9110 §10.2.3). Absent where there is none or it cannot be read. */
export function retryAfter(header: string | null, now: Millis): Millis | undefined {
  const text = header?.trim() ?? ''
  if (/^\d{1,9}(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000)
  const date = /[a-z]{3}/i.test(text) ? Date.parse(text) : NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
