import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseRules } from '../../documents/rules/parseRules.ts'
import { parseScenario } from '../../documents/scenario/parseScenario.ts'
import { parseTape } from '../../documents/tape/parseTape.ts'
import { startLoopbackVenue, type LoopbackVenue } from '../../sources/exchange/testing/loopbackVenue.ts'
import { numbersOf, rowsOfTape } from '../../sources/exchange/testing/rowsOfTape.ts'
import { TEST_NOW, testDeps } from '../../sources/exchange/testing/testDeps.ts'
import type { Io } from '../Io.ts'
import { runCli } from '../runCli.ts'
import { runOn, runText } from '../testing/runText.ts'

const HOUR = 3_600_000
let server: LoopbackVenue
beforeAll(async () => {
  server = await startLoopbackVenue({ now: () => TEST_NOW })
})
afterAll(() => server.close())

async function load(...args: readonly string[]) {
  const out: string[] = []
  const err: string[] = []
  const never = (): Promise<never> => Promise.reject(new Error('no file is read'))
  const io: Io = { read: never, beside: never, asset: never, today: () => '2026-11-23', network: testDeps(), out: (text) => out.push(text), say: (line) => err.push(line) }
  const code = await runCli(['load', ...args, '--base', server.baseUrl], io)
  return { code, out: out.join(''), err: err.join('\n') }
}

const PERIOD = ['--from', '2024-08-01', '--to', '2024-08-10'] as const
const truth = (series: 'candles' | 'funding') => numbersOf(server.truth({ venue: 'bybit', series, symbol: 'BTCUSDT', barMillis: HOUR, from: Date.UTC(2024, 7, 1), to: Date.UTC(2024, 7, 10) }))

describe('load', () => {
  it('[S50] writes a Tape document that holds what the venue has', async () => {
    const { code, out, err } = await load('bybit', 'BTCUSDT=BTC', '--bar', '1h', ...PERIOD)
    expect([code, err]).toEqual([0, ''])
    const tape = parseTape(out)
    // Nine days of 24 hours.
    expect(tape.ok && rowsOfTape(tape.value)).toEqual(truth('candles'))
    expect(truth('candles').length).toBe(216)
    expect(tape.ok && tape.value.series.map(({ instrument }) => instrument)).toEqual(['BTC'])
  })

  it('[S50] a scenario with mark, last and funding plays', async () => {
    const { code, out } = await load('bybit', 'BTCUSDT=BTC', 'ETHUSDT=ETH', '--series', 'candles,mark,funding', ...PERIOD, '--out', 'scenario')
    const scenario = parseScenario(out)
    expect([code, scenario.ok]).toEqual([0, true])
    const played = await runOn(JSON.parse(out), ['run', '-', '--hash'])
    expect([played.code, played.err]).toEqual([0, ''])
    const document = JSON.parse(out) as { tape: { series: { instrument: string; kind?: string }[]; funding: { instrument: string; rate: number[] }[] } }
    expect(document.tape.series.map(({ instrument, kind }) => `${instrument} ${kind ?? 'mark'}`)).toEqual(['BTC last', 'BTC mark', 'ETH last', 'ETH mark'])
    expect(document.tape.funding.map(({ instrument, rate }) => [instrument, rate.length])).toEqual([['BTC', 27], ['ETH', 27]])
  })

  it('[S50] CSV of one series, as the file reader wants it', async () => {
    const { out } = await load('bybit', 'BTCUSDT', ...PERIOD, '--out', 'csv')
    const [header, first = ''] = out.split('\r\n')
    expect(header).toBe('time,open,high,low,close')
    expect(first.split(',').map(Number)).toEqual(truth('candles')[0])
    const funding = await load('bybit', 'BTCUSDT', '--series', 'funding', ...PERIOD, '--out', 'csv')
    expect(funding.out.split('\r\n').slice(1, -1).map((line) => line.split(',').map(Number))).toEqual(truth('funding'))
    expect((await load('bybit', 'BTCUSDT', '--series', 'candles,mark', ...PERIOD, '--out', 'csv')).code).toBe(1)
  })

  it('[S58] tiers as a Rules document', async () => {
    const { code, out } = await load('bybit', 'BTCUSDT', '--tiers')
    const rules = parseRules(out)
    expect([code, rules.ok]).toEqual([0, true])
    expect(JSON.parse(out)).toMatchObject({ date: '2026-11-23', tiersBy: 'notional', source: 'Bybit /v5/market/risk-limit', tiers: { default: [{ floor: '0', maintenanceRate: '0.005' }, { floor: '2000000', maintenanceRate: '0.01' }] } })
  })

  it('[S58] tiers say how their rates count and what they are of', async () => {
    expect(JSON.parse((await load('kraken-futures', 'PF_XBTUSD', '--tiers')).out)).toMatchObject({ tiersBy: 'notional', tierRates: 'by-part', contract: 'linear' })
    const inverse = await load('bybit', 'BTCUSDT', '--market', 'inverse', '--tiers')
    expect(JSON.parse(inverse.out)).toMatchObject({ tiersBy: 'notional', tierRates: 'whole', contract: 'inverse' })
    expect(parseRules(inverse.out).ok).toBe(true)
  })

  it('[S59] the list asks nobody; the instruments of a venue are asked for', async () => {
    const before = server.requests.length
    const list = await runText(['load', '--list'])
    expect((JSON.parse(list.out) as { id: string }[]).map(({ id }) => id)).toEqual(['bybit', 'deribit', 'coinbase', 'binance', 'okx', 'hyperliquid', 'kraken-futures', 'dydx'])
    expect(server.requests.length).toBe(before)
    const coins = await load('hyperliquid', '--list')
    expect((JSON.parse(coins.out) as { symbol: string }[]).map(({ symbol }) => symbol)).toEqual(['BTC', 'ETH'])
  })

  it('[S57] a failure is one line that begins with what it is; pauses and gaps are notes', async () => {
    const unknown = await load('okx', 'NOPE-USDT-SWAP', ...PERIOD)
    expect([unknown.code, unknown.err.split('\n')[0]?.slice(0, 42)]).toEqual([1, 'symbol: OKX does not know this instrument.'])
    server.misbehave({ do: 'status', status: 429, retryAfter: '12' })
    const slow = await load('bybit', 'BTCUSDT', ...PERIOD)
    expect([slow.code, slow.err]).toEqual([0, 'note: BTCUSDT candles: the venue asks to wait, 12 s'])
  })

  it.each([
    [['moon', 'X', '--from', '2024-08-01'], 'one of bybit'],
    [['bybit'], '<symbol>'],
    [['bybit', 'BTCUSDT'], '--from was expected'],
    [['bybit', 'BTCUSDT', '--from', 'yesterday'], 'a day like'],
    [['bybit', 'BTCUSDT', '--from', '2024-06-31'], 'a day like'],
    [['bybit', 'BTCUSDT', '--from', '2024-08-01', '--to', '2023-02-29T10:00Z'], '--to: a day like'],
    [['bybit', 'BTCUSDT', '--from', '2024-08-01', '--bar', '1x'], '--bar'],
    [['bybit', 'BTCUSDT', '--from', '2024-08-01', '--series', 'trades'], '--series'],
    [['bybit', 'BTCUSDT', '--from', '2024-08-01', '--out', 'xml'], '--out'],
    [['bybit', 'A', 'B', '--tiers'], 'one symbol'],
  ])('a command line that cannot be meant: %j', async (args, words) => {
    const { code, err } = await load(...args)
    expect([code, err.includes(words)]).toEqual([2, true])
  })

  it('there is no network where none was given', async () => {
    expect(await runText(['load', 'bybit', 'BTCUSDT', '--from', '2024-08-01'])).toMatchObject({ code: 2 })
  })
})
