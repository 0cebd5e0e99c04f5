import { afterEach, describe, expect, it } from 'vitest'
import { testDeps } from '../testing/testDeps.ts'
import { until } from '../testing/until.ts'
import { atWork, linkOf, started, stopAll, worked } from './testing/sharedSessions.ts'

afterEach(stopAll)

describe('the calculators', () => {
  const desk = { schema: 1, inputs: { size: '0.5btc', leverage: '10x' }, drafts: { liquidation: { fields: { margin: '60.000,5' }, asked: ['margin'], wanted: [] } }, more: 'wall' }

  it('[D4] hold what was sent while the link is open, and what was typed after it', async () => {
    const deps = testDeps()
    const { store, actions } = await started(deps)
    await actions.readCalculate()
    actions.changeCalculate((before) => ({ ...before, inputs: { ...before.inputs, size: '7' } }))
    await until(store, (state) => state.calculate.desk?.inputs.size === '7')
    const mine = store.getState().calculate.desk
    await actions.openLink(await linkOf({ view: 'calculate', calc: desk }))
    expect(store.getState().calculate.desk).toMatchObject({ inputs: { size: '0.5btc', leverage: '10x' }, drafts: desk.drafts, more: 'wall' })
    actions.changeCalculate((before) => ({ ...before, more: 'carry' }))
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect(deps.kept.get('calculate')).toMatchObject({ inputs: { size: '7' } })
    await actions.leaveShared()
    expect(store.getState().calculate.desk).toEqual(mine)
  })
})

describe('a link that is made', () => {
  it('[D1] opens elsewhere as what is open here, where the cursor stands', async () => {
    const { store, actions } = await atWork(testDeps())
    const made = await actions.makeLink({ screen: 'simulate', hasCursor: true })
    expect(made).toMatchObject({ ok: true, isLong: false, inside: [], outside: [] })
    const other = await started(testDeps(), made.ok ? `https://example.test/${made.fragment}` : '')
    const [mine, theirs] = [worked(store.getState()), worked(other.store.getState())]
    expect([theirs.document, theirs.tick, theirs.seen, theirs.account]).toEqual([mine.document, 40, 60, 'all-cross'])
    expect([theirs.instrument, theirs.draft.instrument]).toEqual([mine.instrument, mine.instrument])
    const start = await actions.makeLink({ screen: 'report', hasCursor: false })
    const third = await started(testDeps(), start.ok ? start.fragment : '')
    expect([third.store.getState().playback.tick, third.store.getState().playback.seen]).toEqual([0, 0])
  })

  it('[D1] opens the report that is open here, of whatever account', async () => {
    const { store, actions } = await started(testDeps())
    await actions.seek(120)
    const breach = store.getState().view.events['all-cross'].list.find(({ type }) => type === 'pool-breached')
    actions.openIncident({ twin: 'all-cross', seq: breach?.seq ?? 0 })
    await until(store, (state) => state.incident?.report !== undefined)
    const made = await actions.makeLink({ screen: 'report', hasCursor: true })
    const other = await started(testDeps(), made.ok ? made.fragment : '')
    expect(other.store.getState().selection.account).toBe('as-set')
    expect(other.store.getState().incident).toMatchObject({ twin: 'all-cross', seq: breach?.seq, report: { pool: 'cross' } })
  })

  it('holds the calculators where it opens on them', async () => {
    const { store, actions } = await started(testDeps())
    await actions.readCalculate()
    actions.changeCalculate((before) => ({ ...before, inputs: { ...before.inputs, size: '1e5' } }))
    await until(store, (state) => state.calculate.desk?.inputs.size === '1e5')
    const made = await actions.makeLink({ screen: 'calculate', hasCursor: false })
    const other = await started(testDeps(), made.ok ? made.fragment : '')
    expect(other.store.getState().calculate.desk).toEqual(store.getState().calculate.desk)
  })

  it('[D1] holds the prices of a file where they are few, and else says which file it does not hold', async () => {
    for (const [bars, inside, outside] of [[50, ['mine.csv'], []], [5000, [], ['mine.csv']]] as const) {
      const deps = testDeps()
      const { store, actions } = await started(deps)
      const rows = Array.from({ length: bars }, (_, index) => `${Date.UTC(2026, 0, 1) + index * 60_000},${100 + (index % 9)}.5`)
      await actions.importFiles([new File([['time,close', ...rows].join('\n')], 'mine.csv')])
      await until(store, (state) => state.importing.status === 'ready')
      await actions.acceptImport()
      const made = await actions.makeLink({ screen: 'simulate', hasCursor: false })
      expect(made).toMatchObject({ ok: true, inside, outside })
      const other = await started(testDeps(), made.ok ? made.fragment : '')
      expect(other.what).toBe(inside.length > 0 ? 'shared' : 'builtin')
      if (inside.length === 0) continue
      expect(other.store.getState().scenario.info?.tape).toMatchObject({ ticks: 50, barMillis: 60_000, firstTime: Date.UTC(2026, 0, 1) })
    }
  })
})
