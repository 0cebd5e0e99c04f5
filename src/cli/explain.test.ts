import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Decimal, evaluate, explanationFrom, type AsTexts, type Explanation } from '../engine/index.ts'
import { ROOT, runText } from './testing/runText.ts'

const BOOK = 'docs/examples/long-and-short.book.json'
const A = 'docs/examples/scenario-a.scenario.json'
const BOOKS = readdirSync(join(ROOT, 'docs/examples')).filter((file) => file.endsWith('.book.json') && !file.startsWith('broken'))

type None = { readonly none: string }
type Values = Readonly<Record<string, string | None>>
type Level = { readonly price: string } | None

async function listOf(file: string, ...options: readonly string[]): Promise<Values> {
  const { code, out } = await runText(['explain', file, '--list', ...options])
  expect(code).toBe(0)
  return JSON.parse(out) as Values
}

/** The figures that `margin` and `run` print, as `explain` calls them: two ways to each, through the views and through the formula. */
function figuresOf({ pools, positions }: { readonly pools: readonly Readonly<Record<string, unknown>>[]; readonly positions: readonly Readonly<Record<string, unknown>>[] }): Values {
  const rows: [string, string | None][] = []
  const add = (key: string, value: unknown): void => void rows.push([key, value as string | None])
  for (const pool of pools) for (const field of ['cash', 'equity', 'unrealizedPnl', 'maintenanceMargin', 'requirement', 'removable']) add(`pool.${field}?pool=${String(pool['id'])}`, pool[field])
  for (const position of positions) {
    const of = `?leg=${String(position['leg'])}`
    for (const field of ['qty', 'mark', 'unrealizedPnl', 'initialMargin', 'maintenanceMargin', 'requirement', 'roe']) add(`position.${field}${of}`, position[field])
    for (const [field, key] of [['liquidation', 'liquidationPrice'], ['liquidationTogether', 'liquidationTogether'], ['bankruptcy', 'bankruptcyPrice']] as const) {
      const level = position[key] as Level
      add(`position.${field}${of}`, 'none' in level ? level : level.price)
    }
  }
  return Object.fromEntries(rows)
}

describe('explain', () => {
  it.each(BOOKS)('[X1] every figure of %s is what `margin` has', async (file) => {
    const { out } = await runText(['margin', `docs/examples/${file}`])
    const expected = figuresOf(JSON.parse(out) as Parameters<typeof figuresOf>[0])
    expect(Object.keys(expected).length).toBeGreaterThan(10)
    expect(await listOf(`docs/examples/${file}`)).toMatchObject(expected)
  })

  it.each([['as-set', 60], ['all-isolated', 120], ['all-cross', 72]] as const)('[X1] of a scenario in the twin %s at tick %s what `run` has', async (walls, tick) => {
    for (const file of [A, 'docs/examples/scenario-b.scenario.json']) {
      const { out } = await runText(['run', file, '--walls', walls, '--to', String(tick)])
      const { twins } = JSON.parse(out) as { twins: readonly Parameters<typeof figuresOf>[0][] }
      expect(await listOf(file, '--walls', walls, '--at', String(tick))).toMatchObject(figuresOf(twins[0] ?? { pools: [], positions: [] }))
    }
  })

  it('[X1] every key that is listed can be asked for, and its formula comes to the value', async () => {
    const listed = Object.entries(await listOf(A, '--walls', 'all-cross', '--at', '80'))
    expect(listed.filter(([key]) => key.startsWith('incident.driftPrice')).length).toBeGreaterThan(1)
    expect(listed.length).toBeGreaterThan(150)
    // One of each id: each asks for the whole run again.
    const each = new Map(listed.map(([key, value]) => [key.split('?')[0], [key, value] as const]))
    for (const [key, value] of each.values()) {
      const { code, out } = await runText(['explain', A, key, '--walls', 'all-cross', '--at', '80', '--as', 'json'])
      expect([key, code]).toEqual([key, 0])
      const told = explanationFrom(JSON.parse(out) as AsTexts<Explanation>)
      const found = told.formula === undefined ? { none: told.none } : evaluate(told.formula).toSignificantDigits(40, Decimal.ROUND_HALF_EVEN).toFixed()
      expect([key, found]).toEqual([key, value])
    }
  }, 60_000)

  it('[X3] as LaTeX, and as a cell with either separator: (60,000 - 6,000) / 0.995 up to the cent', async () => {
    const key = 'position.liquidation?leg=long'
    expect((await runText(['explain', BOOK, key, '--as', 'spreadsheet'])).out).toBe('=ROUNDUP((1*60000-6000)/(1*(1-0.005)),2)\n')
    expect((await runText(['explain', BOOK, key, '--as', 'spreadsheet', '--separator', ';'])).out).toBe('=ROUNDUP((1*60000-6000)/(1*(1-0,005));2)\n')
    expect((await runText(['explain', BOOK, key, '--as', 'latex'])).out).toContain(String.raw`\frac{1 \times 60000 - 6000}{1 \times \left( 1 - 0.005 \right)}`)
  })

  it('a key of the page, escaped, is taken as well, and one with a twin of its own', async () => {
    const raw = await runText(['explain', A, 'position.result?leg=SOL-PERP@isolated', '--walls', 'all-cross'])
    expect(raw.code).toBe(0)
    expect((await runText(['explain', A, 'position.result?leg=SOL-PERP%40isolated', '--walls', 'all-cross'])).out).toBe(raw.out)
    const named = await runText(['explain', A, 'position.result?leg=SOL-PERP@isolated&twin=all-cross'])
    expect(named.out.split('\n').slice(1)).toEqual(raw.out.split('\n').slice(1))
    expect(named.out.split('\n')[0]).toBe('position.result?leg=SOL-PERP@isolated&twin=all-cross')
  })

  it('what does not exist says why, and is no cell', async () => {
    const key = 'pool.marginRatio?pool=cross'
    expect(await runText(['explain', BOOK, key])).toMatchObject({ code: 0, out: expect.stringContaining('k: none (no-equity)') })
    expect(await runText(['explain', BOOK, key, '--as', 'spreadsheet'])).toMatchObject({ code: 1, out: '', err: `${key}: none (no-equity), so there is no formula for a cell; --as text says so\n` })
  })

  it.each<[readonly string[], number, string]>([
    [[BOOK, 'position.liqidation?leg=long'], 1, 'there is no figure "position.liqidation"; did you mean "position.liquidation"?'],
    [[BOOK, 'liquidation'], 1, 'there is no figure "liquidation"; did you mean "position.liquidation"?'],
    [[BOOK, 'equty'], 1, 'there is no figure "equty"; did you mean "account.equity"?'],
    [[BOOK, 'weather.tomorrow'], 1, 'there is no figure "weather.tomorrow"; --list prints all there are'],
    [[BOOK, 'position.liquidation?leg=btc'], 1, '"position.liquidation?leg=btc": there is no such figure; there are position.liquidation?leg=long, position.liquidation?leg=short'],
    [[BOOK, 'trade.qty?seq=1'], 1, '"trade.qty?seq=1": there is no trade.qty in this document at this moment; --list prints all there are'],
    [[BOOK, '??'], 1, '"??" is no key of a figure'],
    [[BOOK, 'calc.pnl.roe'], 1, '"calc.pnl.roe": figures of calculators are explained by calc <name> <inputs.json> --explain'],
    [[BOOK, 'ticket.buy.qty'], 1, '"ticket.buy.qty": figures of an order that is being typed stand on the screen only'],
    [[A, 'incident.equity?seq=5'], 1, '"incident.equity?seq=5": there is no such figure; there is incident.equity?seq=11'],
    [[A, 'incident.saverEquity?seq=11'], 1, '"incident.saverEquity?seq=11": what would have saved a pool is looked for by incident <scenario.json> --number <n> --savers'],
    [['docs/examples/broken.book.json', 'account.equity'], 1, 'marks["ETH-PERP"]: a number above 0 was expected'],
    [[BOOK], 2, 'explain: <figure> was expected, or --list'],
    [[BOOK, 'account.equity', '--at', '3'], 2, 'explain: --at: a book has no ticks; a scenario was expected'],
    [[BOOK, 'account.equity', '--walls', 'all-cross'], 2, 'explain: --walls: a book has no twins; a scenario was expected'],
    [[A, 'account.equity', '--at', '500'], 2, 'explain: --at 500: the tape ends with tick 120'],
    [[A, 'account.equity', '--as', 'pdf'], 2, 'explain: --as: one of text latex spreadsheet json was expected, "pdf" was given'],
    [[A, 'account.equity', '--separator', ';'], 2, 'explain: --separator goes with --as spreadsheet'],
    [[A, 'account.equity', '--as', 'spreadsheet', '--separator', 'x'], 2, 'explain: --separator: one of ; , was expected, "x" was given'],
    [[A, '--list', '--as', 'latex'], 2, 'explain: --list prints JSON'],
  ])('%j is answered with code %s', async (args, code, line) => {
    const outcome = await runText(['explain', ...args])
    expect([outcome.code, outcome.out, outcome.err.slice(0, line.length)]).toEqual([code, '', line])
  })
})
