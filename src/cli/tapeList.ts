import { BUNDLED_TAPES } from '../tapes/bundled/bundledTapes.ts'
import { CRISES } from '../tapes/crises/crises.ts'
import { SCRIPTED_TAPES } from '../tapes/scripted/scriptedTapes.ts'
import type { Part } from '../tapes/scripted/script/Script.ts'
import { SHOCK_PRESETS } from '../tapes/scripted/shockPresets.ts'

/** The parts a script is put together from. */
const SCRIPT_PARTS: Readonly<Record<Part['type'], string>> = {
  calm: 'Part of a script: nothing happens',
  move: 'Part of a script: a straight line',
  gap: 'Part of a script: one bar, reached by a jump',
  wick: 'Part of a script: there and back',
  grind: 'Part of a script: in legs, each with a recovery of a third',
  depeg: 'Part of a script: slips, breaks, comes back slowly',
  dead: 'Part of a script: nothing trades, then a jump',
  corners: 'Part of a script: straight lines through corners',
}

/** What `tapes` lists. */
export const TAPE_LIST = [
  ...Object.entries(SCRIPTED_TAPES).map(([id, script]) => ({ type: 'scripted', id, title: script().title })),
  ...SHOCK_PRESETS.map(({ id, title }) => ({ type: 'shock', id, title })),
  ...BUNDLED_TAPES.map(({ id, title }) => ({ type: 'bundled', id, title })),
  ...Object.entries(SCRIPT_PARTS).map(([id, title]) => ({ type: 'script', id, title })),
  ...CRISES.map(({ id, title, when, rules, real }) => ({ type: 'crisis', id, title, when, rules, real })),
] as const
