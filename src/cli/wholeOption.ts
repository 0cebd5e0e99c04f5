import { UsageError } from './UsageError.ts'

/** A whole number that an option is given, if it is. @param what  for the message: `a tick` */
export function wholeOption(name: string, text: string | undefined, what: string): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--${name}: ${what} was expected, ${JSON.stringify(text)} was given`)
  return Number(text)
}

/** The tick an option names, the last one unless said; not beyond the tape. */
export function tickWithin(name: string, tick: number | undefined, last: number): number {
  if (tick !== undefined && tick > last) throw new UsageError(`--${name} ${tick}: the tape ends with tick ${last}`)
  return tick ?? last
}
