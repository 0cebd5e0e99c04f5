import { expect, it } from 'vitest'
import { emptyDesk } from '../calculate/emptyDesk.ts'
import { INITIAL_STATE } from '../initialState.ts'
import type { AppState } from '../AppState.ts'
import type { CalculateAnswer, CalculateReport } from '../slices/CalculateState.ts'
import { compareTable } from './compareTable.ts'

const report: CalculateReport = {
  calculator: 'liquidation', rules: { id: 'standard', name: 'Standard' }, instrument: 'BTC-PERP', currency: 'USDT',
  given: { size: '0.5', leverage: '10' }, assumed: {}, solved: {}, results: { liquidationPrice: '54273.366834170854' }, onTick: { liquidationPrice: '54273.4' },
}
const answer = (of: CalculateReport): CalculateAnswer => ({ document: { calculator: 'liquidation' }, outcome: { ok: true, report: of } })

it('has a column for each variant and one for the form, exact, and why where there is no figure', () => {
  const desk = emptyDesk()
  const variant = { inputs: { ...desk.inputs, side: 'short' as const }, draft: { fields: {}, asked: [], wanted: [] } }
  const none = { none: 'never', message: 'it cannot be liquidated' }
  const calculate: AppState['calculate'] = {
    ...INITIAL_STATE.calculate,
    desk: { ...desk, compare: { card: 'book', kept: [variant] } },
    answers: { 'compare#0': answer(report), book: answer({ ...report, given: { size: '0.5', leverage: '1' }, results: { liquidationPrice: none }, onTick: {} }) },
  }
  expect(compareTable({ ...INITIAL_STATE, calculate } as AppState)).toEqual({
    columns: ['field', 'A', 'now'],
    rows: [
      ['instrument', 'BTC-PERP', 'BTC-PERP'],
      ['side', 'short', 'long'],
      ['rules', 'Standard', 'Standard'],
      ['currency', 'USDT', 'USDT'],
      ['size', '0.5', '0.5'],
      ['leverage', '10', '1'],
      ['liquidationPrice', '54273.4', 'it cannot be liquidated'],
    ],
  })
  expect(compareTable(INITIAL_STATE as AppState)).toEqual({ columns: ['field'], rows: [] })
})
