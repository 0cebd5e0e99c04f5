import { type ModelId, type ModelJumps, type ModelRegimes, type ModelSource, modelDefault } from '../../../store/catalog/modelDefaults.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import type { JumpDraft, ModelDraft, RegimeDraft } from './ModelDraft.ts'
import { pairs } from './pairs.ts'
import { FALLBACKS, PARAMETER_IDS, type ParameterId, shownNumber } from './parameters.ts'

/** Of what was estimated: its error is larger than what is left out. */
export const ESTIMATED = 4

/** A source as it stands in the form. @param digits  of everything but prices */
export function draftOf(model: ModelId, source: ModelSource, format: Format, digits = 10): ModelDraft {
  const typed: Typed = (value) => typedNumber(value, format, digits)
  const { correlation = 0, instruments } = source
  const each = pairs(instruments.length).map(([i, j]) => (typeof correlation === 'number' ? correlation : (correlation[i]?.[j] ?? 0)))
  return {
    model,
    seed: String(source.seed),
    bars: String(source.bars),
    barMillis: source.barMillis ?? 3_600_000,
    start: source.start,
    hasCandles: source.stepsPerBar !== undefined,
    rows: instruments.map(({ symbol, price, decimals, process, jumps, commonJumpBeta }) => ({
      symbol,
      decimals: decimals ?? 2,
      price: typedNumber(price, format),
      process: process.type,
      values: valuesOf(Object.entries(process), typed),
      share: typed(commonJumpBeta ?? 1),
      own: jumpDraft(jumps, typed),
    })),
    correlationBy: typeof correlation === 'number' ? 'all' : 'pairs',
    correlation: typed(typeof correlation === 'number' ? correlation : 0),
    pairs: each.map(typed),
    common: jumpDraft(source.commonJumps, typed),
    regimes: regimeDrafts(source.regimes, typed),
  }
}

/** A model's own defaults, in the form. */
export function modelDraft(model: ModelId, format: Format): ModelDraft {
  return draftOf(model, modelDefault(model), format)
}

type Typed = (value: number) => string

/** A number to be typed over: what was computed keeps no more than ten digits. */
export function typedNumber(value: number, format: Format, digits = 10): string {
  return format.typed(Number(value.toPrecision(digits)))
}

/** What stands in the fields of jumps that there are not yet. */
const USUAL = { perYear: 12, mean: -0.04, spread: 0.05, upShare: 0.4, upMean: 0.02, downMean: 0.03 }

function jumpDraft(jumps: ModelJumps | undefined, typed: Typed): JumpDraft {
  const share = (value: number): string => typed(value * 100)
  const of = jumps === undefined ? USUAL : jumps.type === 'kou' ? { ...USUAL, ...jumps } : { ...USUAL, perYear: jumps.perYear, mean: jumps.mean, spread: jumps.volatility }
  return {
    law: jumps === undefined ? 'none' : (jumps.type ?? 'merton'),
    values: { perYear: typed(of.perYear), mean: share(of.mean), spread: share(of.spread), upShare: share(of.upShare), upMean: share(of.upMean), downMean: share(of.downMean) },
  }
}

function regimeDrafts(regimes: ModelRegimes | undefined, typed: Typed): readonly RegimeDraft[] {
  if (regimes === undefined) return []
  return regimes.states.map(({ name, volatilityTimes, drift = 0, jumpsTimes = 1 }, i) => {
    const leaving = (regimes.switching[i] ?? []).reduce((sum, rate, j) => (i === j ? sum : sum + rate), 0)
    return {
      name,
      values: { volatilityTimes: typed(volatilityTimes), days: leaving === 0 ? '' : typed(365 / leaving), drift: typed(drift * 100), jumpsTimes: typed(jumpsTimes) },
    }
  })
}

function valuesOf(process: readonly (readonly [string, unknown])[], typed: Typed): Readonly<Record<ParameterId, string>> {
  const given = new Map(process.flatMap(([id, value]) => (typeof value === 'number' ? [[id, value] as const] : [])))
  const entries = PARAMETER_IDS.map((id) => [id, typed(shownNumber(id, given.get(id) ?? FALLBACKS[id]))] as const)
  return Object.fromEntries(entries) as Record<ParameterId, string>
}
