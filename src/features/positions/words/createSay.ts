import type { Format } from '../../../ui/format/createFormat.ts'
import { sizeText } from '../rowText.ts'
import type { Say } from './Say.ts'

export interface NamedInstrument {
  readonly symbol: string
  readonly base: string
  readonly tickSize: string
  readonly qtyStep: string
}

/** @param legs  instrument of every leg of the scenario */
export function createSay(format: Format, instruments: readonly NamedInstrument[], legs: ReadonlyMap<string, string>): Say {
  const bySymbol = new Map(instruments.map((one) => [one.symbol, one]))
  const of = (leg: string): NamedInstrument | undefined => bySymbol.get(legs.get(leg) ?? symbolOf(leg))
  const isAlone = (leg: string): boolean => [...legs].every(([other, symbol]) => other === leg || symbol !== legs.get(leg))
  const legName = (leg: string): string => {
    const base = of(leg)?.base ?? symbolOf(leg)
    const rest = leg.slice(symbolOf(leg).length + 1)
    return isAlone(leg) || rest === '' ? base : `${base} (${rest.replace('bucket:', '').replace(':', ', ')})`
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
    size: (leg, qty) => sizeText(format, { qty, base: of(leg)?.base ?? '', qtyDecimals: decimalsOf(of(leg)?.qtyStep ?? '0.00000001') }),
  }
}

/** `SOL-PERP@isolated` is a leg of SOL-PERP; any other id stands for itself. */
function symbolOf(leg: string): string {
  return leg.split('@')[0] ?? leg
}

/** 0.001 → 3. */
function decimalsOf(step: string): number {
  return step.split('.')[1]?.length ?? 0
}
