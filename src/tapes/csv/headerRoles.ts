import type { ColumnRole } from './CsvMapping.ts'

/*
 * What exporters call their columns, best first, without case, spaces and punctuation; data-sources.md section 3, and
 * the German, French and Spanish names of the sites that translate them.
 */
const TIME = [
  'opentime', 'timeopen', 'unix', 'unixtimestamp', 'unixtime', 'timestampms', 'timestamp', 'ts', 'epoch', 'datetime', 'dateutc', 'datetimeutc', 'timeutc',
  'gmttime', 'time', 'date', 'snappedat', 'startedat', 'startat', 'starttime', 'opentimems', 'timestart', 'timeperiodstart', 'begin', 'start', 'observationdate', 'calctime',
  'dt', 't', 'localtime', 'tradingday', 'day', 'datum', 'zeit', 'fecha', 'data', 'jour', 'datestamp', 'timeclose', 'closetime', 'timestampclose',
]
const PRICES: Readonly<Record<'open' | 'high' | 'low' | 'close', readonly string[]>> = {
  open: ['open', 'o', 'openprice', 'priceopen', 'first', 'eröffn', 'eröffnung', 'erster', 'ouverture', 'ouv', 'apertura', 'abertura'],
  high: ['high', 'h', 'highprice', 'pricehigh', 'highest', 'max', 'maximum', 'hoch', 'haut', 'plushaut', 'máximo', 'maximo', 'máx'],
  low: ['low', 'l', 'lowprice', 'pricelow', 'lowest', 'min', 'minimum', 'tief', 'bas', 'plusbas', 'mínimo', 'minimo', 'mín'],
  close: [
    'close', 'c', 'closeprice', 'priceclose', 'closelast', 'last', 'lastprice', 'price', 'markprice', 'mark', 'indexprice', 'index', 'value', 'settle', 'settlement',
    'closing', 'closingprice', 'mid', 'rate', 'zuletzt', 'schluss', 'schlusskurs', 'dernier', 'cloture', 'clôture', 'último', 'ultimo', 'cierre', 'adjclose', 'adjustedclose',
  ],
}
const VOLUME = /^(v|vol|(total)?volume.*|tickvol.*|basevolume|basetokenvolume|qty|quantity|amount|turnover|volumen)$/

/** A column name as the lists spell it. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/**
 * Roles by column name. The first of several columns with one name counts; `Adj Close` only where there is no other
 * close. `Date` beside `Time` is a date and a time of day.
 * @param isClock  whether a column holds times of day
 */
export function headerRoles(header: readonly string[], isClock: (column: number) => boolean): ColumnRole[] {
  const names = header.map(plainName)
  const roles = names.map((): ColumnRole => 'ignored')
  const time = firstOf(names, TIME, (column) => !isClock(column))
  if (time !== undefined) roles[time] = 'time'
  const clock = names.findIndex((name, column) => column !== time && /^(time|zeit|hora|heure|clock|gmttime|timeutc)$/.test(name) && isClock(column))
  if (clock >= 0) roles[clock] = 'clock'
  for (const role of ['open', 'high', 'low', 'close'] as const) {
    const column = firstOf(names, PRICES[role], (at) => roles[at] === 'ignored')
    if (column !== undefined) roles[column] = role
  }
  const volume = names.findIndex((name, column) => roles[column] === 'ignored' && VOLUME.test(name))
  if (volume >= 0) roles[volume] = 'volume'
  return roles
}

function firstOf(names: readonly string[], wanted: readonly string[], fits: (column: number) => boolean): number | undefined {
  for (const name of wanted) {
    const column = names.findIndex((one, at) => one === name && fits(at))
    if (column >= 0) return column
  }
  return undefined
}

/** Whether the names are those of a list of trades, which holds no candles. */
export function isTradeList(header: readonly string[]): boolean {
  const names = new Set(header.map(plainName))
  const side = ['side', 'isbuyermaker', 'takerside', 'tickdirection', 'buyermaker', 'aggressor'].some((name) => names.has(name))
  return side && !names.has('open')
}

/** Whether names and first rows are those of a list of funding rates: it says so, or its only price is a rate that goes below zero. */
export function isFundingList(header: readonly string[], rows: readonly (readonly string[])[]): boolean {
  const names = header.map(plainName)
  const rate = names.findIndex((name) => name === 'rate' || name.includes('funding'))
  if (rate < 0 || names.some((name) => name !== 'rate' && PRICES.close.includes(name))) return false
  return names.some((name) => name.includes('funding')) || rows.some((row) => /^-0?\.0*[1-9]/.test(row[rate] ?? ''))
}
