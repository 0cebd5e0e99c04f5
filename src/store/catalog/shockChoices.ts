import { SHOCK_PRESETS, type ShockPreset } from '../../tapes/scripted/shockPresets.ts'

export type ShockChoice = ShockPreset

/** The shock presets on offer, with the corners from which their picture is drawn. */
export const SHOCK_CHOICES: readonly ShockChoice[] = SHOCK_PRESETS
