type Fields = Readonly<Record<string, unknown>>

const YEAR_MILLIS = 31_536_000_000
const DEFAULT_BAR_MILLIS = 3_600_000
/** As `hestonStepper` divides a step. */
const PARTS_A_REVERSION = 50
const MOST_PARTS = 1000

/** Of prices that are not in the document: longer and wider than those that come with the program. */
const COMES_ALONG: Size = { ticks: 10_000, series: 4 }

/** How large a tape is: bars, and series of prices in each. */
interface Size {
  readonly ticks: number
  readonly series: number
}

/**
 * How many points have to be made for a tape, where a document says so in a few characters: a model, a script, a drawing,
 * another tape in stretches or under a factor, each on top of what it is made of. Who opens a link has not chosen to wait for it.
 * @param tape  as written, not yet checked
 */
export function madePoints(tape: unknown): number {
  const fields = fieldsOf(tape)
  if (fields === undefined) return 0
  const inner = innerOf(fields)
  return ownPoints(fields) + (inner === undefined ? 0 : madePoints(inner))
}

function ownPoints(fields: Fields): number {
  const { lines, parts } = fields
  const { ticks, series } = sizeOf(fields)
  // Every price is made again, whatever made it before.
  if (innerOf(fields) !== undefined) return lines === undefined ? ticks * series : drawnPoints(listOf(lines), ticks)
  const bars = numberOf(fields['bars'], 0)
  return bars * numberOf(fields['stepsPerBar'], 1) * width(fields) + jumpsOf(fields) + drawnPoints(listOf(lines), bars) + scriptBars(listOf(parts)) * width(fields)
}

/** What a tape is made of, where that is another one. */
function innerOf(fields: Fields): Fields | undefined {
  return fieldsOf(fields['of']) ?? fieldsOf(fields['base'])
}

/** How large the tape is that comes of it; too large rather than too small. */
function sizeOf(fields: Fields): Size {
  const inner = innerOf(fields)
  const bars = fields['bars']
  if (inner !== undefined) return { ...sizeOf(inner), ...(typeof bars === 'number' ? { ticks: numberOf(bars, 0) } : {}) }
  const [lines, parts, prices, instruments] = [listOf(fields['lines']), listOf(fields['parts']), listOf(fields['series']), listOf(fields['instruments'])]
  if (lines.length > 0) return { ticks: Math.max(...lines.map((line) => drawnPoints([line], numberOf(bars, 0)))), series: lines.length }
  if (prices.length > 0) return { ticks: listOf(fieldsOf(prices[0])?.['close']).length, series: prices.length }
  if (instruments.length === 0) return COMES_ALONG
  return { ticks: numberOf(bars, parts.length > 0 ? scriptBars(parts) : COMES_ALONG.ticks), series: instruments.length }
}

/** How much a point of all instruments is: one each, more of one whose steps are divided. */
function width(fields: Fields): number {
  const instruments = listOf(fields['instruments'])
  if (instruments.length === 0) return 1
  return instruments.reduce<number>((sum, one) => sum + partsOf(fieldsOf(fieldsOf(one)?.['process']), fields), 0)
}

/** Parts of a step of Heston's, which follow from how fast it returns. */
function partsOf(process: Fields | undefined, fields: Fields): number {
  if (process?.['type'] !== 'heston') return 1
  const years = numberOf(fields['barMillis'], DEFAULT_BAR_MILLIS) / numberOf(fields['stepsPerBar'], 1) / YEAR_MILLIS
  return Math.min(MOST_PARTS, Math.max(1, Math.ceil(numberOf(process['reversion'], 0) * years * PARTS_A_REVERSION)))
}

/** Jumps are drawn one by one. */
function jumpsOf(fields: Fields): number {
  const years = (numberOf(fields['bars'], 0) * numberOf(fields['barMillis'], DEFAULT_BAR_MILLIS)) / YEAR_MILLIS
  const laws = [fields['commonJumps'], ...listOf(fields['instruments']).map((one) => fieldsOf(one)?.['jumps'])]
  const times = Math.max(1, ...listOf(fieldsOf(fields['regimes'])?.['states']).map((state) => numberOf(fieldsOf(state)?.['jumpsTimes'], 1)))
  return Math.floor(laws.reduce<number>((sum, law) => sum + numberOf(fieldsOf(law)?.['perYear'], 0), 0) * years * times)
}

/** A line has a price for each bar up to its last point, or for all. */
function drawnPoints(lines: readonly unknown[], bars: number): number {
  return lines.reduce<number>((sum, line) => sum + Math.max(bars, numberOf(listOf(listOf(fieldsOf(line)?.['points']).at(-1))[0], -1) + 1), 0)
}

/** Each part says how long it is, or how far its last corner lies. */
function scriptBars(parts: readonly unknown[]): number {
  return parts.reduce<number>((sum, part) => {
    const fields = fieldsOf(part)
    return sum + numberOf(fields?.['bars'], numberOf(fieldsOf(listOf(fields?.['corners']).at(-1))?.['bar'], 1))
  }, 0)
}

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function numberOf(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? Math.max(0, value) : otherwise
}
