import { describe, expect, it } from 'vitest'
import { createFormat } from '../../ui/format/createFormat.ts'
import type { IncidentLook, PlainIncident, Saver } from './IncidentLook.ts'
import { saverTable } from './saverRows.ts'
import { example, reportsOf } from './testing/reportsOf.ts'

const look: IncidentLook = { format: createFormat('1,234.5'), tickSizeOf: () => '0.01' }
const found = { type: 'found', step: '0.01', changes: [], walls: 'as-set', equity: '1000', liquidated: [], from: undefined, to: undefined } as const

async function cross(): Promise<PlainIncident> {
  const [incident] = await reportsOf(example('scenario-a.scenario.json'), 'all-cross')
  if (incident === undefined) throw new Error('no liquidation')
  return incident
}

const texts = (all: readonly Saver[], incident: PlainIncident): readonly string[] => saverTable(all, incident, look).rows.map(({ text, equity }) => `${text} | ${equity}`)

describe('what would have saved a pool, in words', () => {
  it('[I2] says each change with what it was, and the equity that it leaves; the best first', async () => {
    const incident = await cross()
    const sol = incident.culprit
    const wallet = { type: 'wallet', wallet: '11521.06' } as const
    expect(texts([
      { ...found, kind: 'margin', leg: undefined, from: '10000', to: '11521.06', changes: [wallet] },
      { ...found, kind: 'size', leg: sol, from: '266.67', to: '233.63', equity: '900' },
      { ...found, kind: 'stop', leg: sol, to: '111.43', equity: '1014.29' },
      { ...found, kind: 'own-wall', leg: sol, equity: '9300', liquidated: [sol], step: undefined },
    ], incident)).toEqual([
      'A wall around SOL: only SOL is lost | 9,300.00',
      'A stop on SOL at 111.43 or above | 1,014.29',
      '1,521.06 more in the wallet | 1,000.00',
      'SOL size 233.63, not 266.67 | 900.00',
    ])
  })

  it('[I2] says what margin behind a wall would have had to come from, and a leverage', async () => {
    const [incident] = await reportsOf(example('scenario-a.scenario.json'), 'all-isolated')
    if (incident === undefined) throw new Error('no liquidation')
    const insert = { type: 'insert', after: 'c3', command: { id: 'x', tick: 0, type: 'add-margin', to: { type: 'leg', leg: incident.culprit }, amount: '500' } } as const
    const margin = { ...found, kind: 'margin', leg: incident.culprit, from: '2000', to: '2500' } as const
    expect(texts([
      { ...margin, changes: [insert] },
      { ...margin, changes: [{ type: 'wallet', wallet: '10500' }, insert] },
      { ...found, kind: 'leverage', leg: incident.culprit, from: '20', to: '12.5' },
    ], incident)).toEqual([
      '500.00 more margin behind SOL | 1,000.00',
      '500.00 more margin behind SOL, and 500.00 more in the wallet for it | 1,000.00',
      'SOL long at 12.50x, not 20.00x | 1,000.00',
    ])
  })

  it('[I2] says why there is none', async () => {
    expect(saverTable([{ kind: 'stop', leg: 'a', type: 'none', reason: 'gap' }], await cross(), look)).toEqual({ rows: [], none: ['A stop: the price jumped over every place where it could have stood.'] })
  })
})
