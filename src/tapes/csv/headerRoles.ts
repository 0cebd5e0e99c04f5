import type { ColumnRole } from './CsvMapping.ts'

/*
 * What exporters call their columns, best first, without case, spaces and punctuation; data-sources.md section 3, and
 * the names of the sites that translate them (Investing.com, Stooq).
 */
const TIME = [
  'opentime', 'timeopen', 'unix', 'unixtimestamp', 'unixtime', 'timestampms', 'timestamp', 'ts', 'epoch', 'datetime', 'dateutc', 'datetimeutc', 'timeutc',
  'gmttime', 'time', 'date', 'snappedat', 'startedat', 'startat', 'starttime', 'opentimems', 'timestart', 'timeperiodstart', 'begin', 'start', 'observationdate', 'calctime',
  'dt', 't', 'fundingtime', 'fundingratetimestamp', 'fundingtimestamp', 'effectiveat', 'transacttime', 'tradetime', 'localtime', 'tradingday', 'day', 'datum', 'zeit', 'fecha', 'data', 'jour', 'tarih', 'дата', '日付け', '日付', '日期', 'datestamp', 'timeclose', 'closetime', 'timestampclose',
]
const PRICES: Readonly<Record<'open' | 'high' | 'low' | 'close', readonly string[]>> = {
  open: ['open', 'o', 'openprice', 'priceopen', 'first', 'eröffn', 'eröffnung', 'erster', 'ouverture', 'ouv', 'apertura', 'abertura', 'otwarcie', 'açılış', 'откр', '始値', '开盘'],
  high: ['high', 'h', 'highprice', 'pricehigh', 'highest', 'max', 'maximum', 'hoch', 'haut', 'plushaut', 'máximo', 'maximo', 'máx', 'máxima', 'massimo', 'hoog', 'najwyzszy', 'najwyższy', 'yüksek', 'макс', '高値', '高'],
  low: ['low', 'l', 'lowprice', 'pricelow', 'lowest', 'min', 'minimum', 'tief', 'bas', 'plusbas', 'mínimo', 'minimo', 'mín', 'mínima', 'laag', 'najnizszy', 'najniższy', 'düşük', 'мин', '安値', '低'],
  close: [
    'close', 'c', 'closeprice', 'priceclose', 'closelast', 'last', 'lastprice', 'price', 'markprice', 'markpx', 'mark', 'indexprice', 'idxpx', 'index', 'value', 'settle', 'settlement',
    'closing', 'closingprice', 'mid', 'rate', 'zuletzt', 'schluss', 'schlusskurs', 'dernier', 'cloture', 'clôture', 'último', 'ultimo', 'cierre', 'chiusura', 'laatste', 'zamkniecie', 'zamknięcie', 'ostatnio', 'şimdi', 'цена', '終値', '收盘', 'adjclose', 'adjustedclose',
  ],
}
const VOLUME = /^(v|vol|(total)?volume.*|tickvol.*|basevolume|basetokenvolume|qty|quantity|amount|size|turnover|volumen|wolumen|объём|出来高|交易量)$/

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

/** Whether the names are those of a chain of options: many contracts in one list, none of them a price to be played. */
export function isOptionChain(header: readonly string[]): boolean {
  const names = new Set(header.map(plainName))
  return names.has('strikeprice') || (names.has('strike') && (names.has('markiv') || names.has('impliedvolatility')))
}

/**
 * What exchanges call the rate of a payment, best first: what was paid in the end before what was announced, a share of
 * the value before an amount (Kraken futures has both).
 */
const RATES = ['realizedrate', 'relativefundingrate', 'lastfundingrate', 'fundingrate', 'fundrate', 'funding', 'rate'] as const

/** The column of the rate in a list of funding payments; negative where there is none. */
export function rateColumn(header: readonly string[]): number {
  const names = header.map(plainName)
  const known = RATES.map((name) => names.indexOf(name)).find((column) => column >= 0)
  return known ?? names.findIndex((name) => name.includes('funding') && name.includes('rate') && !name.includes('time'))
}

/**
 * Whether names and first rows are those of a list of funding rates: it says so, or its only price is a `rate` that goes
 * below zero or stays under a hundredth, as no exchange rate of a market does.
 */
export function isFundingList(header: readonly string[], rows: readonly (readonly string[])[]): boolean {
  const names = header.map(plainName)
  const rate = rateColumn(header)
  if (rate < 0 || names.some((name) => PRICES.open.includes(name))) return false
  // A rate beside the last, the index and the mark price is a ticker (Tardis): its rows are no payments.
  if (names.filter((name) => name !== 'rate' && PRICES.close.includes(name)).length > 1) return false
  if (names[rate] !== 'rate') return names.some((name) => name.includes('funding'))
  if (names.some((name) => name !== 'rate' && PRICES.close.includes(name))) return false
  if (names.some((name) => name.includes('funding'))) return true
  const cells = rows.map((row) => row[rate] ?? '').filter((cell) => cell !== '')
  return cells.some((cell) => /^-0?\.0*[1-9]/.test(cell)) || (cells.length > 0 && cells.every((cell) => /^0?\.00\d*$|^0?\.?0*$/.test(cell)))
}

/** Roles of a list of funding payments: when, and the rate. */
export function fundingRoles(header: readonly string[]): ColumnRole[] {
  const names = header.map(plainName)
  const rate = rateColumn(header)
  const time = firstOf(names, TIME, (column) => column !== rate)
  return names.map((_, column) => (column === rate ? 'close' : column === time ? 'time' : 'ignored'))
}
