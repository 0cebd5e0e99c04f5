import {
  asQuote, openingMargin, poolId, price, qty, quote, rate, valueOf,
  type Instrument, type LegId, type PoolId, type PoolOthers, type Position, type PositionSide, type Price, type Qty, type Quote, type Rules,
} from '../../engine/index.ts'
import type { Problem } from '../Problem.ts'
import { defaultLeg } from '../scenario/defaultLeg.ts'
import { cashOf, othersOf } from './bookBacking.ts'
import type { BookDocument, BookPositionDocument, PoolDocument } from './BookDocument.ts'
import { checkPosition, type Report } from './checkPosition.ts'
import { leverageOf } from './leverageOf.ts'

/** What positions are read by. */
export interface PositionsContext {
  readonly rules: Rules
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly marks: ReadonlyMap<string, Price>
}

export interface PositionsReading {
  readonly positions: readonly Position[]
  /** Collateral of every pool but cross. */
  readonly cash: ReadonlyMap<PoolId, Quote>
  readonly others: ReadonlyMap<PoolId, PoolOthers>
  /** What a position has made so far, where the book says so. */
  readonly realized: ReadonlyMap<LegId, Quote>
  readonly problems: readonly Problem[]
}

/** The positions of a book and the collateral behind each wall. */
export function positionsOf(document: BookDocument, context: PositionsContext): PositionsReading {
  const problems: Problem[] = []
  const positions = document.positions.flatMap((written) => {
    const { index } = written
    const report: Report = (key, message) => void problems.push({ path: ['positions', index, key], message })
    checkPosition(written, document, report)
    const signed = signedQty(written, context.instruments, report)
    return signed === undefined ? [] : [{ written, index, signed }]
  })
  const sides = positions.map((each) => sideOf(each, positions))
  const legs = new Map<LegId, number>()
  const cash = new Map<PoolId, Quote>()
  const read = positions.map((each, at): Position => {
    const { written, index } = each
    const positionSide = sides[at] ?? 'both'
    const leg = written.leg ?? defaultLeg(written, positionSide)
    const earlier = legs.get(leg)
    if (earlier !== undefined) problems.push({ path: ['positions', index, 'leg'], message: twice(leg, earlier) })
    legs.set(leg, index)
    const position = positionOf(each, { leg, positionSide }, context)
    if (written.pool === 'isolated') cash.set(position.pool, marginOf(written, position, context))
    return position
  })
  const pools = bucketsOf(document.pools ?? [], { positions: read, marks: context.marks })
  problems.push(...pools.problems)
  const realized = new Map(read.flatMap(({ leg }, at) => {
    const made = positions[at]?.written.realizedPnl
    return made === undefined ? [] : [[leg, quote(made)]]
  }))
  return { positions: read, cash: new Map([...pools.cash, ...cash]), others: pools.others, realized, problems }
}

interface Read {
  readonly written: BookPositionDocument
  readonly index: number
  readonly signed: Qty
}

/** Units of base (quote of an inverse instrument), as they were written or from contracts. */
function unitsOf({ qty: units, contracts, instrument }: BookPositionDocument, instruments: PositionsContext['instruments']): Qty | undefined {
  if (contracts === undefined) return units === undefined ? undefined : qty(units)
  const size = instruments.get(instrument)?.contractSize ?? qty('1')
  return units === undefined ? qty(size.times(contracts).toFixed()) : undefined
}

/** Below 0 for a short. */
function signedQty(written: BookPositionDocument, instruments: PositionsContext['instruments'], report: Report): Qty | undefined {
  const { contracts, side } = written
  const key = contracts === undefined ? 'qty' : 'contracts'
  const signed = unitsOf(written, instruments)
  if (signed === undefined) report(key, 'one of qty and contracts was expected')
  else if (side === undefined) return signed
  else if (side === 'long' && signed.isNegative()) report('side', `a quantity below 0 is a short; "long" contradicts it`)
  else return side === 'short' && signed.gt(0) ? qty(signed.neg().toFixed()) : signed
  return undefined
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

function positionOf({ written, signed }: Read, identity: { readonly leg: LegId; readonly positionSide: PositionSide }, context: PositionsContext): Position {
  const type = context.instruments.get(written.instrument)?.type ?? 'linear'
  const held = { type, instrument: written.instrument, qty: signed }
  const mark = context.marks.get(written.instrument)
  // A mark that is missing as well is said elsewhere.
  const entry = written.entryPrice === undefined ? (mark ?? price('1')) : price(written.entryPrice)
  return {
    ...held,
    ...identity,
    pool: poolId(identity.leg, written.pool),
    entryNotional: valueOf(held, entry),
    leverage: written.leverage === undefined ? leverageOf(held, mark ?? entry, context.rules) : rate(written.leverage),
    takeProfit: written.takeProfit === undefined ? undefined : price(written.takeProfit),
    stopLoss: written.stopLoss === undefined ? undefined : price(written.stopLoss),
  }
}

/** What was stated, less what is set aside for closing; or the initial margin at entry. */
function marginOf({ margin, equity, quoteBalance, feeReserve, entryPrice }: BookPositionDocument, position: Position, { rules, marks }: PositionsContext): Quote {
  const stated = cashOf({ cash: margin, equity, quoteBalance }, { positions: [position], marks })
  const entry = entryPrice === undefined ? (marks.get(position.instrument) ?? price('1')) : price(entryPrice)
  const cash = stated ?? openingMargin(position, entry, rules)
  return feeReserve === undefined ? cash : asQuote(cash.minus(feeReserve))
}

interface Buckets {
  readonly cash: ReadonlyMap<PoolId, Quote>
  readonly others: ReadonlyMap<PoolId, PoolOthers>
  readonly problems: readonly Problem[]
}

function bucketsOf(pools: readonly PoolDocument[], { positions, marks }: { readonly positions: readonly Position[]; readonly marks: PositionsContext['marks'] }): Buckets {
  const cash = new Map<PoolId, Quote>()
  const others = new Map<PoolId, PoolOthers>()
  const problems: Problem[] = []
  pools.forEach(({ id, margin, equity, quoteBalance, otherPositions }, index) => {
    if (cash.has(id)) problems.push({ path: ['pools', index, 'id'], message: `${id} is there twice` })
    const known = othersOf(otherPositions)
    if (known !== undefined) others.set(id, known)
    if ([margin, equity, quoteBalance].filter((each) => each !== undefined).length !== 1) {
      problems.push({ path: ['pools', index, 'margin'], message: 'one of margin, equity and quoteBalance was expected' })
    }
    const backed = { positions: positions.filter(({ pool }) => pool === id), others: known, marks }
    cash.set(id, cashOf({ cash: margin, equity, quoteBalance }, backed) ?? quote('0'))
  })
  return { cash, others, problems }
}
