import type { Position } from '../../ledger/Account.ts'
import type { LiquidationPrice } from '../../margin/LiquidationPrice.ts'
import { questionOf } from '../../margin/positionView.ts'
import { poolOf } from '../../margin/poolMargin.ts'
import type { PriceQuestion } from '../../margin/solveLiquidationPrice.ts'
import { figure, noFigure, refIn, type AccountScene, type Explained } from './Explained.ts'
import { levelFormula } from './levelFormula.ts'
import { legRefs } from './references.ts'

/** A liquidation or bankruptcy price with its formula, or why there is none. [M1] */
export function levelOf(scene: AccountScene, position: Position, level: LiquidationPrice, about: { readonly need: 'maintenance' | 'nothing'; readonly others: PriceQuestion['others'] }): Explained {
  if (level.type === 'none') return noFigure(level.reason, level.reason === 'beyond-maximum-price' ? ['M1', 'M16'] : ['M1'])
  const { account, rules } = scene
  const kind = rules.liquidation.trigger
  const { formula, checks } = levelFormula({
    question: questionOf(account, position, scene, about),
    level,
    pool: poolOf(account, position.pool),
    refs: {
      cash: refIn(scene, 'pool.cash', { pool: position.pool }),
      leg: (leg) => {
        const held = account.positions.get(leg)
        return held === undefined ? undefined : legRefs(scene, held, kind)
      },
    },
  })
  const isInverse = position.type === 'inverse'
  return figure(level.price, formula, ['M1', 'M6', 'M12', ...(isInverse ? ['M13'] : []), ...(about.need === 'maintenance' ? ['M4', 'M5'] : [])], { checks })
}
