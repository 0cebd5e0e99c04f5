import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runText } from './testing/runText.ts'

const A = 'docs/examples/scenario-a.scenario.json'
const document = JSON.parse(readFileSync(new URL('../../docs/examples/scenario-a.scenario.json', import.meta.url), 'utf8')) as { readonly commands: readonly object[] }

interface Report {
  readonly partsAtTick: unknown
  readonly equityOfAlessB: string
  readonly eventsOfBoth: number
  readonly a: Side
  readonly b: Side
}

interface Side {
  readonly equity: string
  readonly liquidations: number
  readonly onlyHere: readonly { readonly type: string; readonly tick: number }[]
}

async function compared(b: object, ...options: readonly string[]): Promise<Report> {
  const { code, out, err } = await runText(['compare', A, '-', ...options], JSON.stringify(b))
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out) as Report
}

describe('compare', () => {
  it('[B5] says where two branches part, and what it comes to', async () => {
    const early = { ...document, commands: [...document.commands, { tick: 8, type: 'close-position', leg: 'SOL-PERP@isolated' }] }
    const report = await compared(early)
    // 40,000 / 150 SOL closed at 145.71 book −1,144 in place of the 2,000 behind the wall; BTC +800, ETH +500 in both.
    expect(report).toMatchObject({ partsAtTick: 8, equityOfAlessB: '-856', a: { equity: '9300', liquidations: 1 }, b: { equity: '10156', liquidations: 0 } })
    expect(report.b.onlyHere[0]).toMatchObject({ type: 'filled', tick: 8 })
    expect(report.a.onlyHere.some(({ type }) => type === 'pool-breached')).toBe(true)
    expect(await compared(early, '--to', '7')).toMatchObject({ partsAtTick: { none: 'nothing-differs' }, equityOfAlessB: '0', a: { onlyHere: [] }, b: { onlyHere: [] } })
  })

  it('plays the twin that is asked for, and takes two of one currency only', async () => {
    expect(await compared(document, '--walls', 'all-cross')).toMatchObject({ equityOfAlessB: '0', a: { equity: '0' } })
    const { code, err } = await runText(['compare', A, 'docs/examples/short-in-coins.scenario.json'])
    expect([code, err]).toEqual([1, expect.stringContaining('choose two of one currency')])
  })
})
