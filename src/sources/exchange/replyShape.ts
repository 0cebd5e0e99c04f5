/** A reply that has another shape than the venue documents. Caught where the page is read. */
export class ReplyShapeError extends Error {}

/** The fields of an object. @param where  for the message: `result` */
export function fieldsOf(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>
  throw new ReplyShapeError(`${where}: an object was expected, there is ${shown(value)}`)
}

export function listOf(value: unknown, where: string): readonly unknown[] {
  if (Array.isArray(value)) return value
  throw new ReplyShapeError(`${where}: a list was expected, there is ${shown(value)}`)
}

/** A price or rate as decimal text. A number of JSON prints as the shortest decimal that means it, so 15 digits survive. */
export function decimalOf(value: unknown, where: string): string {
  // Neither stands in a number, and both part the cells of a page that is kept.
  if (typeof value === 'string' && !/[,\n]/.test(value)) return value
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (value === null || value === undefined) return ''
  throw new ReplyShapeError(`${where}: a decimal was expected, there is ${shown(value)}`)
}

/** A time in whole milliseconds: seconds or milliseconds as number or text, or ISO text. @param unit  milliseconds in one unit of a number */
export function timeOf(value: unknown, unit: 1 | 1000, where: string): number {
  const time = typeof value === 'string' && value.includes('T') ? Date.parse(value) : Number(typeof value === 'string' && value !== '' ? value : (value as number)) * unit
  if ((typeof value === 'string' || typeof value === 'number') && Number.isFinite(time) && time > 0 && time < 8.64e15) return Math.round(time)
  throw new ReplyShapeError(`${where}: a time was expected, there is ${shown(value)}`)
}

export function textOf(value: unknown, where: string): string {
  if (typeof value === 'string') return value
  throw new ReplyShapeError(`${where}: text was expected, there is ${shown(value)}`)
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
