import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { bookAccount } from '../ledger/bookAccount.ts'
import { marksAt } from '../run/steps.ts'
import { setupArb } from '../testing/arbitraries.ts'
import { patience, times } from '../testing/promises.ts'
import { withKinds } from '../testing/withKinds.ts'
import { quote } from '../units/quantities.ts'
import { everyBookExplanation, everyExplanation } from './everyExplanation.ts'
import type { FigureRef } from './Explanation.ts'
import { figureKey } from './figureKey.ts'
import { figuresAt, figuresOfEvents } from './testing/everyFigure.ts'
import { livedIn } from './testing/livedIn.ts'

vi.setConfig({ testTimeout: patience })

const TWIN = 'all-cross'

/** Figures that a list of a run leaves out: of other twins, found elsewhere, or the same fund at an earlier moment. */
function isListed({ id, of }: FigureRef): boolean {
  return (of['twin'] ?? TWIN) === TWIN && !id.startsWith('incident.saver') && !(id === 'fund.balance' && of['seq'] !== undefined)
}

const keyOf = ({ id, of }: FigureRef): string => figureKey({ id, of: { ...of, twin: TWIN } })

describe('every explanation', () => {
  it('[X1] of a run: no figure of the views, the events and the reports is missing, each is listed once', () => {
    fc.assert(
      fc.property(fc.oneof(setupArb(), withKinds(setupArb())), (setup) => {
        const scene = livedIn(setup)
        const keys = [...everyExplanation(scene, TWIN)].map(({ figure }) => keyOf(figure))
        const listed = new Set(keys)
        const shown = [...figuresAt(scene), ...figuresOfEvents(scene)].filter(({ ref, value }) => value !== undefined && isListed(ref)).map(({ ref }) => keyOf(ref))
        expect(shown.filter((key) => !listed.has(key))).toEqual([])
        expect(listed.size).toBe(keys.length)
      }),
      times(20),
    )
  })

  it('a book has no history: neither deposits nor trades', () => {
    const { setup, tick } = livedIn(fc.sample(setupArb(), { numRuns: 1, seed: 1 })[0] ?? fail())
    const account = bookAccount({ wallet: quote('100'), cash: new Map(), positions: [] })
    const all = [...everyBookExplanation({ rules: setup.rules, instruments: new Map(setup.instruments.map((each) => [each.symbol, each])), marks: marksAt(setup.tape, tick), account })]
    expect(new Set(all.map(({ figure }) => figure.id.split('.')[0]))).toEqual(new Set(['account', 'pool', 'market']))
    expect(all.filter(({ figure }) => figure.id === 'account.deposited')).toEqual([])
    expect(all.find(({ figure }) => figure.id === 'account.equity')?.value?.toFixed()).toBe('100')
  })
})

function fail(): never {
  throw new Error('a setup was expected')
}
