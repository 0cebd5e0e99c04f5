import type { ExchangeRequest } from '../../sources/exchange/ExchangeRequest.ts'

/** The same for the same question. */
export function jobId({ venue, market, instruments, series, barMillis, from, to, baseUrl }: ExchangeRequest): string {
  return JSON.stringify([venue, market ?? '', instruments.map(({ symbol, instrument }) => [symbol, instrument]), [...series].sort(), barMillis, from, to, baseUrl ?? ''])
}
