import type { CsvShape } from './csvShape.ts'
import { plainName } from './headerRoles.ts'
import { readPrice } from './readPrice.ts'

const BID = /^(best)?bid(price)?$/
const ASK = /^(best)?ask(price)?$/
const OTHER = /^(open|close|last|lastprice|price|mark|markprice|mid|index|indexprice)$/

/**
 * The column of bids in a list of quotes, which are bids and asks as they change without a price of trades or a mark
 * beside them (MetaTrader 5 and Dukascopy ticks, Tardis quotes); negative of any other list.
 */
export function bidColumn({ header = [], rows }: Pick<CsvShape, 'header' | 'rows'>): number {
  const names = header.map(plainName)
  const bid = names.findIndex((name) => BID.test(name))
  if (bid < 0 || !names.some((name) => ASK.test(name))) return -1
  // MetaTrader has a column of last trades that is empty where nothing is traded.
  const isPriced = names.some((name, column) => OTHER.test(name) && rows.some((row) => readPrice(row[column] ?? '', '.').type !== 'missing'))
  return isPriced ? -1 : bid
}
