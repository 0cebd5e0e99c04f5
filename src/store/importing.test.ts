import { gzipSync, strToU8, zipSync } from 'fflate'
import { afterEach, describe, expect, it } from 'vitest'
import type { StoreApi } from 'zustand/vanilla'
import type { AppState } from './AppState.ts'
import { createAppStore } from './createAppStore.ts'
import { testDeps, type TestDeps } from './testing/testDeps.ts'
import { until } from './testing/until.ts'

const open: StoreApi<AppState>[] = []

async function started(deps: TestDeps = testDeps()): Promise<{ store: StoreApi<AppState>; deps: TestDeps; actions: AppState['actions']; what: string }> {
  const store = createAppStore(deps)
  open.push(store)
  const what = await store.getState().actions.start('one-bad-altcoin')
  return { store, deps, actions: store.getState().actions, what }
}

afterEach(() => {
  for (const store of open.splice(0)) store.getState().actions.stop()
})

/** Hourly closes of 100, 101, 102 … from a given hour. */
function csv(name: string, rows: number, fromHour = 0): File {
  const lines = Array.from({ length: rows }, (_, i) => `${1583971200 + (fromHour + i) * 3600},${100 + i}.5`)
  return new File([`time,close\n${lines.join('\n')}\n`], name, { type: 'text/csv' })
}

const long = { id: 'c1', tick: 0, type: 'place-order', instrument: 'BTCUSDT', pool: 'isolated', side: 'buy', notional: '1000', leverage: '2' } as const

describe('price files', () => {
  it('[B11] are kept before the scenario that is played on them: there is none without its prices', async () => {
    const { store, deps, actions } = await started()
    await until(store, ({ storage }) => storage.status === 'saved')
    const { set } = deps.storage
    let arrive = (): void => undefined
    const way = new Promise<void>((resolve) => (arrive = resolve))
    Object.assign(deps.storage, { set: (key: string, value: unknown) => way.then(() => set(key, value)) })
    await actions.importFiles([csv('BTCUSDT.csv', 20)])
    await actions.acceptImport()
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(store.getState().storage.status).toBe('saving')
    const before = await started(testDeps(new Map(deps.kept), 'tab-2'))
    expect(before.store.getState().scenario.document).toMatchObject({ title: 'One bad altcoin' })
    expect(before.store.getState().notices.map(({ type }) => type)).toEqual(['restored'])
    arrive()
    await until(store, ({ storage }) => storage.status === 'saved')
    const after = await started(testDeps(new Map(deps.kept), 'tab-3'))
    expect(after.store.getState().scenario.document?.tape).toMatchObject({ type: 'file', files: [{ name: 'BTCUSDT.csv' }] })
  })

  it('are read, opened as a scenario, kept, and there again after a reload', async () => {
    const { store, deps, actions } = await started()
    await actions.importFiles([csv('Binance_BTCUSDT_1h.csv', 50)])
    const { importing } = store.getState()
    expect(importing.status).toBe('ready')
    expect(importing.files[0]).toMatchObject({ status: 'read', instrument: 'BTCUSDT', rowsRead: 50, report: { rows: 50, barMillis: 3_600_000 } })
    expect(await actions.acceptImport({ commands: [long] })).toBe(true)
    expect(store.getState().importing.status).toBe('idle')
    expect(store.getState().scenario).toMatchObject({ canUndo: true, document: { wallet: '10000', rules: 'plain', instruments: [{ symbol: 'BTCUSDT', tickSize: '0.1' }] } })
    await actions.seek(49)
    expect(store.getState().view.frame?.marks).toEqual({ BTCUSDT: '149.5' })
    await until(store, (state) => state.storage.status === 'saved')

    const again = await started(testDeps(deps.kept))
    expect(again.what).toBe('restored')
    expect(again.store.getState().view.frame?.marks).toEqual({ BTCUSDT: '149.5' })
    expect(again.store.getState().view.frame?.twins['as-set'].equity).toBe(store.getState().view.frame?.twins['as-set'].equity)
  })

  it('come back by undo as well', async () => {
    const { store, actions } = await started()
    await actions.importFiles([csv('BTCUSDT.csv', 20)])
    await actions.acceptImport()
    await actions.undo()
    expect(store.getState().scenario.builtinId).toBe('one-bad-altcoin')
    await actions.redo()
    expect(store.getState().scenario.info?.tape.ticks).toBe(20)
  })

  it('make one tape when they share a time, and say so when they do not', async () => {
    const { store, actions } = await started()
    await actions.importFiles([csv('BTCUSDT.csv', 30), csv('ETHUSDT.csv', 30, 10)])
    expect(store.getState().importing.status).toBe('ready')
    await actions.importFiles([csv('SOLUSDT.csv', 5, 500)])
    expect(store.getState().importing).toMatchObject({ status: 'refused', problem: expect.stringContaining('no time in common') })
    actions.removeImportFile('SOLUSDT.csv')
    expect(store.getState().importing.status).toBe('ready')
    expect(await actions.acceptImport()).toBe(true)
    expect(store.getState().scenario.info?.instruments.map((each) => each.symbol)).toEqual(['BTCUSDT', 'ETHUSDT'])
    // Hours 10 to 29 are in both.
    expect(store.getState().scenario.info?.tape.ticks).toBe(20)
  })

  it('[K4] of mark, index and last of one instrument become one tape of it', async () => {
    const { store, deps, actions } = await started()
    await actions.importFiles([csv('mark-BTC.csv', 30), csv('index-BTC.csv', 30), csv('last-BTC.csv', 20, 5)])
    for (const { name } of store.getState().importing.files) actions.setImportInstrument(name, 'BTC')
    await until(store, (state) => state.importing.status === 'refused')
    expect(store.getState().importing.problem).toContain('Two files are both called BTC')
    actions.setImportKind('index-BTC.csv', 'index')
    actions.setImportKind('last-BTC.csv', 'last')
    await until(store, (state) => state.importing.status === 'ready')
    actions.removeImportFile('mark-BTC.csv')
    expect(store.getState().importing).toMatchObject({ status: 'refused', problem: expect.stringContaining('no mark') })
    await actions.importFiles([csv('mark-BTC.csv', 30)])
    actions.setImportInstrument('mark-BTC.csv', 'BTC')
    await until(store, (state) => state.importing.status === 'ready')
    expect(await actions.acceptImport()).toBe(true)
    const { info } = store.getState().scenario
    expect(info?.instruments.map((each) => each.symbol)).toEqual(['BTC'])
    // Hours 5 to 24 are in all three; the last file's rows are 100.5, 101.5, … from hour 5, the others' 105.5, …
    await actions.seek(0)
    expect(store.getState().view.frame?.marks).toEqual({ BTC: '105.5', 'BTC#index': '105.5', 'BTC#last': '100.5' })
    await until(store, (state) => state.storage.status === 'saved')
    const again = await started(testDeps(deps.kept))
    expect(again.what).toBe('restored')
    expect(again.store.getState().view.frame?.marks).toEqual(store.getState().view.frame?.marks)
  })

  it('[S46, S47, S48] in a zip: months of a mark are one series, the last price and the funding of it stand beside, and the way back finds them', async () => {
    const { store, deps, actions } = await started()
    const bars = (from: number, count: number, volume: number): Uint8Array => strToU8(`open_time,open,high,low,close,volume\n${Array.from({ length: count }, (_, i) => `${1583971200000 + (from + i) * 3_600_000},${100 + from + i},${102 + from + i},${99 + from + i},${101 + from + i},${volume}`).join('\n')}\n`)
    const files = { 'markPriceKlines/BTCUSDT-1h-2020-02.csv': bars(0, 10, 0), 'markPriceKlines/BTCUSDT-1h-2020-03.csv': bars(10, 10, 0), 'klines/BTCUSDT-1h.csv': bars(0, 20, 5), 'BTCUSDT-fundingRate-2020-03.csv': strToU8('calc_time,funding_interval_hours,last_funding_rate\n1583971200000,8,0.0001\n1584000000000,8,-0.0003\n'), 'CHECKSUM.sha256': strToU8('x') }
    await actions.importFiles([new File([zipSync(files) as Uint8Array<ArrayBuffer>], 'BTC.zip')])
    await until(store, (state) => state.importing.status === 'ready')
    expect(store.getState().importing.files.map(({ name, kind, instrument, leftOut }) => [name, kind, instrument, leftOut])).toEqual([
      ['BTC.zip › BTCUSDT-fundingRate-2020-03.csv', 'funding', 'BTCUSDT', ['CHECKSUM.sha256']],
      ['BTC.zip › klines/BTCUSDT-1h.csv', 'last', 'BTCUSDT', undefined],
      ['BTC.zip › markPriceKlines/BTCUSDT-1h-2020-02.csv', 'mark', 'BTCUSDT', undefined],
      ['BTC.zip › markPriceKlines/BTCUSDT-1h-2020-03.csv', 'mark', 'BTCUSDT', undefined],
    ])
    expect(await actions.acceptImport({ commands: [long] })).toBe(true)
    expect(store.getState().scenario.info?.tape.ticks).toBe(20)
    // Long 1,000 of BTC: 0.0001 of the value at its moment, then 0.0003 back.
    await actions.seek(19)
    expect(store.getState().view.frame?.marks).toEqual({ BTCUSDT: '120', 'BTCUSDT#last': '120' })
    await until(store, (state) => state.storage.status === 'saved')
    const again = await started(testDeps(deps.kept))
    expect(again.what).toBe('restored')
    expect(again.store.getState().view.frame?.marks).toEqual(store.getState().view.frame?.marks)
    expect(again.store.getState().view.frame?.twins['as-set'].equity).toBe(store.getState().view.frame?.twins['as-set'].equity)
  })

  it('[S46] a zip that cannot be used says why and can be removed; one that is chosen again takes its place', async () => {
    const { store, actions } = await started()
    const zip = (files: Record<string, Uint8Array>): File => new File([zipSync(files) as Uint8Array<ArrayBuffer>], 'a.zip')
    await actions.importFiles([zip({ 'a.pdf': strToU8('x') })])
    expect(store.getState().importing).toMatchObject({ status: 'refused', files: [{ name: 'a.zip', status: 'refused', problems: [expect.stringContaining('no price file (a.pdf)')] }] })
    await actions.importFiles([zip({ 'x/BTC.csv': strToU8('time,close\n1583971200,1\n1583974800,2\n') })])
    expect(store.getState().importing).toMatchObject({ status: 'ready', files: [{ name: 'a.zip', instrument: 'BTC', status: 'read' }] })
    actions.removeImportFile('a.zip')
    expect(store.getState().importing.files).toEqual([])
  })

  it('[S43] of trades are made into the bars that are chosen', async () => {
    const { store, actions } = await started()
    const text = `timestamp,symbol,side,size,price\n${Array.from({ length: 120 }, (_, i) => `${1583971200 + i},ETHUSDT,Buy,1,${100 + i / 4}`).join('\n')}\n`
    await actions.importFiles([new File([gzipSync(strToU8(text)) as Uint8Array<ArrayBuffer>], 'ETHUSDT2020-03-12.csv.gz')])
    expect(store.getState().importing.files[0]).toMatchObject({ instrument: 'ETHUSDT', kind: 'mark', look: { kind: 'last' }, report: { trades: 120, rows: 2, barMillis: 60_000 } })
    actions.setImportMapping('ETHUSDT2020-03-12.csv.gz', { barMillis: 1000 })
    await until(store, (state) => state.importing.status === 'ready')
    expect(await actions.acceptImport()).toBe(true)
    expect(store.getState().scenario.document?.tape).toMatchObject({ files: [{ name: 'ETHUSDT2020-03-12.csv.gz', barMillis: 1000 }] })
    expect(store.getState().scenario.info?.tape.ticks).toBe(120)
  })

  it('are read again by a corrected mapping and name', async () => {
    const { store, actions } = await started()
    await actions.importFiles([csv('BTCUSDT.csv', 10)])
    actions.setImportMapping('BTCUSDT.csv', { utcOffsetMinutes: 60 })
    await until(store, (state) => state.importing.status === 'ready')
    actions.setImportInstrument('BTCUSDT.csv', 'MINE')
    expect(store.getState().importing.status).toBe('reading')
    await until(store, (state) => state.importing.status === 'ready')
    await actions.acceptImport()
    expect(store.getState().scenario.info?.instruments[0]?.symbol).toBe('MINE')
  })

  it('that hold no prices are refused with a reason; what is open stays', async () => {
    const { store, actions } = await started()
    await actions.importFiles([new File(['<!doctype html><title>x</title>'], 'prices.csv')])
    expect(store.getState().importing).toMatchObject({ status: 'refused', files: [{ status: 'refused', problems: [expect.stringContaining('web page')] }] })
    expect(await actions.acceptImport()).toBe(false)
    actions.cancelImport()
    expect(store.getState().importing).toMatchObject({ status: 'idle', files: [] })
    expect(store.getState().scenario.builtinId).toBe('one-bad-altcoin')
  })
})

describe('a saved scenario whose files are gone or changed', () => {
  async function keptSession(): Promise<Map<string, unknown>> {
    const { store, deps, actions } = await started()
    await actions.importFiles([csv('BTCUSDT.csv', 20)])
    await actions.acceptImport()
    await until(store, (state) => state.storage.status === 'saved')
    return deps.kept
  }

  it('is kept aside, the files named, and the app goes on', async () => {
    const kept = await keptSession()
    for (const key of kept.keys()) if (key.startsWith('tape:')) kept.delete(key)
    const { store, what } = await started(testDeps(kept))
    expect(what).toBe('builtin')
    expect(store.getState().notices).toContainEqual(expect.objectContaining({ type: 'tape-missing', files: ['BTCUSDT.csv'] }))
    expect(store.getState().storage.keptAside).toEqual(['aside:1'])
  })

  it('is not played on other prices', async () => {
    const kept = await keptSession()
    const { deps, actions, store } = await started()
    await actions.importFiles([csv('BTCUSDT.csv', 21)])
    await actions.acceptImport()
    await until(store, (state) => state.storage.status === 'saved')
    const [other] = [...deps.kept].filter(([key]) => key.startsWith('tape:'))
    for (const key of kept.keys()) if (key.startsWith('tape:')) kept.set(key, other?.[1])
    const again = await started(testDeps(kept))
    expect(again.what).toBe('builtin')
    expect(again.store.getState().notices.map((notice) => notice.type)).toEqual(['saved-document-kept-aside', 'tape-changed'])
  })
})
