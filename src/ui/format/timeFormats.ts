const pad = (value: number): string => String(value).padStart(2, '0')

/** 2025-10-10, UTC. */
export function utcDate(millis: number): string {
  const date = new Date(millis)
  return `${date.getUTCFullYear()}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`
}

/** 21:14, or 21:14:05 when seconds matter. UTC. */
export function utcTime(millis: number, options: { readonly seconds?: boolean } = {}): string {
  const date = new Date(millis)
  const minutes = `${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`
  return options.seconds === true ? `${minutes}:${pad(date.getUTCSeconds())}` : minutes
}

/** 2025-10-10 21:14 UTC. */
export function utcDateTime(millis: number, options: { readonly seconds?: boolean } = {}): string {
  return `${utcDate(millis)} ${utcTime(millis, options)} UTC`
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The two largest units: 2 d 4 h, 3 h 5 min, 12 min 30 s, 4.2 s, 350 ms. */
export function duration(millis: number): string {
  const span = Math.abs(millis)
  const sign = millis < 0 ? '\u2212' : ''
  if (span < SECOND) return `${sign}${Math.round(span)} ms`
  if (span < 10 * SECOND) return `${sign}${Math.floor(span / 100) / 10} s`
  if (span < MINUTE) return `${sign}${Math.floor(span / SECOND)} s`
  if (span < HOUR) return sign + twoUnits(span, [MINUTE, 'min'], [SECOND, 's'])
  if (span < DAY) return sign + twoUnits(span, [HOUR, 'h'], [MINUTE, 'min'])
  return sign + twoUnits(span, [DAY, 'd'], [HOUR, 'h'])
}

function twoUnits(span: number, large: readonly [number, string], small: readonly [number, string]): string {
  const first = Math.floor(span / large[0])
  const second = Math.floor((span % large[0]) / small[0])
  return second === 0 ? `${first} ${large[1]}` : `${first} ${large[1]} ${second} ${small[1]}`
}
