import type { Format } from '../../../ui/format/createFormat.ts'
import { sizeText } from '../rowText.ts'
import type { Say } from './Say.ts'

export interface NamedInstrument {
  readonly symbol: string
  readonly base: string
  readonly quote?: string
  readonly type?: string
  readonly tickSize: string
  readonly qtyStep: string
}

/** @param legs  instrument of every leg of the scenario */
export function createSay(format: Format, instruments: readonly NamedInstrument[], legs: ReadonlyMap<string, string>): Say {
  const bySymbol = new Map(instruments.map((one) => [one.symbol, one]))
  const of = (leg: string): NamedInstrument | undefined => bySymbol.get(legs.get(leg) ?? partsOf(leg).symbol)
  const legName = (leg: string): string => {
    const own = partsOf(leg)
    const base = of(leg)?.base ?? own.symbol
    const others = [...legs.keys()].filter((other) => other !== leg && legs.get(other) === legs.get(leg)).map(partsOf)
    // Only what tells it from the others in its market.
    const pool = others.some((other) => other.pool !== own.pool && other.side === own.side) ? own.pool : ''
    const side = others.some((other) => other.side !== own.side && other.pool === own.pool) ? own.side : ''
    const apart = [pool, side].filter((part) => part !== '').join(', ')
    return apart === '' ? base : `${base} (${apart})`
  }
  return {
    format,
    leg: legName,
    pool: (pool) => {
      if (pool === 'cross') return 'the shared pool'
      if (pool.startsWith('bucket:')) return `bucket “${pool.slice('bucket:'.length)}”`
      return `${legName(pool.replace(/^isolated:/, ''))}’s own wall`
    },
    price: (leg, price) => format.price(price, { tickSize: of(leg)?.tickSize }),
    size: (leg, qty) => sizeText(format, { qty, sizeUnit: unitOf(of(leg)), qtyDecimals: decimalsOf(of(leg)?.qtyStep ?? '0.00000001') }),
  }
}

/** `SOL-PERP@bucket:alts:long`: symbol, pool, and in hedge mode the side. Any other id stands for itself. */
function partsOf(leg: string): { readonly symbol: string; readonly pool: string; readonly side: string } {
  const [symbol = leg, rest = ''] = leg.split('@')
  const side = /:(long|short)$/.exec(rest)?.[1] ?? ''
  return { symbol, pool: rest.replace(/:(long|short)$/, '').replace(/^bucket:/, ''), side }
}

/** Quantities of an inverse contract are in the currency it is priced in. */
function unitOf(instrument: NamedInstrument | undefined): string {
  if (instrument === undefined) return ''
  return instrument.type === 'inverse' ? (instrument.quote ?? 'USD') : instrument.base
}

/** 0.001 → 3. */
function decimalsOf(step: string): number {
  return step.split('.')[1]?.length ?? 0
}
