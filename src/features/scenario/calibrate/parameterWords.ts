import { Decimal } from '../../../engine/index.ts'
import type { ModelSource } from '../../../store/catalog/modelDefaults.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import { modelWords } from '../model/modelWords.ts'
import { PARAMETER_IDS, type ParameterId, PARAMETERS } from '../model/parameters.ts'

const HOUR = 3_600_000

const JUMP_NAMES: Readonly<Record<string, keyof typeof modelWords.jumpFields>> = { perYear: 'perYear', mean: 'mean', volatility: 'spread', upShare: 'upShare', upMean: 'upMean', downMean: 'downMean' }
const REGIME_NAMES: Readonly<Record<string, string>> = { volatilityTimes: 'volatility, times', drift: 'drift, added', share: 'share of the time', days: 'lasts, days', jumpsTimes: 'jumps, times', switches: 'left, times a year' }

/** `jumps.mean` is "Jumps: mean size"; what nobody knows is called as it is. */
export function parameterName(name: string): string {
  const [first = '', second = '', third = ''] = name.split('.')
  if (isParameter(name)) return withUnit(PARAMETERS[name].label, PARAMETERS[name].unit)
  if (first === 'jumps') {
    const id = JUMP_NAMES[second]
    return id === undefined ? name : id === 'perYear' ? 'Jumps a year' : `Jumps: ${modelWords.jumpFields[id].label.toLowerCase()}`
  }
  return first === 'regimes' ? `${sentence(second)}: ${REGIME_NAMES[third] ?? third}` : name
}

/** As it stands in the form: shares in percent, a half-life in hours, the rest to four digits. */
export function parameterText(name: string, value: number | undefined, format: Format): string {
  if (value === undefined) return '—'
  if (name === 'halfLife') return format.exact(fourDigits(value / HOUR))
  return isShare(name) ? format.percent(value, { decimals: Math.abs(value) < 0.1 ? 2 : 1 }) : format.exact(fourDigits(value))
}

/** Of an error two digits say all that is known. */
export function errorText(name: string, error: number, format: Format): string {
  return parameterText(name, Number(error.toPrecision(2)), format)
}

/** What is shown of it, without an exponent, for the key of the figure: of a half-life the hours. */
export function parameterValue(name: string, value: number): string {
  return new Decimal(name === 'halfLife' ? value / HOUR : value).toFixed()
}

/** Nothing, where a source does not say them. */
function unsaid(name: string): number | undefined {
  return name === 'drift' || name === 'gamma' ? 0 : undefined
}

/** What the form says of a parameter now; absent where it has none of that name. */
export function formValue(source: ModelSource | undefined, symbol: string | undefined, name: string): number | undefined {
  if (source === undefined) return undefined
  const instrument = source.instruments.find((each) => each.symbol === symbol) ?? source.instruments[0]
  const [first = '', second = '', third = ''] = name.split('.')
  if (first === 'jumps') return numberAt(instrument?.jumps ?? source.commonJumps, second)
  if (first === 'regimes') return numberAt(source.regimes?.states.find((state) => state.name === second), third)
  return numberAt(instrument?.process, name) ?? unsaid(name)
}

function numberAt(value: object | undefined, key: string): number | undefined {
  const found = value === undefined ? undefined : Object.entries(value).find(([name]) => name === key)?.[1]
  return typeof found === 'number' ? found : undefined
}

function isParameter(name: string): name is ParameterId {
  return PARAMETER_IDS.some((id) => id === name)
}

/** Whether it is written in percent. */
export function isShare(name: string): boolean {
  const [first = '', second = '', third = ''] = name.split('.')
  if (isParameter(name)) return PARAMETERS[name].rule.isPercent === true
  if (first === 'jumps') return second !== 'perYear'
  return third === 'share' || third === 'drift'
}

function withUnit(label: string, unit: string | undefined): string {
  return unit === undefined || unit.startsWith('%') ? `${label}${unit === undefined ? '' : ' a year'}` : `${label}, ${unit}`
}

function fourDigits(value: number): number {
  return Number(value.toPrecision(4))
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
