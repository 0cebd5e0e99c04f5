import type { Millis, Tape } from '../../engine/index.ts'
import { roundedToDecimals } from '../columns/priceDigits.ts'
import { HOUR, SCRIPT_START } from './oneBadAltcoin.ts'
import { polylineTape } from './polylineTape.ts'
import { SHOCK_PRESETS, type ShockId, type ShockPreset } from './shockPresets.ts'

export interface ShockedInstrument {
  readonly instrument: string
  /** Price before the shock, quote per base, positive. */
  readonly start: number
  /** Decimal places of the instrument's tick size. */
  readonly decimals: number
  /** How much of the market's move this instrument makes: price = start·(1 + beta·move). Negative moves against it. */
  readonly beta: number
}

/**
 * A shock preset played on any instruments, 120 bars. Corners are rounded to the tick size; a price that its beta would
 * carry to zero or below stops one tick above it.
 */
export function shockTape(id: ShockId, instruments: readonly ShockedInstrument[], options?: { readonly start?: Millis; readonly barMillis?: Millis }): Tape {
  const preset = presetOf(id)
  return polylineTape({
    id: `shock-${id}`,
    title: preset.title,
    source: `Shock preset “${preset.title}”: ${preset.description}`,
    start: options?.start ?? SCRIPT_START,
    barMillis: options?.barMillis ?? HOUR,
    lines: instruments.map((one) => ({
      instrument: one.instrument,
      decimals: one.decimals,
      corners: preset.corners.map(([tick, move]) => [tick, shockedPrice(one, move)] as const),
    })),
    ...(preset.jumps.length === 0 ? {} : { jumps: preset.jumps }),
  })
}

function shockedPrice(one: ShockedInstrument, move: number): number {
  return move === 0 ? one.start : roundedToDecimals(one.start * (1 + one.beta * move), one.decimals)
}

function presetOf(id: ShockId): ShockPreset {
  const preset = SHOCK_PRESETS.find((one) => one.id === id)
  if (preset === undefined) throw new RangeError(`Shock preset ${id} does not exist`)
  return preset
}
