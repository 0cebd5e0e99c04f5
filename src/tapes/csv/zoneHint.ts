import type { CsvMapping } from './CsvMapping.ts'
import type { CsvShape } from './csvShape.ts'
import { plainName } from './headerRoles.ts'

/** The zone a source is known to write, where its files do not say it. */
export interface ZoneHint {
  readonly utcOffsetMinutes: number
  readonly summerTime?: 'EU' | 'US'
  /** Whose habit it is, a sentence. */
  readonly why: string
}

const METATRADER: ZoneHint = {
  utcOffsetMinutes: 120,
  summerTime: 'US',
  why: 'MetaTrader writes the time of the broker: often UTC+02:00, in New York’s summer +03:00, so that its day ends with New York’s.',
}
const HISTDATA: ZoneHint = { utcOffsetMinutes: -300, why: 'HistData writes New York’s winter time, UTC−05:00, all year.' }

/** What is known of the zone of a layout whose times carry none; data-sources.md section 3. */
export function zoneHint({ header, rows, separator }: CsvShape, { time, columns }: CsvMapping): ZoneHint | undefined {
  if (time.type !== 'calendar') return undefined
  const cell = rows[0]?.[columns.indexOf('time')] ?? ''
  const names = (header ?? []).map((name) => name.trim())
  if (header === undefined && separator === ';' && /^\d{8} \d{6}$/.test(cell)) return HISTDATA
  const isMetaTrader = header === undefined ? /^\d{4}\.\d\d\.\d\d/.test(cell) : names.includes('<DATE>') && !names.includes('<TICKER>')
  return isMetaTrader ? METATRADER : undefined
}

/** Whether the name of the time column says that its times are UTC: `Gmt time`, `date_utc`. */
export function saysUtc({ header }: CsvShape, { columns }: CsvMapping): boolean {
  return /gmt|utc/.test(plainName(header?.[columns.indexOf('time')] ?? ''))
}
