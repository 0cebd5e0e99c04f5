import type { CsvMapping, TimeFormat } from './ImportedFile.ts'

/** Every way to write a time, as the values of a select. */
export const TIME_CHOICES = [
  { value: 'epoch by-digits', label: 'Counted, unit by its digits' },
  { value: 'epoch s', label: 'Seconds since 1970' },
  { value: 'epoch ms', label: 'Milliseconds since 1970' },
  { value: 'epoch us', label: 'Microseconds since 1970' },
  { value: 'epoch ns', label: 'Nanoseconds since 1970' },
  { value: 'calendar year-month-day', label: 'Year, month, day' },
  { value: 'calendar day-month-year', label: 'Day, month, year' },
  { value: 'calendar month-day-year', label: 'Month, day, year' },
  { value: 'spreadsheet-days', label: 'Spreadsheet days' },
] as const

export type TimeChoice = (typeof TIME_CHOICES)[number]['value']

const FORMATS: Readonly<Record<TimeChoice, TimeFormat>> = {
  'epoch by-digits': { type: 'epoch', unit: 'by-digits' },
  'epoch s': { type: 'epoch', unit: 's' },
  'epoch ms': { type: 'epoch', unit: 'ms' },
  'epoch us': { type: 'epoch', unit: 'us' },
  'epoch ns': { type: 'epoch', unit: 'ns' },
  'calendar year-month-day': { type: 'calendar', order: 'year-month-day' },
  'calendar day-month-year': { type: 'calendar', order: 'day-month-year' },
  'calendar month-day-year': { type: 'calendar', order: 'month-day-year' },
  'spreadsheet-days': { type: 'spreadsheet-days' },
}

export function timeFormatOf(choice: TimeChoice): TimeFormat {
  return FORMATS[choice]
}

export function timeChoiceOf(format: TimeFormat): TimeChoice {
  if (format.type === 'spreadsheet-days') return 'spreadsheet-days'
  return format.type === 'epoch' ? `epoch ${format.unit}` : `calendar ${format.order}`
}

/** Offsets that clocks have somewhere, minutes ahead of UTC. */
const OFFSETS = [
  -720, -660, -600, -570, -540, -480, -420, -360, -300, -240, -210, -180, -120, -60, 0, 60, 120, 180, 210, 240, 270, 300, 330, 345, 360, 390, 420, 480, 525, 540, 570, 600, 630, 660, 720,
  765, 780, 840,
]

const PLACES: Readonly<Record<number, string>> = {
  [-480]: 'Los Angeles',
  [-300]: 'New York, HistData',
  [0]: 'London in winter',
  [60]: 'Central Europe in winter',
  [120]: 'Eastern Europe in winter, many MetaTrader brokers',
  [180]: 'Eastern Europe in summer, Moscow',
  [330]: 'India',
  [480]: 'Hong Kong, Singapore',
  [540]: 'Tokyo, Seoul',
}

/** Zones whose clocks go an hour ahead in summer, by the days of the EU or the US. */
const SUMMERS = [
  { value: '-300 US', label: `${offsetText(-300)}, in summer ${offsetText(-240)} · New York` },
  { value: '60 EU', label: `${offsetText(60)}, in summer ${offsetText(120)} · Central Europe` },
  { value: '120 EU', label: `${offsetText(120)}, in summer ${offsetText(180)} · Eastern Europe (EET)` },
  { value: '120 US', label: `${offsetText(120)}, in New York’s summer ${offsetText(180)} · many MetaTrader brokers` },
] as const

export const ZONE_CHOICES: readonly { readonly value: string; readonly label: string }[] = [
  ...OFFSETS.map((minutes) => {
    const place = PLACES[minutes]
    return { value: String(minutes), label: `${offsetText(minutes)}${place === undefined ? '' : ` · ${place}`}` }
  }),
  ...SUMMERS,
]

type Zone = Pick<CsvMapping, 'utcOffsetMinutes'> & { readonly summerTime?: 'EU' | 'US' | undefined }

export function zoneChoiceOf({ utcOffsetMinutes, summerTime }: Zone): string {
  return summerTime === undefined ? String(utcOffsetMinutes) : `${utcOffsetMinutes} ${summerTime}`
}

export function zoneOf(choice: string): Zone {
  const [minutes = '0', place] = choice.split(' ')
  return { utcOffsetMinutes: Number(minutes), summerTime: place === 'EU' || place === 'US' ? place : undefined }
}

/** A zone as a button names it. */
export function zoneText(zone: Zone): string {
  const label = ZONE_CHOICES.find(({ value }) => value === zoneChoiceOf(zone))?.label ?? offsetText(zone.utcOffsetMinutes)
  return label.replace(/ · .*$/, '')
}

function offsetText(minutes: number): string {
  if (minutes === 0) return 'UTC'
  const size = Math.abs(minutes)
  return `UTC${minutes < 0 ? '−' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`
}
