import { accountCurrency, type Instrument } from '../../engine/index.ts'
import type { AccountCurrency } from './SessionInfo.ts'

const MONEY_DECIMALS = 2
/** A satoshi, the smallest part of a BTC; other coins are written alike. */
const COIN_DECIMALS = 8

/** The currency of an account in these instruments; of a coin account also what the coin is worth. */
export function currencyOf(instruments: readonly Instrument[]): AccountCurrency {
  const first = instruments.find(({ type }) => type !== 'spot')
  const code = accountCurrency(instruments) ?? ''
  if (first?.type !== 'inverse') return { code, decimals: MONEY_DECIMALS, worth: undefined }
  return { code, decimals: COIN_DECIMALS, worth: { currency: first.quote, instrument: first.symbol } }
}
