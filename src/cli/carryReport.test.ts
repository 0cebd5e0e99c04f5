import { describe, expect, it } from 'vitest'
import { runText } from './testing/runText.ts'

/** 1 BTC long at 60,000 behind 6,000; maintenance 0.5 % of 60,000 = 300. 0.01 % takes 6 each time: 5,700 / 6 = 950 payments. */
const book = (side: string, funding: object = { type: 'fixed', intervalHours: 8, rate: '0.0001' }) => JSON.stringify({
  schema: 1,
  rules: { schema: 1, extends: 'plain', tiers: { default: [{ maintenanceRate: '0.005' }] }, funding },
  marks: { 'BTC-PERP': '60000' },
  wallet: '6000',
  positions: [{ instrument: 'BTC-PERP', pool: 'cross', side, qty: '1', entryPrice: '60000', leverage: '10' }],
})

async function pool(text: string): Promise<Record<string, unknown>> {
  const { out } = await runText(['margin', '-'], text)
  return (JSON.parse(out) as { pools: Record<string, unknown>[] }).pools[0] ?? {}
}

describe('liquidation by funding alone', () => {
  it('[F4] counts the payments: the 950th leaves exactly the requirement, which liquidates', async () => {
    expect((await pool(book('long')))['liquidatedByFunding']).toEqual({ payments: 950, perPayment: '6', hours: '7600' })
  })

  it('[F4] says why there is none', async () => {
    expect((await pool(book('short')))['liquidatedByFunding']).toEqual({ none: 'receives-funding' })
    expect(await pool(book('long', { type: 'none' }))).not.toHaveProperty('liquidatedByFunding')
  })
})
