import type { ScriptedInstrument } from '../scripted/script/Script.ts'
import type { Phase } from './timeline.ts'

/** Something known of a crisis: the tape is made from it, and has it again when it is measured. [S22, S23] */
export interface Fact {
  readonly what: string
  readonly value: number
  /** `share`: 0.1 is 10 %; `price`: in the quote currency; `hours`; `times`: one share over another; `yearly`: volatility as a share a year. */
  readonly unit: 'share' | 'price' | 'hours' | 'times' | 'yearly'
  /** Who says so. */
  readonly source: string
  /** From memory: to be looked up again. */
  readonly recheck?: true
  readonly measure: Measure
}

/** How a fact is read off a tape. `of` is a price key; hours are since its start. */
export type Measure =
  | { readonly type: 'price'; readonly of: string; readonly at: number }
  | { readonly type: 'change'; readonly of: string; readonly from: number; readonly to: number }
  | { readonly type: 'low' | 'high'; readonly of: string }
  /** Of the low or high, since a moment. */
  | { readonly type: 'hours-to'; readonly extreme: 'low' | 'high'; readonly of: string; readonly from: number }
  /** From a moment to the lowest or highest price of all. */
  | { readonly type: 'to-extreme'; readonly extreme: 'low' | 'high'; readonly of: string; readonly from: number }
  /** From the lowest or highest price of all to so many hours later. */
  | { readonly type: 'after-extreme'; readonly extreme: 'low' | 'high'; readonly of: string; readonly hours: number }
  /** Move to the low of one over that of another, both since a moment. */
  | { readonly type: 'relation'; readonly of: string; readonly to: string; readonly from: number }
  | { readonly type: 'volatility'; readonly of: string; readonly from: number; readonly to: number }
  /** The longest time without a price. */
  | { readonly type: 'closed' }
  /** The largest fall of a single step that is a jump. */
  | { readonly type: 'jump'; readonly of: string }

/** A stylised crisis: not the prices of those days, but a path with their known figures. */
export interface Crisis {
  readonly id: string
  readonly title: string
  readonly when: string
  /** Two sentences for the person who chooses. */
  readonly story: string
  /** How to load the real one. */
  readonly real: string
  /** Id of built-in rules that fit. */
  readonly rules: string
  readonly start: number
  readonly barMillis: number
  readonly seed: number
  /** Noise between the corners, a year. */
  readonly volatility: number
  readonly correlation: number
  readonly negativePrices?: true
  readonly instruments: readonly Omit<ScriptedInstrument, 'start' | 'beta'>[]
  /** Corners: `[hours since the start, price]` by price key; the first at 0, the last at the end. */
  readonly lines: Readonly<Record<string, readonly (readonly [hour: number, price: number])[]>>
  readonly phases: readonly Phase[]
  readonly facts: readonly Fact[]
}
