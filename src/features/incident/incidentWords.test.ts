import { describe, expect, it } from 'vitest'
import { createFormat } from '../../ui/format/createFormat.ts'
import { alongRows } from './alongRows.ts'
import { chainStory } from './chainStory.ts'
import type { IncidentLook, PlainIncident } from './IncidentLook.ts'
import { incidentStory } from './incidentStory.ts'
import { moneyTable } from './moneyTable.ts'
import { example, reportsOf } from './testing/reportsOf.ts'

const look: IncidentLook = { format: createFormat('1,234.5'), tickSizeOf: () => '0.01' }

function only(reports: readonly PlainIncident[]): PlainIncident {
  const [first] = reports
  if (first === undefined || reports.length !== 1) throw new Error(`one liquidation was expected, ${reports.length} happened`)
  return first
}

function scenario(between: 'path' | 'jump', sol: readonly number[], pools: readonly [string, string]): unknown {
  const still = (price: number): readonly number[] => sol.map(() => price)
  return {
    schema: 1, rules: 'standard', wallet: '1000',
    tape: {
      type: 'inline', between, start: 0, barMillis: 3_600_000,
      series: [{ instrument: 'SOL', close: sol }, { instrument: 'BTC', close: still(50_000) }],
    },
    commands: [
      { type: 'place-order', instrument: 'SOL', pool: pools[0], side: 'buy', qty: '40', leverage: '20' },
      { type: 'place-order', instrument: 'BTC', pool: pools[1], side: 'buy', qty: '0.01', leverage: '20' },
    ],
  }
}

describe('the incident in words', () => {
  it('tells a shared pool that closes whole, who was taken along, and where all of it went', async () => {
    const incident = only(await reportsOf(example('scenario-a.scenario.json'), 'all-cross'))
    const { heading, sentences } = incidentStory(incident, look)
    expect(heading).toBe('All cross liquidated')
    expect(sentences[1]).toBe('The shared pool had come down to what its three positions must keep, within one tick of the price, so all three were closed.')
    expect(alongRows(incident, look).rows.map((row) => [row.role, row.elsewhere.text])).toEqual([
      ['culprit', '\u22122,000.00'], ['bystander', 'open'], ['bystander', 'open'],
    ])
    const money = moneyTable(incident, look)
    expect(money.lines[0]).toMatchObject({ label: 'Your wallet', text: '\u221210,000.00' })
    expect(money.sum).toBe('0.00')
  })

  it('[K5] names the price that liquidated, and the mark where there is no other', async () => {
    const isolated = only(await reportsOf(example('bad-print.scenario.json'), 'all-isolated'))
    // 6,250 LINK at 3.2 behind 2,000: (3.2 - 0.32) / 0.995 = 2.89447…, recorded at the nearest tick; 0.3055 / 3.2 = 9.547 %
    expect(incidentStory(isolated, { ...look, tickSizeOf: () => '0.0001' }).sentences[0]).toBe('LINK\u2019s last price fell to 2.8945, 9.55% below its entry.')
    const cross = only(await reportsOf(example('bad-print.scenario.json'), 'all-cross'))
    const btc = cross.legs.find((leg) => leg.base === 'BTC')
    const chain = cross.chains.find((each) => each.leg === btc?.leg)
    expect(cross.legs.map((leg) => [leg.base, leg.priceKind])).toEqual([['LINK', 'last'], ['BTC', 'mark']])
    // BTC rises by 5 a minute from 60,000: 60,235 to 60,240 in minute 48
    expect(chain !== undefined && btc !== undefined ? chainStory(chain, btc, cross, look).markText : '').toMatch(/^mark 60,23\d\.\d\d$/)
  })

  it('[I1] says how a liq. price came to its mark: what it was, and the parts that moved it, add up', async () => {
    const incident = only(await reportsOf(example('scenario-a.scenario.json'), 'all-cross'))
    const stories = incident.chains.map((chain) => {
      const leg = incident.legs.find((one) => one.leg === chain.leg)
      if (leg === undefined) throw new Error(chain.leg)
      return chainStory(chain, leg, incident, look)
    })
    for (const { bars, lines } of stories) {
      expect(bars.at(-2)?.to).toBe(bars.at(-1)?.to)
      expect(lines.at(-1)?.after).toBe(bars.at(-1)?.text)
    }
    const [sol, eth, btc] = stories
    expect([eth, btc].map((story) => story?.sentences[1]?.replace(/^.*’s came/, 'came'))).toEqual(['came down to its mark without ETH rising.', 'came up to its mark without BTC falling.'])
    expect(sol?.title).toBe('Why SOL at 111.24?')
    // 30,150.75 opened; ETH's 50 and SOL's 400 of margin more are 150.75 and 1,206.03; SOL's loss 30,852.18, ETH's gain 913.49
    expect(btc?.bars.map(({ label, text }) => `${label} ${text}`)).toEqual([
      'BTC liq. at bar 0 30,150.76', 'SOL’s loss +30,852.18', 'SOL’s trades +1,206.03', 'ETH’s gain −913.49', 'ETH’s trades +150.75', 'BTC liq. at bar 73 61,446.23',
    ])
  })

  it('tells one wall that held, and compares with All cross', async () => {
    const incident = only(await reportsOf(example('scenario-a.scenario.json'), 'all-isolated'))
    expect(incidentStory(incident, look).sentences).toContain('Nothing outside the wall was touched.')
    expect(alongRows(incident, look)).toMatchObject({ other: { name: 'Cross' }, rows: [{ elsewhere: { text: 'open' } }] })
    expect(moneyTable(incident, look).lines[0]).toMatchObject({ label: 'Your margin behind the wall', text: '\u22122,000.00' })
  })

  it('tells a gap: the pool is below zero and the fund pays', async () => {
    // 1,000 − fees 2.00 (SOL 4,000) − 0.25 (BTC 500) − loss 40 x 40 = −602.25
    const incident = only(await reportsOf(scenario('jump', [100, 99, 60, 60], ['cross', 'cross']), 'as-set'))
    const { heading, sentences } = incidentStory(incident, look)
    expect(heading).toBe('Your shared pool liquidated')
    expect(sentences).toEqual([
      'The price jumped past the liquidation point.',
      'SOL\u2019s mark fell to 60.00, 40.00% below its entry.',
      'The shared pool was then 602.25 below zero, so both were closed.',
      '602.25 could not be paid by the pool; the insurance fund covered it.',
    ])
    expect(moneyTable(incident, look).lines.map(({ label, text }) => [label, text])).toEqual([
      ['Your wallet', '\u2212997.75'],
      ['Other side of the two trades', '+1,600.00'],
      ['Insurance fund, the bad debt it covered', '\u2212602.25'],
    ])
  })

  it('tells the worst loss first: what was closed and what stayed', async () => {
    const incident = only(await reportsOf(scenario('path', [100, 95, 70, 70], ['cross', 'cross']), 'as-set'))
    const { heading, sentences } = incidentStory(incident, look)
    expect(heading).toBe('SOL liquidated in your shared pool')
    expect(sentences[1]).toMatch(/so the worst loss was closed first, SOL\. With that it was safe, and BTC stayed open\.$/)
    expect(alongRows(incident, look).rows[1]).toMatchObject({ closedAt: 'still open', pnl: { text: '—' } })
  })
})
