import { Decimal } from '../../../engine/index.ts'
import type { AppState } from '../../../store/AppState.ts'
import type { Format } from '../../../ui/format/createFormat.ts'

export type RuleDiffReport = NonNullable<AppState['ruleDiff']['result']>['report']
export type RuleEffect = RuleDiffReport['effects'][number]
export type Death = RuleDiffReport['a']['deaths'][number]
export type LegFate = RuleDiffReport['a']['fates'][number]

/** How the parts of a comparison are called and written. */
export interface DiffSay {
  readonly format: Format
  /** SOL; where there are several of it, with the position’s own name. */
  readonly leg: (leg: string) => string
  readonly base: (symbol: string) => string
  readonly price: (death: Pick<Death, 'leg' | 'price'>) => string
  /** How much dearer, with its sign. */
  readonly priceChange: (from: Death, to: Death) => string
  readonly money: (amount: string | number, options?: { readonly signed?: boolean }) => string
}

/** Legs are called after market, pool and side unless a document names them: SOL short (cross). */
function ownName(leg: string, base: (symbol: string) => string): string {
  const [, symbol, pool, side] = /^([^@]+)@(isolated|cross|bucket:[^:]+)(?::(long|short))?$/.exec(leg) ?? []
  return symbol === undefined || pool === undefined ? leg.replace('-PERP', '') : `${base(symbol)}${side === undefined ? '' : ` ${side}`} (${pool.replace('bucket:', 'bucket ')})`
}

export function diffSay({ a, instruments }: Pick<RuleDiffReport, 'a' | 'instruments'>, decimals: number, format: Format): DiffSay {
  const known = new Map(instruments.map((each) => [each.symbol, each]))
  const instrumentOf = new Map(a.fates.map(({ leg, instrument }) => [leg, instrument]))
  const base = (symbol: string): string => known.get(symbol)?.base ?? symbol.replace(/-PERP$/, '')
  const tickSizeOf = (leg: string): string | undefined => known.get(instrumentOf.get(leg) ?? '')?.tickSize
  return {
    format,
    base,
    leg(leg) {
      const symbol = instrumentOf.get(leg)
      const isOnly = a.fates.filter(({ instrument }) => instrument === symbol).length < 2
      return symbol !== undefined && isOnly ? base(symbol) : ownName(leg, base)
    },
    price: ({ leg, price }) => format.price(price, { tickSize: tickSizeOf(leg) }),
    priceChange: (from, to) => format.money(new Decimal(to.price).minus(from.price).toFixed(), { signed: true, decimals: new Decimal(tickSizeOf(to.leg) ?? '0.01').decimalPlaces() }),
    money: (amount, options) => format.money(amount, { ...options, decimals }),
  }
}
