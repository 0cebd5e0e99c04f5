import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Decimal } from 'decimal.js'
import { describe, expect, it } from 'vitest'
import { createRun, resolveRules, type Tape } from '../engine/index.ts'
import { parseScenario } from '../documents/scenario/parseScenario.ts'
import { scenarioSetup } from '../documents/scenario/scenarioSetup.ts'
import { cutTape } from '../tapes/cutTape.ts'
import { mergeTapes } from '../tapes/mergeTapes.ts'
import { tapeFromColumns } from '../tapes/tapeFromColumns.ts'

/* Real files of ../shared/data, beside the repository; skipped where the folder is absent. */
const folder = fileURLToPath(new URL('../../../shared/data', import.meta.url))
const present = existsSync(`${folder}/README.md`)

const rowsOf = (file: string): readonly (readonly string[])[] => readFileSync(`${folder}/${file}`, 'utf8').trim().split('\n').slice(1).map((line) => line.split(','))
const column = (rows: readonly (readonly string[])[], i: number): Float64Array => Float64Array.from(rows, (row) => Number(row[i]))

/** Binance's perpetual by the hour, from the first day of its funding file of 2024 on. */
function realTape(): Tape {
  const paid = rowsOf('funding/BTCUSDT-binance-funding-8h-2024.csv')
  const bars = rowsOf('long/BTCUSDT-binance-perp-1h-2020-2024.csv').filter(([time]) => Number(time) >= Number(paid[0]?.[0]) - 86_400_000)
  const header = { id: 'x', title: 'X', source: 'data', instrument: 'BTC-PERP', barMillis: 3_600_000 }
  const prices = tapeFromColumns(header, { time: column(bars, 0), open: column(bars, 1), high: column(bars, 2), low: column(bars, 3), close: column(bars, 4) })
  const funding: Tape = { ...prices, time: new Float64Array(0), series: [], funding: [{ instrument: 'BTC-PERP', time: column(paid, 0), rate: column(paid, 1) }] }
  const merged = mergeTapes([prices, funding])
  if (!merged.ok) throw new Error(merged.error.message)
  return merged.value.tape
}

describe.skipIf(!present)('the funding that Binance paid in 2024', () => {
  it.each(['0.5', '-0.37'])('[F5] a position of %s held for half a year pays the sum of -qty x mark x rate, to the last digit', (qty) => {
    const tape = realTape()
    const scenario = parseScenario({ schema: 1, wallet: '10000000', rules: 'binance-usdm', tape: { type: 'inline', series: [{ instrument: 'BTC-PERP', close: [1] }] }, commands: [{ type: 'place-order', instrument: 'BTC-PERP', pool: 'cross', side: qty.startsWith('-') ? 'sell' : 'buy', qty: qty.replace('-', ''), leverage: '2' }] })
    if (!scenario.ok) throw new Error('not a scenario')
    const { setup, problems } = scenarioSetup(scenario.value, tape)
    expect(problems).toEqual([])
    const run = createRun({ ...setup, rules: resolveRules(setup.rules, setup.instruments) }, 'as-set')
    run.advanceTo(tape.time.length - 1)
    const paid = run.events.filter((event) => event.type === 'funding-paid')

    // A payment at an hour is made at the close of the bar that ends there; the order of the first tick is there from its close on.
    const [first, last] = [(tape.time[0] ?? 0) + 3_600_000, (tape.time.at(-1) ?? 0) + 3_600_000]
    const bars = rowsOf('long/BTCUSDT-binance-perp-1h-2020-2024.csv')
    const closeBefore = new Map(bars.map(([time, , , , close]) => [Number(time) + 3_600_000, close ?? '']))
    const due = rowsOf('funding/BTCUSDT-binance-funding-8h-2024.csv').filter(([time, rate]) => Number(time) > first && Number(time) <= last && Number(rate) !== 0)
    const expected = due.reduce((sum, [time, rate]) => sum.plus(new Decimal(qty).neg().times(closeBefore.get(Number(time)) ?? NaN).times(rate ?? NaN).toDecimalPlaces(12, Decimal.ROUND_HALF_EVEN)), new Decimal(0))
    expect(due.length).toBeGreaterThan(400)
    expect(paid).toHaveLength(due.length)
    expect(run.accountAt(tape.time.length - 1).totals.get('BTC-PERP@cross')?.funding.toFixed()).toBe(expected.toFixed())
  })

  it('[F5] a month cut out of it pays what that month paid', () => {
    const cut = cutTape(realTape(), Date.UTC(2024, 2, 1), Date.UTC(2024, 3, 1))
    if (!cut.ok) throw new Error(cut.error.message)
    const times = [...(cut.value.funding?.[0]?.time ?? [])]
    // 31 days of three, their ends, and the two before
    expect(times.filter((time) => time >= Date.UTC(2024, 2, 1) && time <= Date.UTC(2024, 3, 1))).toHaveLength(94)
    expect(times).toHaveLength(96)
  })
})
