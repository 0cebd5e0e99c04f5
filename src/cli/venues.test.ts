import { describe, expect, it } from 'vitest'
import { builtinRules } from '../engine/index.ts'
import { runOn, runText } from './testing/runText.ts'

interface Listed {
  readonly id: string
  readonly name: string
  readonly date: string
  readonly ageDays: number
  readonly stale: boolean
  readonly source: string
}

const listed = async (today: string): Promise<readonly Listed[]> => JSON.parse((await runText(['venues'], '', today)).out) as Listed[]

const book = { schema: 1, rules: 'standard', marks: { A: '100' }, wallet: '10', positions: [{ instrument: 'A', pool: 'cross', qty: '1', entryPrice: '100' }] }

describe('venues', () => {
  it('every set with its name, date, source and age on the day', async () => {
    const sets = await listed('2026-11-25')
    expect(sets.map(({ id }) => id)).toEqual([...builtinRules.keys()])
    // 22 to 25 November
    expect(sets.find(({ id }) => id === 'standard')).toMatchObject({ name: 'Bulkhead standard', date: '2026-11-22', ageDays: 3, stale: false })
    for (const { id, date, source, name, ageDays } of sets) {
      expect([id, date]).toEqual([id, expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/)])
      expect([id, source.length > 0, name.length > 0, ageDays >= 0]).toEqual([id, true, true, true])
    }
  })

  it('older than 180 days is stale, and is said', async () => {
    // 22 November 2026 + 180 days is 21 May 2027: 8 + 31 + 31 + 28 + 31 + 30 + 21
    const at = async (today: string): Promise<unknown> => (await listed(today)).find(({ id }) => id === 'standard')
    expect(await at('2027-05-21')).toMatchObject({ ageDays: 180, stale: false })
    expect(await at('2027-05-22')).toMatchObject({ ageDays: 181, stale: true })
    expect((await runText(['venues'], '', '2027-05-22')).err).toMatch(/^note: older than 180 days: .*standard.*; the venues may have changed them\n$/)
  })

  it('a book or a scenario played by an old set says so, a fresh one does not', async () => {
    const document = JSON.stringify(book)
    expect((await runText(['margin', '-'], document, '2027-05-21')).err).toBe('')
    const note = 'note: rules standard are of 2026-11-22, 181 days ago; the venue may have changed them\n'
    expect((await runText(['margin', '-'], document, '2027-05-22')).err).toBe(note)
    expect((await runText(['rules', 'standard'], '', '2027-05-22')).err).toBe(note)
    expect((await runText(['run', 'docs/examples/crash-2020.scenario.json', '--hash'], '', '2027-05-22')).err).toContain(' days ago; the venue may have changed them\n')
  })

  it('rules without a date are of no age', async () => {
    const own = { schema: 1, tiers: { default: [{ maintenanceRate: '0.01' }] } }
    const { code, err } = await runOn({ ...book, rules: own }, ['margin', '-'])
    expect([code, err]).toEqual([0, ''])
  })
})
