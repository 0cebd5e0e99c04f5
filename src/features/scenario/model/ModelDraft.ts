import type { ModelId } from '../../../store/catalog/modelDefaults.ts'
import type { ParameterId, ProcessType } from './parameters.ts'

/** What stands in the form: numbers as typed. */
export interface ModelDraft {
  readonly model: ModelId
  readonly seed: string
  readonly bars: string
  readonly barMillis: number
  readonly start: number | undefined
  readonly hasCandles: boolean
  readonly rows: readonly ModelRow[]
  /** One number for all pairs, or one for each. */
  readonly correlationBy: 'all' | 'pairs'
  readonly correlation: string
  /** Of each two instruments, `i` before `j`: first with second, first with third, …, second with third. */
  readonly pairs: readonly string[]
  readonly common: JumpDraft
  /** None, or two and more. */
  readonly regimes: readonly RegimeDraft[]
}

export interface ModelRow {
  readonly symbol: string
  readonly decimals: number
  readonly price: string
  readonly process: ProcessType
  readonly values: Readonly<Record<ParameterId, string>>
  /** Share of a jump of the whole market. */
  readonly share: string
  readonly own: JumpDraft
}

export type JumpLaw = 'none' | 'merton' | 'kou'

export const JUMP_IDS = ['perYear', 'mean', 'spread', 'upShare', 'upMean', 'downMean'] as const
export type JumpId = (typeof JUMP_IDS)[number]

export interface JumpDraft {
  readonly law: JumpLaw
  readonly values: Readonly<Record<JumpId, string>>
}

export const REGIME_IDS = ['volatilityTimes', 'days', 'drift', 'jumpsTimes'] as const
export type RegimeId = (typeof REGIME_IDS)[number]

export interface RegimeDraft {
  readonly name: string
  readonly values: Readonly<Record<RegimeId, string>>
}

/** `seed`, `2.volatility`, `common.perYear`, `1.own.mean`, `pairs.0`, `regimes.1.days`. */
export type ModelErrors = Readonly<Record<string, string>>
