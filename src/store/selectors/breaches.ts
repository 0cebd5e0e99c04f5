import { collateralLeg, Decimal } from '../../engine/index.ts'
import type { PlainEvent, Twin } from '../../workers/run/Frame.ts'
import type { EventLog } from '../slices/ViewState.ts'
import type { MarkedLeg } from './rows/ChartMark.ts'

/** One liquidation as the events tell it. */
export interface Breach {
  readonly twin: Twin
  readonly seq: number
  readonly tick: number
  readonly time: number
  readonly pool: string
  readonly poolType: 'cross' | 'isolated' | 'bucket'
  readonly culprit: MarkedLeg
  readonly bystanders: readonly MarkedLeg[]
  readonly lost: string
  readonly forfeited: string
  /** What the pool was short of … */
  readonly badDebt: string
  /** … and of it what counterparties gave up, and what nobody covers; the fund paid the rest. */
  readonly deleveraged: string
  readonly uncovered: string
  /** Legs of the account still open after it. */
  readonly open: readonly OpenLeg[]
}

export interface OpenLeg {
  readonly leg: string
  readonly instrument: string
}

type Breached = Extract<PlainEvent, { type: 'pool-breached' }>

/** Every liquidation among the first `count` events of an account, in order. */
export function breachesOf(twin: Twin, log: EventLog, count: number, baseOf: (instrument: string) => string): readonly Breach[] {
  const found: Breach[] = []
  const open = new Map<string, string>()
  let current: { event: Breached; after: PlainEvent[] } | undefined
  const close = (): void => {
    if (current !== undefined) found.push(breachOf(twin, current, [...open], baseOf))
    current = undefined
  }
  for (let i = 0; i < count; i += 1) {
    const event = log.list[i]
    if (event === undefined) break
    if (current !== undefined && !belongs(event, current.event)) close()
    if (event.type === 'filled') {
      if (new Decimal(event.qtyAfter).isZero()) open.delete(event.leg)
      else open.set(event.leg, event.instrument)
    }
    if (event.type === 'position-liquidated' && event.rest === undefined) open.delete(event.leg)
    if (event.type === 'pool-breached') current = { event, after: [] }
    else current?.after.push(event)
  }
  close()
  return found
}

/** What a liquidation books follows it at once, in the same pool and at the same moment. */
function belongs(event: PlainEvent, breach: Breached): boolean {
  if (event.at !== breach.at) return false
  switch (event.type) {
    case 'order-canceled':
      return event.why === 'pool-liquidated'
    case 'position-liquidated':
    case 'residual-forfeited':
    case 'bad-debt-covered':
    case 'fund-settled':
    case 'deleveraged':
    case 'shortfall':
    case 'pool-closed':
      return event.pool === breach.pool
    case 'transferred':
      return event.from === breach.pool && event.why === 'released'
    default:
      return false
  }
}

function breachOf(twin: Twin, of: { readonly event: Breached; readonly after: readonly PlainEvent[] }, open: readonly (readonly [string, string])[], baseOf: (instrument: string) => string): Breach {
  const { event, after } = of
  const worstFirst = [...event.legs].sort((a, b) => new Decimal(a.unrealizedPnl).cmp(b.unrealizedPnl))
  const legs = worstFirst.map((leg): MarkedLeg => {
    const closed = after.find((each) => each.type === 'position-liquidated' && each.leg === leg.leg)
    const end = closed?.type === 'position-liquidated' ? closed : undefined
    return { leg: leg.leg, instrument: leg.instrument, base: baseOf(leg.instrument), isLong: !leg.qty.startsWith('-'), price: end?.price, realizedPnl: end?.realizedPnl }
  })
  const [culprit, ...rest] = legs
  // An asset goes with its pool: it is no position that was taken along.
  const bystanders = rest.filter(({ leg }) => !isAssetLeg(leg))
  let lost = new Decimal(0)
  let forfeited = new Decimal(0)
  let badDebt = new Decimal(0)
  let deleveraged = new Decimal(0)
  let uncovered = new Decimal(0)
  for (const each of after) {
    if (each.type === 'position-liquidated') lost = lost.plus(each.realizedPnl).minus(each.fee)
    if (each.type === 'residual-forfeited') forfeited = forfeited.plus(each.amount)
    if (each.type === 'bad-debt-covered') badDebt = badDebt.plus(each.amount)
    if (each.type === 'deleveraged') deleveraged = deleveraged.plus(each.amount)
    if (each.type === 'shortfall') uncovered = uncovered.plus(each.amount)
  }
  const id = event.pool
  return {
    twin,
    seq: event.seq,
    tick: event.tick,
    time: event.at,
    pool: id,
    poolType: id === 'cross' ? 'cross' : id.startsWith('bucket:') ? 'bucket' : 'isolated',
    culprit: culprit ?? { leg: '', instrument: '', base: '', isLong: true, price: undefined, realizedPnl: undefined },
    bystanders,
    lost: lost.minus(forfeited).plus(badDebt).toFixed(),
    forfeited: forfeited.toFixed(),
    badDebt: badDebt.toFixed(),
    deleveraged: deleveraged.toFixed(),
    uncovered: uncovered.toFixed(),
    open: open.filter(([leg]) => !isAssetLeg(leg)).map(([leg, instrument]) => ({ leg, instrument })),
  }
}

/** The leg under which an asset is held as collateral. [C2] */
export function isAssetLeg(leg: string): boolean {
  return leg.startsWith(collateralLeg(''))
}
