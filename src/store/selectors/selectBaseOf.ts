import { createSelector } from 'reselect'
import type { AppState } from '../AppState.ts'

/** The short name of an instrument: its base. */
export const selectBaseOf: (state: AppState) => (instrument: string) => string = createSelector([(state: AppState) => state.scenario.info?.instruments], (instruments) => {
  const bases = new Map((instruments ?? []).map((each) => [each.symbol, each.base]))
  return (instrument: string) => bases.get(instrument) ?? instrument
})
