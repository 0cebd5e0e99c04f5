import { describe, expect, it } from 'vitest'
import { createFormat } from '../../../ui/format/createFormat.ts'
import type { CurrentScenario, ScenarioInfo } from '../start/CurrentScenario.ts'
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
    const draft = { ...settingsDraft(current, format), wallet: '5k', between: 'jump' } as const
    expect(settingsChange(current, draft, format)).toEqual({ fields: ['wallet', 'between'], patch: { wallet: '5000', between: 'jump' } })
    expect(settingsChange(current, { ...draft, wallet: '-5' }, format).patch).not.toHaveProperty('wallet')
  })
})
