import { calendarTime, lastDate } from './calendarTime.ts'
import type { CsvMapping } from './CsvMapping.ts'
import { epochTime } from './epochTime.ts'
import { isSummer } from './summerTime.ts'

const DAY = 86400000
/** 1970-01-01 counted from 1899-12-30. */
const SPREADSHEET_EPOCH = 25569
/** 2100-01-01. */
export const LAST_TIME = 4102444800000

/** A time cell in milliseconds since 1970, UTC; NaN where it cannot be read. May lie outside of 1970 to 2100. */
export function timeOfCell(text: string, start: number, end: number, mapping: CsvMapping): number {
  const { time } = mapping
  if (time.type === 'epoch') return epochTime(text, start, end, time.unit)
  if (time.type === 'calendar') {
    const local = calendarTime(text, start, end, time.order)
    return lastDate.zoned ? local : inUtc(local, mapping)
  }
  const days = text.slice(start, end).trim()
  if (!/^\d{5}([.,]\d+)?$/.test(days)) return NaN
  // A spreadsheet stores ten o'clock as 0.41666666666424135: rounded to the second it is ten o'clock again.
  const seconds = Math.round((Number(days.replace(',', '.')) - SPREADSHEET_EPOCH) * (DAY / 1000))
  return inUtc(seconds * 1000, mapping)
}

/** Of a time of the file's zone. The hour that clocks show twice in autumn is taken for the first of the two. */
function inUtc(local: number, { utcOffsetMinutes, summerTime }: CsvMapping): number {
  const winter = local - utcOffsetMinutes * 60000
  return summerTime !== undefined && isSummer(winter - 3600000, summerTime) ? winter - 3600000 : winter
}

export function isInRange(time: number): boolean {
  return time >= 0 && time < LAST_TIME
}

/** Why a time cell was refused, as the end of a sentence that begins with the line and column. */
export function timeComplaint(cell: string, time: number, mapping: CsvMapping): string {
  const shown = `“${shortened(cell)}”`
  if (cell.trim() === '') return 'the time is missing. Fill it in or remove the line.'
  if (time === time) return `${shown} would be outside of the years 1970 to 2100. Check the unit of the times (seconds, milliseconds, microseconds or nanoseconds).`
  if (mapping.time.type === 'epoch') {
    if (/e\+?\d+$/i.test(cell.trim())) return `${shown} has lost its last digits in a spreadsheet. Export the file again without opening it there.`
    return `${shown} is not a time in ${unitName(mapping.time.unit)} like 1584007200. Correct it, remove the line, or choose another time format.`
  }
  if (mapping.time.type === 'spreadsheet-days') return `${shown} is not a spreadsheet date like 43902.4167. Correct it, remove the line, or choose another time format.`
  return `${shown} is not a date written as ${mapping.time.order.replaceAll('-', ', ')}. Correct it, remove the line, or choose another order of day and month.`
}

function unitName(unit: string): string {
  const names: Readonly<Record<string, string>> = { s: 'seconds', ms: 'milliseconds', us: 'microseconds', ns: 'nanoseconds' }
  return names[unit] ?? 'seconds or milliseconds'
}

/** A cell as a message quotes it. */
export function shortened(cell: string): string {
  const text = cell.trim()
  return text.length <= 40 ? text : `${text.slice(0, 37)}…`
}
