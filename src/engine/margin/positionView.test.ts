import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marksAt } from '../run/steps.ts'
import { setupArb } from '../testing/arbitraries.ts'
import { finished, times } from '../testing/promises.ts'
import { accountView } from './accountView.ts'
import { positionView } from './positionView.ts'

describe('positionView', () => {
  it('is the same whether the roots of its pool were found for another position or not [M1]', () => {
    fc.assert(
      fc.property(setupArb(), fc.constantFrom('as-set', 'all-cross'), (setup, walls) => {
        const run = finished(setup, walls)
        for (let tick = 0; tick < setup.tape.time.length; tick += 1) {
          const account = run.accountAt(tick)
          const context = { rules: setup.rules, instruments: new Map(setup.instruments.map((each) => [each.symbol, each])), marks: marksAt(setup.tape, tick) }
          const { positions, pools } = accountView(account, context)
          for (const view of positions) {
            const position = account.positions.get(view.leg)
            const pool = pools.find((each) => each.id === view.pool)
            if (position === undefined || pool === undefined) throw new Error('a view of nothing')
            expect(JSON.stringify(positionView(account, position, { ...context, pool }))).toBe(JSON.stringify(view))
          }
        }
      }),
      times(150),
    )
  })
})
