import type { SaidFigure } from '../primitives/FigureWords.tsx'
import type { PriceBar } from './aggregateBars.ts'
import { accountLetters, accountNames, type AccountKey } from './accountNames.ts'
import { placeBlocks, type Candidate, type Polyline, type Rect, type Request } from './placeBlocks.ts'
import { tickToX, valueToY, type PlotFrame, type TickDomain, type ValueRange } from './plotFrame.ts'
import type { PriceFill, PriceLevel, PriceMark, TriggerLine } from './priceScene.ts'
import { textWidth } from './textWidth.ts'
import type { TickNames } from './tickNames.ts'

export type PlacedWord = Rect & {
  readonly id: string
  readonly letter: { readonly text: string; readonly account: AccountKey } | undefined
  readonly text: string
  readonly figures?: readonly SaidFigure[] | undefined
}

type WordsInput = {
  readonly levels: readonly PriceLevel[]
  readonly marks: readonly PriceMark[]
  readonly closes: Polyline
  readonly frame: PlotFrame
  readonly domain: TickDomain
  readonly range: ValueRange
}

export type PriceStory = {
  readonly bars: readonly PriceBar[]
  readonly levels: readonly PriceLevel[]
  readonly fills: readonly PriceFill[]
  readonly marks: readonly PriceMark[]
  readonly trigger?: TriggerLine | undefined
}

export type PriceWording = { readonly formatPrice: (price: number) => string; readonly names: TickNames }

type Word = Omit<PlacedWord, keyof Rect>

const HEIGHT = 12

/** Words on the lines and beside the ✕ marks, where nothing runs through them. */
export function placePriceWords({ levels, marks, closes, frame, domain, range }: WordsInput): readonly PlacedWord[] {
  const at = (tick: number, price: number): readonly [number, number] => [tickToX(tick, domain, frame), valueToY(price, range, frame)]
  const paths = levels.map((level): Polyline => level.points.map((point) => at(point.tick, point.price)))
  const crosses = marks.map((mark): Rect => {
    const [x, y] = at(mark.tick, mark.price)
    return { x: x - 8, y: y - 8, width: 16, height: 16 }
  })
  const markWords = marks.map((mark) => withPlaces(
    { id: mark.id, letter: letterOf(mark.account), text: mark.label, figures: mark.figures },
    (width) => {
      const [x, y] = at(mark.tick, mark.price)
      const right = [-12, 0, -24, 12, 24, -36, 36].map((offset) => [x + 12, y + offset] as const)
      return [...right, ...right.map(([, top]) => [x - 12 - width, top] as const)]
    },
  ))
  const levelWords = levels.flatMap((level, index) => (level.label === undefined ? [] : [withPlaces(
    { id: level.id, letter: level.kind === 'entry' ? undefined : letterOf(level.account), text: level.label, figures: level.figures },
    (width) => alongLine(paths[index] ?? [], width),
  )]))
  const words = [...markWords, ...levelWords]
  const placed = placeBlocks(words.map(({ request }) => request), {
    bounds: { x: frame.left, y: 0, width: frame.right - frame.left, height: frame.bottom },
    boxes: crosses,
    lines: [closes, ...paths],
  })
  return words.flatMap(({ word }) => {
    const place = placed.get(word.id)
    return place === undefined ? [] : [{ ...word, x: place.x, y: place.y, width: place.width, height: place.height }]
  })
}

function letterOf(account: AccountKey): Word['letter'] {
  return { text: accountLetters[account], account }
}

function withPlaces(word: Word, places: (width: number) => readonly (readonly [number, number])[]): { word: Word; request: Request<Candidate> } {
  const width = textWidth(word.text, 11) + (word.letter === undefined ? 0 : 12)
  const candidates = places(width).map(([x, y], slot) => ({ x, y, width, height: HEIGHT, slot, cost: slot }))
  return { word, request: { id: word.id, candidates, isOptional: true } }
}

/** Just above and just below a line, at its start, a third, the middle and the end. */
function alongLine(line: Polyline, width: number): readonly (readonly [number, number])[] {
  const first = line[0]
  const last = line.at(-1)
  if (first === undefined || last === undefined) return []
  return [0.25, 0.05, 0.5, 0.75].flatMap((share) => {
    const x = first[0] + Math.max(0, last[0] - first[0] - width) * share
    const y = line.findLast((point) => point[0] <= x + 1)?.[1] ?? first[1]
    return [[x, y - HEIGHT - 3], [x, y + 4]] as const
  })
}

/** The chart as one paragraph. */
export function priceSummary({ bars, levels, marks, trigger }: PriceStory, { formatPrice, names }: PriceWording): string {
  const first = bars[0]
  const last = bars.at(-1)
  if (first === undefined || last === undefined) return 'No prices yet.'
  const lines = levels.flatMap((level) => {
    const price = level.points.at(-1)?.price
    return price === undefined ? [] : [`${accountNames[level.account]}, ${level.kind} price ${formatPrice(price)}.`]
  })
  const closed = marks.map((mark) => `${names.full(mark.tick)}: ${accountNames[mark.account]}, ${mark.label}.`)
  return [`Price from ${formatPrice(first.open)} at ${names.full(first.tick)} to ${formatPrice(last.close)} at ${names.full(last.tick)}.`, ...besideWords(trigger, formatPrice), ...lines, ...closed].join(' ')
}

function besideWords(trigger: TriggerLine | undefined, formatPrice: (price: number) => string): readonly string[] {
  const last = trigger?.bars.at(-1)
  if (trigger === undefined || last === undefined) return []
  const least = trigger.bars.reduce((low, bar) => Math.min(low, bar.low), Infinity)
  const most = trigger.bars.reduce((high, bar) => Math.max(high, bar.high), -Infinity)
  return [`${trigger.name}, which liquidates, between ${formatPrice(least)} and ${formatPrice(most)}, at the end ${formatPrice(last.close)}.`]
}

const COLUMNS = ['Bar', 'Open', 'High', 'Low', 'Close']

export function priceColumns({ trigger }: Pick<PriceStory, 'trigger'>): readonly string[] {
  return trigger === undefined ? [...COLUMNS, 'Event'] : [...COLUMNS, `${trigger.name}, low`, `${trigger.name}, high`, 'Event']
}

export function priceTableRows({ bars, fills, marks, trigger }: PriceStory, { formatPrice, names }: PriceWording): readonly (readonly string[])[] {
  const beside = new Map(trigger?.bars.map((bar) => [bar.tick, bar]))
  return bars.map((bar, index) => {
    const other = beside.get(bar.tick)
    const previous = bars[index - 1]?.tick ?? -Infinity
    const inside = [...fills, ...marks].filter(({ tick }) => tick > previous && tick <= bar.tick)
    return [names.short(bar.tick), ...[bar.open, bar.high, bar.low, bar.close, ...(other === undefined ? [] : [other.low, other.high])].map(formatPrice), inside.map(({ label }) => label).join('; ')]
  })
}
