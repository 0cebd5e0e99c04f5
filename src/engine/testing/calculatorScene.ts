import type { Instrument } from '../instruments/Instrument.ts'
import { bookAccount } from '../ledger/bookAccount.ts'
import { instrument, MONDAY, rulesWith } from './fixtures.ts'
import { Decimal } from '../units/decimal.ts'
import { price, qty, quote } from '../units/quantities.ts'
import type { Rules } from '../venues/Rules.ts'
import { calculate } from '../calculators/calculate.ts'
import type { Calculator, CalculatorAnswer, CalculatorScene, CalculatorValues } from '../calculators/Calculator.ts'

/** Words for tests of calculators: every number is a string, every default is stated here once. */

export interface SceneWords {
  readonly type?: 'linear' | 'inverse'
  readonly side?: 'long' | 'short'
  readonly mode?: 'isolated' | 'cross'
  readonly rules?: Rules
  readonly wallet?: string
  readonly tick?: string
  readonly step?: string
  readonly fills?: readonly (readonly [size: string, price: string])[]
}

/** A contract A, linear with USDT, or inverse with coins. */
export function contract({ type = 'linear', tick = '0.01', step = '0.0001' }: SceneWords): Instrument {
  const linear = instrument('A', { tickSize: tick, qtyStep: step })
  return type === 'linear' ? linear : { ...linear, type: 'inverse', base: 'BTC', quote: 'USD' }
}

/** An account that holds nothing but its wallet; a long of A, isolated, under plain rules without fees unless said. */
export function sceneOf(words: SceneWords = {}): CalculatorScene {
  const traded = contract(words)
  return {
    rules: words.rules ?? rulesWith(),
    instrument: traded,
    instruments: new Map([[traded.symbol, traded]]),
    marks: new Map(),
    account: bookAccount({ wallet: quote(words.wallet ?? '10000'), cash: new Map(), positions: [] }),
    side: words.side ?? 'long',
    mode: words.mode ?? 'isolated',
    at: MONDAY,
    fills: (words.fills ?? []).map(([size, at]) => ({ qty: qty(size), price: price(at) })),
  }
}

export function valuesOf(values: Readonly<Record<string, string>>): CalculatorValues {
  return Object.fromEntries(Object.entries(values).map(([field, text]) => [field, new Decimal(text)]))
}

/** An answer as text: the number with `digits` significant digits, a word, or why there is none. */
export function shown(answer: CalculatorAnswer | undefined, digits = 40): string {
  if (answer === undefined) return 'nothing'
  if (answer.type === 'value') return answer.value.toSignificantDigits(digits).toFixed()
  if (answer.type === 'word') return answer.word
  if (answer.reason === 'none') return answer.why
  return answer.reason === 'outside-tier-table' ? `outside-tier-table ${answer.limit.toFixed()}` : answer.reason
}

/** A result, or an input that is found, of a calculation. */
export function calculated(calculator: Calculator, field: string, given: Readonly<Record<string, string>>, words: SceneWords = {}): string {
  const isInput = calculator.fields.some(({ id, role }) => id === field && role === 'input')
  const calculation = calculate(calculator, valuesOf(given), sceneOf(words), isInput ? { solve: field } : {})
  return shown(isInput ? calculation.solved[field] : calculation.results[field])
}
