import { fixedNeedOf, requirementPieces, type Account, type Pool, type Position, type Rules } from '../../engine/index.ts'
import type { CompiledAccount, CompiledNeed } from '../series/CompiledAccount.ts'

/** Turns the engine's decimals into doubles; the only place that does. Each is the double nearest to the decimal. */
export interface Bridge {
  /** The same account object gives the same arrays. */
  account(account: Account): CompiledAccount
}

/**
 * @param instruments  price keys in the order of the tape's series
 */
export function fromEngine(rules: Rules, instruments: readonly string[]): Bridge {
  const series = new Map(instruments.map((symbol, i) => [symbol, i]))
  const accounts = new WeakMap<Account, CompiledAccount>()
  const positions = new WeakMap<Position, Doubles>()
  const pools = new WeakMap<Pool, number>()

  const doublesOf = (position: Position): Doubles => {
    const known = positions.get(position)
    if (known !== undefined) return known
    const doubles = { qty: position.qty.toNumber(), entryNotional: position.entryNotional.toNumber(), need: needFrom(position, rules) }
    positions.set(position, doubles)
    return doubles
  }
  const cashOf = (pool: Pool): number => {
    const known = pools.get(pool) ?? pool.cash.toNumber()
    pools.set(pool, known)
    return known
  }
  const compiled = (account: Account): CompiledAccount => {
    const held = [...account.positions.values()]
    const kept = [...account.pools.values()]
    const poolIndex = new Map(kept.map((pool, i) => [pool.id, i]))
    return {
      legs: held.map((position) => position.leg),
      legPool: Int32Array.from(held, (position) => poolIndex.get(position.pool) ?? -1),
      legSeries: Int32Array.from(held, (position) => series.get(position.instrument) ?? -1),
      qty: Float64Array.from(held, (position) => doublesOf(position).qty),
      entryNotional: Float64Array.from(held, (position) => doublesOf(position).entryNotional),
      inverse: Uint8Array.from(held, (position) => (position.type === 'inverse' ? 1 : 0)),
      need: held.map((position) => doublesOf(position).need),
      pools: kept.map((pool) => pool.id),
      cash: Float64Array.from(kept, cashOf),
      fixedNeed: Float64Array.from(kept, (pool) => fixedNeedOf(account, pool, rules).toNumber()),
      held: Int32Array.from(kept, (pool) => pool.legs.length),
    }
  }

  return {
    account(account) {
      const known = accounts.get(account) ?? compiled(account)
      accounts.set(account, known)
      return known
    },
  }
}

interface Doubles {
  readonly qty: number
  readonly entryNotional: number
  readonly need: CompiledNeed
}

function needFrom(position: Position, rules: Rules): CompiledNeed {
  const { pieces, growth } = requirementPieces(position, rules)
  return {
    floor: Float64Array.from(pieces, ({ floor }) => floor.num.toNumber() / floor.den.toNumber()),
    rate: Float64Array.from(pieces, (piece) => piece.rate.toNumber()),
    offset: Float64Array.from(pieces, (piece) => piece.offset.toNumber()),
    growth: growth.toNumber(),
  }
}
