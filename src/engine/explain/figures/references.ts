import type { Position } from '../../ledger/Account.ts'
import { ofPriceKey, standingKey } from '../../tape/priceKey.ts'
import type { PriceKind } from '../../venues/Rules.ts'
import type { FigureRef } from '../Explanation.ts'
import { refIn, type AccountScene } from './Explained.ts'
import type { LegTerms } from './legFormulas.ts'

/** The price of the market that stands under a key; none where a draft states its own. */
export function kindRef({ keys }: Pick<AccountScene, 'keys'>, key: string): FigureRef | undefined {
  const { instrument, kind } = ofPriceKey(key)
  const tick = keys['tick']
  return keys['after'] === undefined ? { id: `market.${kind}`, of: { instrument, ...(tick === undefined ? {} : { tick }) } } : undefined
}

/** Where the values of a leg's formulas are explained. */
export function legRefs(scene: AccountScene, position: Position, kind: PriceKind = 'mark'): NonNullable<LegTerms['refs']> {
  const { leg, instrument, pool } = position
  const own = (id: 'qty' | 'entryNotional' | 'entryPrice' | 'leverage'): FigureRef => refIn(scene, `position.${id}`, { leg })
  const mark = kindRef(scene, standingKey(scene.marks, instrument, kind))
  return { qty: own('qty'), entryNotional: own('entryNotional'), entryPrice: own('entryPrice'), leverage: own('leverage'), cash: refIn(scene, 'pool.cash', { pool }), ...(mark === undefined ? {} : { mark }) }
}
