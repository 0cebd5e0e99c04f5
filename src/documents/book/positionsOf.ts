import {
  asQuote, poolId, posted, price, qty, quote, rate, type LegId, type PoolId, type Position, type PositionSide, type Qty, type Quote,
} from '../../engine/index.ts'
import type { Problem } from '../Problem.ts'
import { defaultLeg } from '../scenario/defaultLeg.ts'
import type { BookDocument, BookPositionDocument } from './BookDocument.ts'

export interface PositionsReading {
  readonly positions: readonly Position[]
  /** Collateral of every pool but cross. */
  readonly cash: ReadonlyMap<PoolId, Quote>
  readonly problems: readonly Problem[]
}

const DEFAULT_LEVERAGE = '10'

/** The positions of a book and the collateral behind each wall. */
export function positionsOf(document: BookDocument): PositionsReading {
  const problems: Problem[] = []
  const cash = bucketCash(document, problems)
  const positions = document.positions.flatMap((written, index) => {
    const report: Report = (key, message) => problems.push({ path: ['positions', index, key], message })
    const signed = signedQty(written, report)
    checkPool(written, cash, report)
    return signed === undefined ? [] : [{ written, index, signed }]
  })
  const sides = positions.map((each) => sideOf(each, positions))
  const legs = new Map<LegId, number>()
  const read = positions.map((each, at): Position => {
    const { written, index, signed } = each
    const positionSide = sides[at] ?? 'both'
    const leg = written.leg ?? defaultLeg(written, positionSide)
    const earlier = legs.get(leg)
    if (earlier !== undefined) problems.push({ path: ['positions', index, 'leg'], message: twice(leg, earlier) })
    legs.set(leg, index)
    const position = positionOf(written, { leg, signed, positionSide })
    if (written.pool === 'isolated') cash.set(position.pool, marginOf(written, position))
    return position
  })
  return { positions: read, cash, problems }
}

type Report = (key: keyof BookPositionDocument, message: string) => void

interface Read {
  readonly written: BookPositionDocument
  readonly index: number
  readonly signed: Qty
}

function bucketCash({ pools = [] }: BookDocument, problems: Problem[]): Map<PoolId, Quote> {
  const cash = new Map<PoolId, Quote>()
  pools.forEach(({ id, margin }, index) => {
    if (cash.has(id)) problems.push({ path: ['pools', index, 'id'], message: `${id} is there twice` })
    cash.set(id, quote(margin))
  })
  return cash
}

function signedQty({ qty: text, side }: BookPositionDocument, report: Report): Qty | undefined {
  const signed = qty(text)
  if (signed.isZero()) report('qty', 'a position has a quantity other than 0')
  else if (side === undefined) return signed
  else if (side === 'long' && signed.isNegative()) report('side', `a quantity below 0 is a short; "long" contradicts it`)
  else return side === 'short' && signed.gt(0) ? qty(signed.neg().toFixed()) : signed
  return undefined
}

function checkPool({ pool, margin }: BookPositionDocument, buckets: ReadonlyMap<PoolId, Quote>, report: Report): void {
  if (pool === 'isolated') return
  if (pool !== 'cross' && !buckets.has(pool)) report('pool', `"pools" has no ${pool}; add { "id": "${pool}", "margin": … }`)
  const where = pool === 'cross' ? 'that of the cross pool is "wallet"' : 'that of a bucket stands in "pools"'
  if (margin !== undefined) report('margin', `only an isolated position has collateral of its own; ${where}`)
}

/** A long and a short of one instrument in one shared pool are a hedge pair; everything else is one-way. */
function sideOf({ written, signed }: Read, all: readonly Read[]): PositionSide {
  const isPaired = all.some(
    (other) =>
      other.written.instrument === written.instrument &&
      other.written.pool === written.pool &&
      other.signed.isNegative() !== signed.isNegative(),
  )
  if (!isPaired) return 'both'
  return signed.isNegative() ? 'short' : 'long'
}

function twice(leg: LegId, index: number): string {
  return `positions[${index}] is called ${JSON.stringify(leg)} already; give one of them another "leg"`
}

interface Identity {
  readonly leg: LegId
  readonly signed: Qty
  readonly positionSide: PositionSide
}

function positionOf(written: BookPositionDocument, { leg, signed, positionSide }: Identity): Position {
  return {
    leg,
    instrument: written.instrument,
    type: 'linear',
    pool: poolId(leg, written.pool),
    positionSide,
    qty: signed,
    entryNotional: asQuote(signed.times(price(written.entryPrice))),
    leverage: rate(written.leverage ?? DEFAULT_LEVERAGE),
    takeProfit: written.takeProfit === undefined ? undefined : price(written.takeProfit),
    stopLoss: written.stopLoss === undefined ? undefined : price(written.stopLoss),
  }
}

/** The stated collateral, or the initial margin at entry. */
function marginOf({ margin }: BookPositionDocument, position: Position): Quote {
  return margin === undefined ? posted(position.entryNotional.abs().div(position.leverage), 'up') : quote(margin)
}
