import type { Decimal, Rounding } from '../units/decimal.ts'

/** What a number measures; decides how it is written. `count` has no unit, `share` is a fraction (0.005 is 0.5 %). */
export type Unit = 'price' | 'size' | 'money' | 'share' | 'leverage' | 'count' | 'millis'

/**
 * A number and how it comes about, as data. `evaluate` of it gives the value to the last digit; `explain/print` writes the
 * same tree as text, as LaTeX and as a spreadsheet formula. [X1]
 */
export type Expression =
  /** Something put in, or a figure with an explanation of its own (`figure`). */
  | {
      readonly type: 'value'
      /** Short: q, E, M, m. Unique in one explanation where the values differ. */
      readonly symbol: string
      /** A key of the words: what the symbol stands for. */
      readonly name: string
      readonly value: Decimal
      readonly unit: Unit
      /** Whose it is where several share a symbol: an instrument or a leg. */
      readonly of?: string | undefined
      readonly figure?: FigureRef | undefined
    }
  /** A number that belongs to the formula: the 1 of 1 - m. */
  | { readonly type: 'number'; readonly value: Decimal }
  | { readonly type: 'sum'; readonly of: readonly Expression[] }
  | { readonly type: 'product'; readonly of: readonly Expression[] }
  | { readonly type: 'quotient'; readonly over: Expression; readonly under: Expression }
  | { readonly type: 'negative'; readonly of: Expression }
  | { readonly type: 'magnitude'; readonly of: Expression }
  | { readonly type: 'squareRoot'; readonly of: Expression }
  | { readonly type: 'least' | 'greatest'; readonly of: readonly Expression[] }
  /** `exactly`: what is rounded is worked out with 400 digits, as the engine does where a last digit decides (a root). */
  | { readonly type: 'rounded'; readonly of: Expression; readonly step: Decimal; readonly rounding: Rounding; readonly exactly?: true | undefined }

/** Names one figure on a screen: what it is, and whose. Written into the page as `figureKey(ref)`. */
export interface FigureRef {
  readonly id: string
  /** Leg, pool, twin, instrument, event number …: what `id` needs to be one figure. Keys sorted, values as text. */
  readonly of: Readonly<Record<string, string>>
}

/** A figure, explained: made by the code that computes it. */
export interface Explanation {
  readonly figure: FigureRef
  /** What is shown; absent where the figure does not exist, then `none` says why. */
  readonly value: Decimal | undefined
  readonly none?: string | undefined
  readonly unit: Unit
  /** Currency, instrument or coin that the unit is counted in, where there is one. */
  readonly currency?: string | undefined
  /** Absent where the figure does not exist. */
  readonly formula: Expression | undefined
  /** Things that must hold at the value: equity equals maintenance margin at the liquidation price. */
  readonly checks: readonly { readonly name: string; readonly left: Expression; readonly right: Expression }[]
  /** SPEC IDs that it carries out; the words say what they are. */
  readonly rules: readonly string[]
  /** Set of rules with its date and source, where one is asked. */
  readonly source?: { readonly name: string; readonly date: string; readonly url: string } | undefined
}
