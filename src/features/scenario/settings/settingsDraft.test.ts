import { describe, expect, it } from 'vitest'
import { createFormat } from '../../../ui/format/createFormat.ts'
import type { CurrentScenario, ScenarioInfo } from '../start/CurrentScenario.ts'
import { plainRules, standardRules, textbookRules } from '../../../engine/index.ts'
import { rulesRows } from './rulesRows.ts'
import { settingsChange, settingsDraft } from './settingsDraft.ts'

const format = createFormat('1,234.5')
const tape = { between: 'path', candlePath: 'close-only' } as ScenarioInfo['tape']
const current: CurrentScenario = {
  document: { schema: 1, title: 'One', wallet: '10000', rules: 'plain', tape: { type: 'scripted', id: 'one-bad-altcoin' }, commands: [] },
  info: { tape } as ScenarioInfo,
}

describe('settings of a scenario', () => {
  it('change nothing as long as they say the same', () => {
    const draft = settingsDraft(current, format)
    expect(settingsChange(current, draft, format)).toEqual({ fields: [], patch: {} })
    expect(settingsChange(current, { ...draft, wallet: '10,000.00', title: ' One ' }, format).fields).toEqual([])
  })
  it('change only what differs, and never to a wallet that cannot be read', () => {
    const draft = { ...settingsDraft(current, format), wallet: '5k', rulesId: 'standard', between: 'jump' } as const
    expect(settingsChange(current, draft, format)).toEqual({ fields: ['wallet', 'rulesId', 'between'], patch: { wallet: '5000', rules: 'standard', between: 'jump' } })
    expect(settingsChange(current, { ...draft, wallet: '-5' }, format).patch).not.toHaveProperty('wallet')
  })
})

describe('a change of rules', () => {
  it('is told line by line, with the rates of the instruments played', () => {
    const rows = rulesRows(plainRules, standardRules, ['BTC-PERP', 'SOL-PERP'], format)
    expect(rows.find(({ id }) => id === 'maintenance')).toEqual({ id: 'maintenance', label: 'Maintenance margin', from: 'BTC 0.50%, SOL 1.00%', to: '0.50% to 2.50% in 3 tiers' })
    expect(rows.find(({ id }) => id === 'funding')).toMatchObject({ from: 'None', to: '0.01% every 8 h' })
    expect(rows.map(({ id }) => id)).not.toContain('residual')
  })
  it('leaves out what stays the same', () => {
    expect(rulesRows(plainRules, plainRules, ['BTC-PERP'], format)).toEqual([])
    expect(rulesRows(plainRules, textbookRules, ['BTC-PERP'], format).map(({ id }) => id)).toEqual(['maintenance', 'value', 'residual'])
  })
})
