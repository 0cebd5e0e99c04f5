import { duration } from '../../ui/format/timeFormats.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** A minute: what is taken unless said. */
export const DEFAULT_TRADE_BAR = MINUTE

/** Lengths of bars that trades are made into, as the values of a select. */
export const BAR_CHOICES = [SECOND, 5 * SECOND, 10 * SECOND, 30 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 24 * HOUR].map((millis) => ({ value: String(millis), label: duration(millis) }))
