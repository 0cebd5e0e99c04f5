import type { CsvShape } from './csvShape.ts'
import { plainName } from './headerRoles.ts'

/** What columns of symbols are called, best first. Hyperliquid has `s`, Bybit's site `Contracts`. */
const NAMES = ['symbol', 'ticker', 'pair', 'instid', 'coin', 'instrumentname', 'contracts', 's']

/**
 * The symbols that stand in a column of symbols, each once and as it first stands there; none without such a column.
 * BTC/USD and BTCUSD are one: CryptoDataDownload has changed from one to the other inside of its files.
 */
export function symbolsIn({ header = [], rows }: CsvShape): readonly string[] {
  const names = header.map(plainName)
  const found = new Map<string, string>()
  for (const column of NAMES.map((name) => names.indexOf(name)).filter((at) => at >= 0)) {
    for (const row of rows) {
      const cell = row[column] ?? ''
      // Deribit's `contracts` is a number of them.
      if (!/\p{L}/u.test(cell)) continue
      const plain = plainName(cell)
      if (!found.has(plain)) found.set(plain, cell)
    }
    if (found.size > 0) break
  }
  return [...found.values()]
}
