import { describe, expect, it } from 'vitest'
import { runOn, runText } from './testing/runText.ts'

/** The fragment that `link` prints for an example. */
async function linkOf(file: string, ...options: readonly string[]): Promise<string> {
  const { code, out, err } = await runText(['link', `docs/examples/${file}.scenario.json`, ...options])
  expect([code, err]).toEqual([0, ''])
  return out.trim()
}

describe('link', () => {
  it.each(['scenario-a', 'scenario-b', 'crash-2020', 'depeg', 'deleveraging', 'short-in-coins', 'bad-print'])('[D1] of %s opens as what plays the same', async (file) => {
    const link = await linkOf(file)
    const opened = await runText(['link', '--open', `https://example.test/${link}`])
    expect([opened.code, opened.err]).toEqual([0, 'note: opens on simulate\n'])
    const [before, after] = await Promise.all([runText(['run', `docs/examples/${file}.scenario.json`, '--hash']), runOn(JSON.parse(opened.out), ['run', '-', '--hash'])])
    expect(after.out).toBe(before.out)
  })

  it('says where it opens', async () => {
    const link = await linkOf('scenario-a', '--view', 'report', '--tick', '73')
    expect(link).toMatch(/^#\/report\?s=1\.[\w-]+$/)
    expect((await runText(['link', '--open', '-'], `<${link}>\n`)).err).toBe('note: opens on report at tick 73\n')
  })

  it('holds the prices of files where they are few, and says so', async () => {
    const document = { schema: 1, wallet: '1000', tape: { type: 'file', files: [{ name: 'prices.csv', instrument: 'BTC' }] } }
    const csv = ['time,close', ...[100, 101.5, 99].map((price, index) => `2026-01-0${index + 1},${price}`)].join('\n')
    const made = await runText(['link', '-'], JSON.stringify(document), undefined, () => csv)
    expect([made.code, made.err]).toEqual([0, 'note: the prices of prices.csv are in the link\n'])
    const opened = JSON.parse((await runText(['link', '--open', made.out])).out) as { tape: { type: string; start: number; barMillis: number; series: unknown } }
    expect(opened.tape).toMatchObject({ type: 'inline', start: Date.UTC(2026, 0, 1), barMillis: 86_400_000, series: [{ instrument: 'BTC', close: [100, 101.5, 99] }] })
  })

  it('names the files where their prices are many, or not there', async () => {
    const document = { schema: 1, wallet: '1000', tape: { type: 'file', files: [{ name: 'prices.csv', instrument: 'BTC' }] } }
    const note = 'note: the link does not hold the prices of prices.csv: send the files with it\n'
    const many = ['time,close', ...Array.from({ length: 4001 }, (_, index) => `${Date.UTC(2026, 0, 1) + index * 60_000},${100 + (index % 7)}`)].join('\n')
    for (const csv of [() => many, undefined]) {
      const made = await runText(['link', '-'], JSON.stringify(document), undefined, csv)
      expect([made.code, made.err]).toEqual([0, note])
      expect(JSON.parse((await runText(['link', '--open', made.out])).out)).toMatchObject({ tape: document.tape })
    }
  })

  it('says when it is long', async () => {
    const commands = Array.from({ length: 900 }, (_, index) => ({ type: 'deposit', amount: String(((index + 1) * 7_919_777) % 1_000_003) }))
    const { code, err } = await runOn({ schema: 1, wallet: '1', tape: { type: 'scripted', id: 'the-wick' }, commands }, ['link', '-'])
    expect(code).toBe(0)
    expect(err).toMatch(/^note: the link has \d{4,5} characters; chat applications may cut it: send the file if it does not open\n$/)
  })

  it.each<[readonly string[], number, RegExp]>([
    [['link'], 2, /^link: <scenario\.json> was expected, or --open with a link/],
    [['link', 'a', '--open', 'b'], 2, /^link: --open takes the link; "a" was not expected/],
    [['link', '-', '--view', 'admin'], 2, /^link: --view: one of simulate, calculate, report was expected, "admin" was given/],
    [['link', '-', '--tick', 'now'], 2, /^link: --tick: a whole tick was expected, "now" was given/],
    [['link', '-'], 1, /^schema: missing/],
    [['link', '--open', 'hello'], 1, /^\$: this is no Bulkhead link/],
    [['link', '--open', '1.eJytk09rAjEQxb'], 1, /^\$: the link is damaged/],
  ])('%j is answered with code %s', async (args, code, err) => {
    const outcome = await runText(args, '{}')
    expect(outcome.code).toBe(code)
    expect(outcome.err).toMatch(err)
    expect(outcome.out).toBe('')
  })
})
