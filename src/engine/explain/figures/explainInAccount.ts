import type { FigureRef } from '../Explanation.ts'
import type { FieldOf } from '../FigureId.ts'
import { explainAccount } from './accountFigures.ts'
import type { AccountScene, Explained } from './Explained.ts'
import { explainOrder } from './orderFigures.ts'
import { explainPool } from './poolFigures.ts'
import { explainLeg } from './positionHistory.ts'

/** The families that need one account and nothing else. */
export type AccountFamily = 'account' | 'pool' | 'position' | 'order'

/** How a figure of an account comes about; undefined where the reference names a pool, leg or order that is not there. */
export function explainInAccount(scene: AccountScene, family: AccountFamily, field: string, { of }: FigureRef): Explained | undefined {
  switch (family) {
    case 'account':
      return explainAccount(scene, field as FieldOf<'account'>)
    case 'pool': {
      const pool = scene.account.pools.get(of['pool'] ?? '')
      return pool === undefined ? undefined : explainPool(scene, pool, field as FieldOf<'pool'>)
    }
    case 'position':
      return explainLeg(scene, of['leg'] ?? '', field as FieldOf<'position'>)
    case 'order': {
      const order = scene.account.orders.get(of['order'] ?? '')
      return order === undefined ? undefined : explainOrder(scene, order, field as FieldOf<'order'>)
    }
  }
}
