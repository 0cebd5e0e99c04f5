import {
  asQuote, price, qty, quote, rate, valueOf, ZERO_QUOTE, type HaircutTable, type Instrument, type Position, type Price, type Quote, type Rules,
} from '../../engine/index.ts'
import { instrumentOf } from '../instruments/InstrumentDocument.ts'
import type { Problem } from '../Problem.ts'
import { sliceProblems } from '../rules/ruleProblems.ts'
import type { BookDocument, CollateralDocument } from './BookDocument.ts'

/** Assets that serve as collateral, as the engine sees them: spot positions of the cross pool, bought at the price now. */
export interface BookCollateral {
  readonly positions: readonly Position[]
  readonly instruments: readonly Instrument[]
  readonly prices: ReadonlyMap<string, Price>
  /** What they cost: as much more cash the pool must have had. */
  readonly cost: Quote
  readonly haircuts: Rules['collateral']
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

/** An asset's price is often near 1: a finer tick than that of perpetuals. */
const TICK = '0.0001'

export function bookCollateral(document: BookDocument, rules: Rules): BookCollateral {
  const problems: Problem[] = []
  const warnings: Problem[] = []
  const seen = new Map<string, number>()
  const held = (document.collateral ?? []).flatMap((written, index) => {
    const report = (key: keyof CollateralDocument, message: string): void => void problems.push({ path: ['collateral', index, key], message })
    const earlier = seen.get(written.asset)
    seen.set(written.asset, index)
    if (earlier !== undefined) report('asset', `collateral[${earlier}] is ${written.asset} already; state its amount once`)
    if (document.positions.some(({ instrument }) => instrument === written.asset)) {
      report('asset', `an instrument of the same name is held; call that one ${written.asset}-PERP, so that the two have prices of their own`)
    }
    if (written.haircut !== undefined && written.slices !== undefined) report('haircut', 'one of haircut and slices was expected')
    problems.push(...sliceProblems(written.slices ?? [], ['collateral', index, 'slices']))
    const at = priceIn(written, document)
    if (at === undefined) report('price', `missing; state it here, or the price of ${written.asset} under "marks"`)
    const haircut = haircutIn(written)
    if (haircut === undefined && !Object.hasOwn(rules.collateral, written.asset)) {
      warnings.push({ path: ['collateral', index], message: `rules ${rules.id} have no haircut for ${written.asset}: it counts nothing` })
    }
    return at === undefined || qty(written.amount).isZero() ? [] : [{ written, at, haircut }]
  })
  const positions = held.map(({ written, at }) => positionOf(written, at))
  return {
    positions,
    instruments: held.map(({ written: { asset } }) => instrumentOf({ tickSize: TICK, ...document.instruments?.find(({ symbol }) => symbol === asset), symbol: asset, type: 'spot' })),
    prices: new Map(held.map(({ written, at }) => [written.asset, at])),
    cost: positions.reduce((total, { entryNotional }) => asQuote(total.plus(entryNotional)), ZERO_QUOTE),
    haircuts: Object.fromEntries(held.flatMap(({ written, haircut }) => (haircut === undefined ? [] : [[written.asset, haircut]]))),
    problems,
    warnings,
  }
}

function priceIn({ asset, price: stated }: CollateralDocument, { marks }: BookDocument): Price | undefined {
  if (stated !== undefined) return price(stated)
  const mark = Object.hasOwn(marks, asset) ? marks[asset] : undefined
  if (mark === undefined) return undefined
  return price(typeof mark === 'string' ? mark : mark.mark)
}

function haircutIn({ haircut, slices, by }: CollateralDocument): HaircutTable | undefined {
  if (haircut !== undefined) return { by: 'value', slices: [{ floor: ZERO_QUOTE, haircut: rate(haircut) }] }
  if (slices === undefined) return undefined
  return { by: by ?? 'value', slices: slices.map((slice) => ({ floor: quote(slice.floor ?? '0'), haircut: rate(slice.haircut) })) }
}

function positionOf({ asset, amount }: CollateralDocument, at: Price): Position {
  const held = { type: 'spot' as const, qty: qty(amount) }
  return {
    ...held,
    leg: `collateral:${asset}`,
    instrument: asset,
    pool: 'cross',
    positionSide: 'both',
    entryNotional: valueOf(held, at),
    leverage: rate('1'),
    takeProfit: undefined,
    stopLoss: undefined,
  }
}
