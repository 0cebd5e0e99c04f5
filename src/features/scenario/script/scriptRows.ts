import type { Format } from '../../../ui/format/createFormat.ts'
import { decimalsOf } from '../start/scenarioOn.ts'
import type { ScriptRow } from './ScriptDraft.ts'

/** What is known of the instruments that are open. */
export interface OpenedInstruments {
  readonly tape: { readonly firstMarks: Readonly<Record<string, string>> }
  readonly instruments: readonly { readonly symbol: string; readonly tickSize: string; readonly beta: string }[]
}

/** The three of the built-in scenarios; for a depeg a coin worth 1 and what leans on it. */
export function defaultRows(template: string | undefined, format: Format): readonly ScriptRow[] {
  const row = (symbol: string, price: number, beta: number, decimals = 2): ScriptRow => ({ symbol, decimals, price: format.typed(price), beta: format.typed(beta) })
  if (template === 'depeg') return [row('STABLE-PERP', 1, 1, 4), row('BTC-PERP', 60_000, 0.3), row('ETH-PERP', 3000, 0.5)]
  return [row('BTC-PERP', 60_000, 1), row('ETH-PERP', 3000, 1.2), row('SOL-PERP', 150, 1.6)]
}

/** What is played now, from its first prices, so that trades of the first bar open as they did. */
export function currentRows(info: OpenedInstruments, format: Format): readonly ScriptRow[] {
  return info.instruments.map(({ symbol, tickSize, beta }) => ({
    symbol,
    decimals: decimalsOf(tickSize),
    price: format.typed(info.tape.firstMarks[symbol]),
    beta: format.typed(beta),
  }))
}
