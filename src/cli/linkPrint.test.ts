import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parseScenario } from '../documents/scenario/parseScenario.ts'
import { scenarioSetup } from '../documents/scenario/scenarioSetup.ts'
import { createRun, type LedgerEvent, type PriceKind } from '../engine/index.ts'
import { tapeOfSource } from '../sources/tapeOfSource.ts'
import type { Io } from './Io.ts'
import { supplyOf } from './supplyOf.ts'

/** Beside the repository; it may not be copied here, so the test is skipped where it is absent. */
const FILE = fileURLToPath(new URL('../../../shared/data/2020-03-covid/LINKUSDT-binance-spot-1h.csv', import.meta.url))

/** 12 March 2020, 09:00 UTC: the close of this hour is the entry; the next hour has the low of 0.0001. */
const NINE = 1_584_003_600_000
const HOUR = 3_600_000

/** Rows of the file as text: time, open, high, low, close, volume. */
const rows = (): readonly (readonly string[])[] => readFileSync(FILE, 'utf8').trim().split('\n').slice(1).map((line) => line.split(','))
const entryTick = (): number => rows().findIndex(([time]) => Number(time) === NINE)

/**
 * The file as it is holds the last price: candles of trades on one market. A mark price is made so that one market's print
 * cannot move it (an index of several, smoothed), and none of that day is at hand. Its least is what the same trades say
 * without their extremes: the closes of the hours. The true fall of that hour, by a fifth, is in both.
 */
function mark(): Blob {
  return new Blob([['time,close', ...rows().map(([time, , , , close]) => `${time},${close}`), ''].join('\n')])
}

const last = (): Blob => new Blob([readFileSync(FILE)])

async function events(trigger: PriceKind): Promise<readonly LedgerEvent[]> {
  const scenario = parseScenario({
    schema: 1,
    rules: { extends: 'plain', liquidation: { trigger } },
    tape: { type: 'file', files: [{ name: 'mark.csv', instrument: 'LINK' }, { name: 'LINKUSDT-binance-spot-1h.csv', instrument: 'LINK', kind: 'last' }] },
    instruments: [{ symbol: 'LINK', tickSize: '0.0001' }],
    wallet: '100',
    commands: [{ tick: entryTick(), type: 'place-order', instrument: 'LINK', pool: 'isolated', side: 'buy', qty: '10', leverage: '2' }],
  })
  if (!scenario.ok || scenario.value.tape.type !== 'file') throw new Error(JSON.stringify(scenario))
  const io: Pick<Io, 'beside' | 'asset'> = { beside: (_, name) => Promise.resolve(name === 'mark.csv' ? mark() : last()), asset: (path) => Promise.reject(new Error(path)) }
  const tape = await tapeOfSource(scenario.value.tape, supplyOf('scenario.json', io))
  if (!tape.ok) throw new Error(tape.error.join('\n'))
  const { setup, warnings } = scenarioSetup(scenario.value, tape.value)
  expect(warnings).toEqual([])
  const run = createRun(setup, 'as-set')
  run.advanceTo(setup.tape.time.length - 1)
  return run.events
}

describe.skipIf(!existsSync(FILE))('the LINK print of 12 March 2020, from its file', () => {
  it('[K4] is on the tape as the last price beside a mark that does not have it', async () => {
    const [, print] = rows().slice(entryTick())
    expect(print?.slice(1, 5)).toEqual(['3.0634', '3.0765', '0.0001', '2.4693'])
    // the entry is the same in both: the close of 09:00
    for (const trigger of ['mark', 'last'] as const) expect((await events(trigger)).find((event) => event.type === 'filled')?.price.toFixed()).toBe('3.0647')
  })

  /**
   * 10 LINK at 3.0647 behind 15.3235 (2x), maintenance 0.5 %: equity 10 P - 15.3235 = 0.05 P at
   * P = 15.3235 / 9.95 = 1.5400502…, on the tick upwards 1.5401. The hour's path: open 3.0634, high 3.0765 (the nearer
   * extreme) after 20 minutes, low 0.0001 after 40. P is reached (3.0765 - P) / 3.0764 of the way from high to low.
   */
  it('[K5] liquidates a 2x long by the last price, on the way to the print, at its own price', async () => {
    const list = await events('last')
    const liquidated = list.flatMap((event) => (event.type === 'position-liquidated' ? [event] : []))
    const level = 15.3235 / 9.95
    expect(liquidated.map(({ price, tick, at }) => [price.toFixed(), tick, at])).toEqual([
      ['1.5401', entryTick() + 1, Math.floor(NINE + HOUR + HOUR / 3 + ((3.0765 - level) / (3.0765 - 0.0001)) * (HOUR / 3))],
    ])
    expect(list.some((event) => event.type === 'bad-debt-covered')).toBe(false)
  })

  it.each(['mark', 'index'] as const)('[K5] leaves it alone by the %s (there is no index: the mark)', async (trigger) => {
    const list = await events(trigger)
    expect(list.filter((event) => event.type === 'pool-breached')).toEqual([])
    // in all that follows to 14 April the least of the closes stays above 1.5401
    expect(Math.min(...rows().slice(entryTick()).map(([, , , , close]) => Number(close)))).toBe(1.5585)
  })

  it('[K5] and so would a mark with every low of that afternoon but the print in it', () => {
    const lows = rows().slice(entryTick(), entryTick() + 6).map(([, , , low]) => Number(low)).sort((a, b) => a - b)
    expect(lows.slice(0, 2)).toEqual([0.0001, 2])
  })
})
