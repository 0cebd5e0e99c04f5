import { describe, expect, it } from 'vitest'
import { createAppStore } from './createAppStore.ts'
import { modelDefault } from './catalog/modelDefaults.ts'
import { testDeps } from './testing/testDeps.ts'

const quiet = () => new AbortController().signal

async function started() {
  const deps = testDeps()
  const store = createAppStore(deps)
  await store.getState().actions.start('one-bad-altcoin')
  return { deps, store, actions: store.getState().actions }
}

describe('prices that are chosen among', () => {
  it('are made by a worker of their own, and leave what is open alone', async () => {
    const { deps, store, actions } = await started()
    const before = store.getState().scenario
    const look = await actions.lookAtPath({ type: 'amplified', factor: 2, of: { type: 'scripted', id: 'one-bad-altcoin' } }, quiet())
    // SOL falls from 150 to 105, 0.7 of it; twice as violent 0.7² of it, 73.5.
    expect(look?.ok === true && look.value.series.find(({ instrument }) => instrument === 'SOL-PERP')).toMatchObject({ first: 150, last: 73.5 })
    expect(store.getState().scenario).toBe(before)
    expect(deps.workers).toHaveLength(2)
    actions.stop()
  })
  it('may be made of the files that are open: looked at, played, kept, with the trades', async () => {
    const { store, actions } = await started()
    const closes = Array.from({ length: 60 }, (_, i) => `${1_583_971_200 + i * 3600},${100 + ((i * 7) % 11)}.5`)
    await actions.importFiles([new File([`time,close\n${closes.join('\n')}\n`], 'BTCUSDT.csv', { type: 'text/csv' })])
    expect(await actions.acceptImport({ commands: [{ id: 'c1', tick: 0, type: 'place-order', instrument: 'BTCUSDT', pool: 'isolated', side: 'buy', notional: '1000', leverage: '2' }] })).toBe(true)
    const { document } = store.getState().scenario
    if (document === undefined) throw new Error('nothing is open')
    const tape = { type: 'bootstrap', seed: 3, bars: 40, meanBlock: 5, of: document.tape } as const
    const look = await actions.lookAtPath(tape, quiet())
    expect(look?.ok === true && [look.value.ticks, look.value.series[0]?.first]).toEqual([40, 100.5])
    expect(await actions.openDocument({ ...document, tape })).toBe(true)
    const { scenario } = store.getState()
    expect([scenario.info?.tape.ticks, scenario.document?.commands.length, scenario.info?.tape.firstMarks['BTCUSDT']]).toEqual([40, 1, '100.5'])
    expect(store.getState().playback.lastTick).toBe(39)
    actions.stop()
  })
  it('are refused in words', async () => {
    const { actions } = await started()
    const look = await actions.lookAtPath({ ...modelDefault('gbm'), correlation: -0.9 }, quiet())
    expect(look?.ok === false && look.error[0]).toContain('contradict each other')
    actions.stop()
  })
  it('are not told to who no longer asks', async () => {
    const { actions } = await started()
    const control = new AbortController()
    const given = actions.lookAtPath(modelDefault('heston'), control.signal)
    control.abort()
    expect(await given).toBeUndefined()
    actions.stop()
  })
  it('have a model fitted to them, with progress, until it is called off', async () => {
    const { actions } = await started()
    const shares: number[] = []
    const fit = await actions.calibrate({ source: { ...modelDefault('gbm'), bars: 2000 }, model: 'gbm', instruments: ['BTC-PERP'] }, { signal: quiet(), onProgress: (share) => shares.push(share) })
    const volatility = fit?.ok === true ? fit.value.instruments[0]?.parameters.find(({ name }) => name === 'volatility') : undefined
    // Made with 60 % a year; the error of a volatility from n returns is σ/√(2n), 0.6/√4000 = 0.0095.
    expect(Math.abs((volatility?.value ?? 0) - 0.6)).toBeLessThan(3 * 0.0095)
    for (const share of shares) expect(share >= 0 && share <= 1).toBe(true)
    const control = new AbortController()
    const given = actions.calibrate({ source: modelDefault('merton'), model: 'merton' }, { signal: control.signal, onProgress: () => undefined })
    control.abort()
    expect(await given).toBeUndefined()
    actions.stop()
  })
})
