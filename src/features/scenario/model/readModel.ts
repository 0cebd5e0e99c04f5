import type { ModelInstrument, ModelJumps, ModelProcess, ModelRegimes, ModelSource } from '../../../store/catalog/modelDefaults.ts'
import { isPossibleCorrelation } from '../../../store/catalog/correlations.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import { type NumberRule, readNumber } from '../readNumber.ts'
import type { NewTape } from '../start/CurrentScenario.ts'
import type { JumpDraft, JumpId, ModelDraft, ModelErrors, ModelRow, RegimeDraft } from './ModelDraft.ts'
import { modelWords as words } from './modelWords.ts'
import { lowestCorrelation, pairMatrix } from './pairs.ts'
import { type ParameterId, PARAMETERS, sourceNumber } from './parameters.ts'

/** Points inside a bar from which its candle is made. */
const STEPS_PER_BAR = 12

const RULES = {
  // What a scenario takes: 15 digits are kept exactly in JSON.
  seed: { least: 0, most: 999_999_999_999_999, isWhole: true },
  bars: { least: 1, most: 200_000, isWhole: true },
  correlation: { least: -1, most: 1 },
  price: { least: 0, most: 1e12, isAbove: true },
  share: { least: -10, most: 10 },
} as const satisfies Record<string, NumberRule>

export const JUMP_RULES: Readonly<Record<JumpId, NumberRule>> = {
  perYear: { least: 0, most: 10_000 },
  mean: { least: -3, most: 3, isPercent: true },
  spread: { least: 0, most: 3, isPercent: true },
  upShare: { least: 0, most: 1, isPercent: true },
  upMean: { least: 0, most: 0.99, isPercent: true, isAbove: true },
  downMean: { least: 0, most: 3, isPercent: true, isAbove: true },
}

const REGIME_RULES = {
  volatilityTimes: { least: 0, most: 100 },
  days: { least: 0, most: 36_500, isAbove: true },
  drift: { least: -10, most: 10, isPercent: true },
  jumpsTimes: { least: 0, most: 100 },
} as const satisfies Record<keyof RegimeDraft['values'], NumberRule>

export interface ModelReading {
  readonly errors: ModelErrors
  /** Absent while something cannot be read. */
  readonly source: ModelSource | undefined
  readonly tape: NewTape | undefined
  /** Of the pairs, as far as they can be read: to be looked at for contradictions. */
  readonly matrix: readonly (readonly number[])[] | undefined
}

type Read = (field: string, text: string, rule: NumberRule) => number

/** The form as a tape source, every field checked. */
export function readModel(draft: ModelDraft, format: Format): ModelReading {
  const errors: Record<string, string> = {}
  const read: Read = (field, text, rule) => {
    const number = readNumber(text, rule, format)
    if (number.ok) return number.value
    errors[field] = number.error
    return 0
  }
  const seed = read('seed', draft.seed, RULES.seed)
  const bars = read('bars', draft.bars, RULES.bars)
  const correlation = correlationOf(draft, read)
  const instruments = draft.rows.map((row, i) => instrumentOf(draft, i, { row, read, errors }))
  const commonJumps = jumpsOf('common', draft.common, read)
  const regimes = regimesOf(draft.regimes, read, errors)
  const matrix = typeof correlation === 'number' || draft.pairs.some((_, i) => errors[`pairs.${i}`] !== undefined) ? undefined : correlation
  // CorrelationFields says so, with what would do.
  const isContradiction = typeof correlation === 'number' ? correlation < lowestCorrelation(draft.rows.length) : matrix !== undefined && !isPossibleCorrelation(matrix)
  if (Object.keys(errors).length > 0 || isContradiction) return { errors, source: undefined, tape: undefined, matrix }
  const source: ModelSource = {
    type: 'model',
    seed,
    bars,
    ...(draft.start === undefined ? {} : { start: draft.start }),
    barMillis: draft.barMillis,
    ...(draft.hasCandles ? { stepsPerBar: STEPS_PER_BAR } : {}),
    instruments,
    ...(correlation === 0 ? {} : { correlation }),
    ...(commonJumps === undefined ? {} : { commonJumps }),
    ...(regimes === undefined ? {} : { regimes }),
  }
  return {
    errors,
    source,
    matrix,
    tape: { title: `${words.models[draft.model].title}, seed ${seed}`, tape: source, instruments: instruments.map(({ symbol, decimals = 2 }) => ({ symbol, decimals })), lastTick: draft.hasCandles ? bars - 1 : bars },
  }
}

function correlationOf({ rows, correlationBy, correlation, pairs }: ModelDraft, read: Read): number | readonly (readonly number[])[] {
  if (rows.length < 2) return 0
  if (correlationBy === 'all') return read('correlation', correlation, RULES.correlation)
  return pairMatrix(pairs.map((text, i) => read(`pairs.${i}`, text, RULES.correlation)), rows.length)
}

function instrumentOf({ rows, common }: ModelDraft, i: number, { row, read, errors }: { readonly row: ModelRow; readonly read: Read; readonly errors: Record<string, string> }): ModelInstrument {
  const symbol = row.symbol.trim()
  if (symbol === '') errors[`${i}.symbol`] = words.errors.noName
  else if (rows.findIndex((other) => other.symbol.trim() === symbol) < i) errors[`${i}.symbol`] = words.errors.taken
  const jumps = jumpsOf(`${i}.own`, row.own, read)
  return {
    symbol,
    price: read(`${i}.price`, row.price, RULES.price),
    decimals: row.decimals,
    process: processOf(row, i, read, errors),
    ...(jumps === undefined ? {} : { jumps }),
    ...(common.law === 'none' ? {} : { commonJumpBeta: read(`${i}.share`, row.share, RULES.share) }),
  }
}

function processOf(row: ModelRow, i: number, read: Read, errors: Record<string, string>): ModelProcess {
  const of = (id: ParameterId): number => sourceNumber(id, read(`${i}.${id}`, row.values[id], PARAMETERS[id].rule))
  const grown = (): { drift?: number } => {
    const drift = of('drift')
    return drift === 0 ? {} : { drift }
  }
  switch (row.process) {
    case 'gbm':
      return { type: 'gbm', ...grown(), volatility: of('volatility') }
    case 'heston':
      return { type: 'heston', ...grown(), volatility: of('volatility'), longVolatility: of('longVolatility'), reversion: of('reversion'), volOfVol: of('volOfVol'), leverage: of('leverage') }
    case 'garch': {
      const [alpha, beta, gamma] = [of('alpha'), of('beta'), of('gamma')]
      const sum = Number((alpha + beta + gamma / 2).toPrecision(6))
      if (sum >= 1) errors[`${i}.beta`] ??= words.errors.explosive(sum)
      if (alpha + gamma < 0) errors[`${i}.gamma`] ??= words.errors.negativeFalls
      return { type: 'garch', ...grown(), volatility: of('volatility'), alpha, beta, ...(gamma === 0 ? {} : { gamma }) }
    }
    case 'ou':
      return { type: 'ou', level: of('level'), halfLife: of('halfLife'), volatility: of('volatility') }
    case 'bridge':
      return { type: 'bridge', end: of('end'), volatility: of('volatility') }
  }
}

function jumpsOf(at: string, { law, values }: JumpDraft, read: Read): ModelJumps | undefined {
  if (law === 'none') return undefined
  const of = (id: JumpId): number => read(`${at}.${id}`, values[id], JUMP_RULES[id])
  const perYear = of('perYear')
  const jumps: ModelJumps = law === 'kou'
    ? { type: 'kou', perYear, upShare: of('upShare'), upMean: of('upMean'), downMean: of('downMean') }
    : { type: 'merton', perYear, mean: of('mean'), volatility: of('spread') }
  return perYear === 0 ? undefined : jumps
}

/** Who leaves a state goes to each of the others as often. */
function regimesOf(regimes: readonly RegimeDraft[], read: Read, errors: Record<string, string>): ModelRegimes | undefined {
  if (regimes.length === 0) return undefined
  const states = regimes.map(({ name, values }, i) => {
    if (name.trim() === '') errors[`regimes.${i}.name`] = words.errors.noName
    const of = (id: keyof RegimeDraft['values']): number => read(`regimes.${i}.${id}`, values[id], REGIME_RULES[id])
    const [drift, jumpsTimes] = [of('drift'), of('jumpsTimes')]
    return {
      days: of('days'),
      state: { name: name.trim(), volatilityTimes: of('volatilityTimes'), ...(drift === 0 ? {} : { drift }), ...(jumpsTimes === 1 ? {} : { jumpsTimes }) },
    }
  })
  return {
    states: states.map(({ state }) => state),
    switching: states.map(({ days }, i) => states.map((_, j) => (i === j || days === 0 ? 0 : 365 / days / (states.length - 1)))),
  }
}
