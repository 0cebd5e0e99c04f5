import { describe, expect, it } from 'vitest'
import { figureProblem, type Expected } from './testing/compareFigure.ts'
import { runOn } from './testing/runText.ts'
import { venueVectors, type VenueVector } from './testing/venueVectors.ts'

interface Row {
  readonly instrument: string
  readonly pool: string
  readonly qty?: string
  readonly contracts?: string
  readonly side?: string
  readonly margin?: string
  readonly equity?: string
  readonly quoteBalance?: string
  readonly feeReserve?: string
  readonly [key: string]: unknown
}

interface Example {
  readonly name: string
  readonly document: object
  readonly figures: Readonly<Record<string, Expected>>
}

const FIGURES = ['liquidationPrice', 'bankruptcyPrice', 'maintenanceMargin'] as const

/** Each position of what venues publish as a trade of its own, the others beside it: the same prices as `margin` has for it. */
function examplesOf({ venue, title, book, expect: figures }: VenueVector): readonly Example[] {
  const { positions = [], marks = {}, title: _, ...rest } = book as { readonly positions?: readonly Row[]; readonly marks?: Readonly<Record<string, unknown>>; readonly title?: string }
  return positions.flatMap((row, index) => {
    const { pool, qty, contracts, instrument, side, equity, quoteBalance, feeReserve, entryPrice, margin, leverage, tier } = row
    const wanted = Object.fromEntries(FIGURES.flatMap((key) => figureOf(figures, index, key)))
    if (!['cross', 'isolated'].includes(pool) || Object.keys(wanted).length === 0) return []
    const document = {
      ...rest,
      instrument, mode: pool, entryPrice, margin, feeReserve, tier, marks,
      ...(pool === 'cross' ? {} : { equity, quoteBalance, wallet: undefined }),
      // Of a shared pool it decides nothing here, and one that could not be opened today is refused.
      leverage: pool === 'cross' ? undefined : leverage,
      side: side ?? ((qty ?? contracts ?? '').startsWith('-') ? 'short' : 'long'),
      ...(qty === undefined ? { contracts } : { size: qty }),
      ...(positions.length === 1 ? {} : { positions: positions.filter((other) => other !== row) }),
    }
    return [{ name: `${venue}: ${title} [${index}]`, document, figures: wanted }]
  })
}

function figureOf(figures: VenueVector['expect'], index: number, key: (typeof FIGURES)[number]): readonly (readonly [string, Expected])[] {
  const exact = figures[`positions[${index}].${key}.exact`]
  const plain = figures[`positions[${index}].${key}.price`] ?? figures[`positions[${index}].${key}`]
  if (exact !== undefined) return [[`exact.${key}`, exact]]
  return plain === undefined ? [] : [[`results.${key}`, plain]]
}

const examples = venueVectors.flatMap(examplesOf)

describe('calc liquidation says what venues publish of positions', () => {
  it('has more than a hundred of them', () => expect(examples.length).toBeGreaterThan(100))

  it.each(examples)('$name', async ({ document, figures }) => {
    const { code, out, err } = await runOn({ schema: 1, ...document }, ['calc', 'liquidation', '-'])
    expect([code, code === 0 ? '' : err]).toEqual([0, ''])
    const report: unknown = JSON.parse(out)
    expect(Object.entries(figures).flatMap(([path, figure]) => figureProblem(report, path, figure) ?? [])).toEqual([])
  })
})
