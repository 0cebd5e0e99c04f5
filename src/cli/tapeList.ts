import { BUNDLED_TAPES } from '../tapes/bundled/bundledTapes.ts'
import { SCRIPTED_TAPES } from '../tapes/scripted/scriptedTapes.ts'
import { SHOCK_PRESETS } from '../tapes/scripted/shockPresets.ts'

/** What `tapes` lists. */
export const TAPE_LIST = [
  ...Object.entries(SCRIPTED_TAPES).map(([id, script]) => ({ type: 'scripted', id, title: script().title })),
  ...SHOCK_PRESETS.map(({ id, title }) => ({ type: 'shock', id, title })),
  ...BUNDLED_TAPES.map(({ id, title }) => ({ type: 'bundled', id, title })),
] as const
