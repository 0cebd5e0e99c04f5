import { Decimal, type Instrument } from '../../engine/index.ts'
import type { PathKey, Problem } from '../Problem.ts'
import type { SizeDocument } from './CalcDocument.ts'
import type { TypedNumber } from './typedNumber.ts'

/** A size as it was stated: in units, or as a value from which the units follow. */
export interface SizeReading {
  /** In units of quantity; below zero where it was written so. */
  readonly size?: Decimal | undefined
  /** Value in the account's currency. */
  readonly notional?: Decimal | undefined
  readonly problems: readonly Problem[]
}

const CONTRACT_WORDS: ReadonlySet<string> = new Set(['contract', 'contracts', 'cont', 'conts', 'lot', 'lots'])
const DOLLARS: ReadonlySet<string> = new Set(['USD', 'USDT', 'USDC'])

/** The one of size, qty, contracts, notional and quoteNotional that is stated, in units or as a value. */
export function sizeOf(document: SizeDocument, instrument: Instrument, path: readonly PathKey[] = []): SizeReading {
  const { size, qty, contracts, notional, quoteNotional } = document
  const stated = Object.entries({ size, qty, contracts, notional, quoteNotional }).flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]))
  const [first, second] = stated
  if (first === undefined) return { problems: [] }
  if (second !== undefined) {
    const message = `one of size, contracts, notional and quoteNotional was expected; ${stated.map(({ key }) => key).join(' and ')} are there`
    return { problems: [{ path: [...path, second.key], message }] }
  }
  const amount = new Decimal(first.value.text)
  if (amount.isZero()) return { problems: [{ path: [...path, first.key], message: 'a number other than 0 was expected' }] }
  const means = meaningOf(first.key, first.value, instrument)
  if (means === undefined) {
    const message = `${first.value.text} ${first.value.unit ?? ''} was given; ${instrument.symbol} is counted in ${unitOf(instrument)}, its value in ${valueUnits(instrument)}`
    return { problems: [{ path: [...path, first.key], message }] }
  }
  if (means === 'contracts') return { size: amount.times(instrument.contractSize), problems: [] }
  return means === 'units' ? { size: amount, problems: [] } : { notional: amount, problems: [] }
}

type Meaning = 'units' | 'contracts' | 'value'

function meaningOf(key: string, { unit }: TypedNumber, instrument: Instrument): Meaning | undefined {
  const counted = unit === undefined ? undefined : CONTRACT_WORDS.has(unit.toLowerCase()) ? 'contracts' : countedIn(unit, instrument)
  switch (key) {
    case 'contracts':
      return unit === undefined || counted === 'contracts' ? 'contracts' : undefined
    case 'quoteNotional':
      if (unit !== undefined && !isQuote(unit, instrument)) return undefined
      return instrument.type === 'inverse' ? 'units' : 'value'
    case 'notional':
      return unit === undefined ? 'value' : counted === 'contracts' ? undefined : counted
    default:
      return unit === undefined ? 'units' : counted
  }
}

/** Coins and dollars: one of them counts units of the instrument, the other its value. */
function countedIn(unit: string, instrument: Instrument): Meaning | undefined {
  const isInverse = instrument.type === 'inverse'
  if (isQuote(unit, instrument)) return isInverse ? 'units' : 'value'
  if (isBase(unit, instrument)) return isInverse ? 'value' : 'units'
  return undefined
}

/** Dollars by different names are one currency here, as in books. */
export function isQuote(unit: string, { quote }: Instrument): boolean {
  const word = unit.toUpperCase()
  return word === quote.toUpperCase() || (DOLLARS.has(word) && DOLLARS.has(quote.toUpperCase()))
}

/** A coin by either of its names; some symbols begin with the kind of contract: PF_XBTUSD is counted in BTC. */
export function isBase(unit: string, { base }: Instrument): boolean {
  return coinOf(unit) === coinOf(base)
}

function coinOf(name: string): string {
  const coin = name.toUpperCase().replace(/^(?:PF|PI|FF|FI)_/, '')
  return coin === 'XBT' ? 'BTC' : coin
}

function unitOf({ type, base, quote }: Instrument): string {
  return type === 'inverse' ? quote : base
}

function valueUnits({ type, base, quote }: Instrument): string {
  return type === 'inverse' ? base : quote
}
