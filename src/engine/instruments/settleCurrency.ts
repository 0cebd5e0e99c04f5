import type { Instrument } from './Instrument.ts'

/** The currency of an instrument's margin, fees and PnL: the coin of an inverse contract, else what it is quoted in. [C3] */
export function settleCurrency({ type, base, quote }: Pick<Instrument, 'type' | 'base' | 'quote'>): string {
  return type === 'inverse' ? base : quote
}

/** The one currency an account is kept in: that of its first contract; without contracts, what its first asset is priced in. [C3] */
export function accountCurrency(instruments: Iterable<Pick<Instrument, 'type' | 'base' | 'quote'>>): string | undefined {
  const all = [...instruments]
  const first = all.find(({ type }) => type !== 'spot') ?? all[0]
  return first === undefined ? undefined : settleCurrency(first)
}
