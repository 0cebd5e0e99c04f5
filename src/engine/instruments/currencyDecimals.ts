import type { Instrument } from './Instrument.ts'

const MONEY_DECIMALS = 2
/** A satoshi, the smallest part of a BTC; other coins are written alike. */
const COIN_DECIMALS = 8

/** Decimals in which amounts of an account in these instruments are shown and asked for: the cents of money, the satoshis of a coin. */
export function currencyDecimals(instruments: readonly Pick<Instrument, 'type'>[]): number {
  return instruments.find(({ type }) => type !== 'spot')?.type === 'inverse' ? COIN_DECIMALS : MONEY_DECIMALS
}
