import type { CurrentScenario, NewTape, ScenarioCommand, ScenarioDocument } from './CurrentScenario.ts'

/** A new scenario on other prices: wallet and settings as they are now, rules too unless the prices bring theirs, and those trades that are handed in. */
export function scenarioOn(current: CurrentScenario, tape: NewTape, commands: readonly ScenarioCommand[]): ScenarioDocument {
  const { rules, wallet, positionMode, settings, instruments = [] } = current.document
  const now = new Map(instruments.map((one) => [one.symbol, one]))
  return {
    schema: 1,
    title: tape.title,
    rules: tape.rules ?? rules,
    tape: tape.tape,
    instruments: tape.instruments.map(({ symbol, decimals, beta }) => {
      const { base, quote, qtyStep } = now.get(symbol) ?? { base: baseOf(symbol) }
      return { symbol, base, quote, qtyStep, tickSize: tickSizeOf(decimals), beta: beta === undefined ? now.get(symbol)?.beta : String(beta) }
    }),
    wallet,
    positionMode,
    commands,
    settings,
  }
}

/** BTC-PERP trades BTC. */
function baseOf(symbol: string): string {
  return symbol.replace(/-PERP$/, '')
}

/** 0.01 of two decimal places. */
export function tickSizeOf(decimals: number): string {
  return decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`
}

/** Decimal places of a tick size: 2 of 0.01, 0 of 5. */
export function decimalsOf(tickSize: string): number {
  return tickSize.split('.')[1]?.replace(/0+$/, '').length ?? 0
}
