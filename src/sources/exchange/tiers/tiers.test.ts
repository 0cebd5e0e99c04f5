import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseRules } from '../../../documents/rules/parseRules.ts'
import { tierTable } from '../../../documents/rules/tierTable.ts'
import { EXCHANGE_VENUES } from '../exchangeVenues.ts'
import { listInstruments } from '../listInstruments.ts'
import { loadTiers } from '../loadTiers.ts'
import { ReplyShapeError } from '../replyShape.ts'
import { startLoopbackVenue, type LoopbackVenue } from '../testing/loopbackVenue.ts'
import { TEST_NOW, testDeps } from '../testing/testDeps.ts'
import { bybitTiers } from './bybitTiers.ts'
import { hyperliquidTiers } from './hyperliquidTiers.ts'
import { krakenTiers } from './krakenTiers.ts'

describe('tiers without a key', () => {
  let server: LoopbackVenue
  beforeAll(async () => {
    server = await startLoopbackVenue()
  })
  afterAll(() => server.close())

  const row = (symbol: string, riskLimitValue: string, figures: readonly [string, string, string, string]): unknown => {
    const [maintenanceMargin, initialMargin, maxLeverage, mmDeduction] = figures
    return { id: 1, symbol, riskLimitValue, maintenanceMargin, initialMargin, isLowestRisk: 0, maxLeverage, mmDeduction }
  }

  it('[S58] Bybit: percent and fractions are told apart by initial rate times leverage', () => {
    const expected = [
      { floor: '0', cap: '2000000', maintenanceRate: '0.005', maxLeverage: '100', initialRate: '0.01' },
      // 2,000,000 x (0.01 - 0.005) = 10,000 makes the requirement continuous.
      { floor: '2000000', maintenanceRate: '0.01', maintenanceAmount: '10000', maxLeverage: '50', initialRate: '0.02' },
    ]
    // 1 x 100 = 100: percent. 0.01 x 100 = 1: fractions. The larger one first, as some replies have it.
    const percent = [row('BTCUSDT', '10000000', ['1', '2', '50.00', '10000']), row('BTCUSDT', '2000000', ['0.5', '1', '100.00', ''])]
    const fractions = [row('BTCUSDT', '2000000', ['0.005', '0.01', '100.00', '']), row('BTCUSDT', '10000000', ['0.01', '0.02', '50.00', '10000']), row('ETHUSDT', '1', ['9', '9', '9', ''])]
    expect(bybitTiers(percent, 'BTCUSDT')).toEqual({ rows: expected, by: 'notional', notes: ['Its rates came in percent and were divided by 100.'] })
    expect(bybitTiers(fractions, 'BTCUSDT')).toEqual({ rows: expected, by: 'notional', notes: [] })
    expect(bybitTiers(fractions, 'XRPUSDT')).toBeUndefined()
  })

  it('[S58] Bybit: 66.67x asks for 1.5 %, whose product is 100.005; a product of 10 is neither', () => {
    expect(bybitTiers([row('X', '5', ['1', '1.5', '66.67', ''])], 'X')?.rows[0]?.initialRate).toBe('0.015')
    expect(() => bybitTiers([row('X', '5', ['1', '0.2', '50', ''])], 'X')).toThrow(ReplyShapeError)
    expect(() => bybitTiers([row('X', '5', ['half', '2', '50', ''])], 'X')).toThrow('maintenanceMargin')
  })

  it('[S58] Hyperliquid: maintenance is half of the initial margin at the highest leverage of the tier', () => {
    const meta = { universe: [{ name: 'BTC', maxLeverage: 40, marginTableId: 56 }, { name: 'ODD', maxLeverage: 3, marginTableId: 3, onlyIsolated: true }], marginTables: [[56, { description: '', marginTiers: [{ lowerBound: '0.0', maxLeverage: 40 }, { lowerBound: '150000000.0', maxLeverage: 20 }] }]] }
    expect(hyperliquidTiers(meta, 'BTC')?.rows).toEqual([
      { floor: '0', cap: '150000000', maintenanceRate: '0.0125', maxLeverage: '40', initialRate: '0.025' },
      { floor: '150000000', maintenanceRate: '0.025', maxLeverage: '20', initialRate: '0.05' },
    ])
    // 1/6 and 1/3 do not end: rounded up.
    expect(hyperliquidTiers(meta, 'ODD')).toEqual({
      rows: [{ floor: '0', maintenanceRate: '0.166666666667', maxLeverage: '3', initialRate: '0.333333333334' }],
      by: 'notional',
      notes: ['It names no table of this coin: one tier with its highest leverage.', 'This coin can be traded isolated only.'],
    })
    expect(hyperliquidTiers(meta, 'NONE')).toBeUndefined()
  })

  it.each([
    ['bybit', 'BTCUSDT', [['0', '0.005'], ['2000000', '0.01']]],
    ['okx', 'BTC-USDT-SWAP', [['0', '0.004'], ['1000', '0.005']]],
    ['hyperliquid', 'ETH', [['0', '0.02'], ['100000000', '0.033333333334']]],
    ['kraken-futures', 'PF_XBTUSD', [['0', '0.01'], ['500000', '0.02']]],
    ['dydx', 'BTC-USD', [['0', '0.012']]],
  ] as const)('[S58] %s: asked for, read, and a table the rules take', async (venue, symbol, rows) => {
    server.misbehave({ do: 'status', status: 429, retryAfter: '3' })
    const deps = testDeps()
    const loaded = await loadTiers({ venue, symbol, baseUrl: server.baseUrl }, deps)
    expect(loaded).toMatchObject({ ok: true, value: { venue, symbol, readAt: TEST_NOW + 3000 } })
    if (!loaded.ok) return
    expect(loaded.value.rows.map(({ floor, maintenanceRate }) => [floor, maintenanceRate])).toEqual(rows)
    expect(loaded.value.source).toMatch(/^\S+.* \//)
    expect(tierTable(loaded.value.rows, [], loaded.value.by).problems).toEqual([])
  })

  it('[S58] Kraken: each rate is for the part inside its level, dollars of its inverse contracts for a position in coins', () => {
    const levels = (unit: string) => [{ [unit]: 0, initialMargin: 0.02, maintenanceMargin: 0.01 }, { [unit]: 500_000, initialMargin: 0.04, maintenanceMargin: 0.02 }]
    const body = { instruments: [{ symbol: 'PF_XBTUSD', marginLevels: levels('numNonContractUnits') }, { symbol: 'PI_XBTUSD', marginLevels: levels('contracts') }] }
    // As the rules kraken-multi and kraken-inverse have them (SPEC.md, KR): of 1,000,000 dollars 500,000 x 0.02 + 500,000 x 0.04.
    expect(krakenTiers(body, 'PF_XBTUSD')).toMatchObject({ by: 'notional', rates: 'by-part' })
    const inverse = krakenTiers(body, 'PI_XBTUSD')
    expect(inverse).toMatchObject({ by: 'size', rates: 'by-part', contract: 'inverse' })
    // By part the requirement does not jump, so nothing warns of it.
    const rules = parseRules({ schema: 1, extends: 'plain', id: 'k', name: 'K', contract: 'inverse', tiersBy: 'size', tierRates: 'by-part', tiers: { default: inverse?.rows } })
    expect([rules.ok, rules.ok && rules.warnings]).toEqual([true, []])
  })

  it('[S58] who needs a key, a symbol nobody knows, and a reply that is no table are told', async () => {
    server.misbehave()
    const ask = async (venue: Parameters<typeof loadTiers>[0]['venue'], symbol: string) => loadTiers({ venue, symbol, baseUrl: server.baseUrl }, testDeps())
    expect(await ask('binance', 'BTCUSDT')).toMatchObject({ ok: false, error: { code: 'request' } })
    expect(await ask('bybit', 'NOPEUSDT')).toMatchObject({ ok: false, error: { code: 'symbol' } })
    expect(await ask('kraken-futures', 'PF_NOPE')).toMatchObject({ ok: false, error: { code: 'symbol' } })
    server.misbehave({ do: 'reply', body: '{"retCode":0,"result":{"list":[{"symbol":"BTCUSDT","riskLimitValue":"many"}]}}' })
    expect(await ask('bybit', 'BTCUSDT')).toMatchObject({ ok: false, error: { code: 'reply' } })
    server.misbehave({ do: 'reply', body: '{"code":"0","data":[{"maxSz":"x","mmr":"1","imr":"1","maxLever":"1"}]}' })
    expect(await ask('okx', 'BTC-USDT-SWAP')).toMatchObject({ ok: false, error: { code: 'reply' } })
  })

  it('[S59] every venue lists its instruments by name, those of the examples among them', async () => {
    server.misbehave()
    for (const { id, markets } of EXCHANGE_VENUES) {
      const listed = await listInstruments({ venue: id, baseUrl: server.baseUrl }, testDeps())
      const symbols = listed.ok ? listed.value.map(({ symbol }) => symbol) : []
      expect([id, symbols]).toEqual([id, [...symbols].sort()])
      expect(symbols).toContain(markets[0].examples[0]?.symbol)
      expect(symbols).not.toContain('OLD')
    }
  })
})
