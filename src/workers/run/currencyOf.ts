import { accountCurrency, currencyDecimals, type Instrument } from '../../engine/index.ts'
import type { AccountCurrency } from './SessionInfo.ts'

/** The currency of an account in these instruments; of a coin account also what the coin is worth. */
export function currencyOf(instruments: readonly Instrument[]): AccountCurrency {
  const first = instruments.find(({ type }) => type !== 'spot')
  const code = accountCurrency(instruments) ?? ''
  const decimals = currencyDecimals(instruments)
  if (first?.type !== 'inverse') return { code, decimals, worth: undefined }
  return { code, decimals, worth: { currency: first.quote, instrument: first.symbol } }
}
