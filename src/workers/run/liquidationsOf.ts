import { poolRoots, poolTypeOf, questionOf, solveLiquidationPrice, type Account, type Instrument, type LiquidationPrice, type Marks, type PoolRoots, type Position, type PreviewContext, type Rules } from '../../engine/index.ts'

/** Liquidation prices of an account's legs at some marks, each solved once. */
export interface Liquidations {
  of(leg: string): LiquidationPrice | undefined
  bankruptcy(leg: string): LiquidationPrice | undefined
}

interface Setting {
  readonly rules: Rules
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly marks: Marks
}

export function liquidationsOf(account: Account, context: PreviewContext, marks: Marks = context.moment.marks): Liquidations {
  const setting = { rules: context.setting.rules, instruments: context.setting.instruments, marks }
  const known = new Map<string, LiquidationPrice | undefined>()
  const roots = new Map<string, PoolRoots>()
  const solved = (leg: string, need: 'maintenance' | 'nothing'): LiquidationPrice | undefined => {
    const key = `${need} ${leg}`
    if (known.has(key)) return known.get(key)
    const position = account.positions.get(leg)
    const ofPool = roots.get(position?.pool ?? '') ?? poolRoots()
    if (position !== undefined) roots.set(position.pool, ofPool)
    const found = position === undefined ? undefined : solve(account, position, need, { ...setting, roots: ofPool })
    known.set(key, found)
    return found
  }
  return { of: (leg) => solved(leg, 'maintenance'), bankruptcy: (leg) => solved(leg, 'nothing') }
}

function solve(account: Account, position: Position, need: 'maintenance' | 'nothing', { rules, instruments, marks, roots }: Setting & { readonly roots: PoolRoots }): LiquidationPrice {
  const question = questionOf(account, position, { rules, instruments, marks }, { need, others: 'alone' })
  return solveLiquidationPrice(question, roots.of(question))
}

/** Collateral of a position's own pool; absent where the pool is shared. */
export function ownMargin(account: Account, position: Position | undefined): string | undefined {
  if (position === undefined || poolTypeOf(position.pool) !== 'isolated') return undefined
  return account.pools.get(position.pool)?.cash.toFixed()
}
