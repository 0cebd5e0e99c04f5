import type { Account } from '../ledger/Account.ts'
import type { Expression, Unit } from '../explain/Explanation.ts'
import type { Instrument } from '../instruments/Instrument.ts'
import type { Marks } from '../margin/Marks.ts'
import type { Decimal } from '../units/decimal.ts'
import type { Millis } from '../units/millis.ts'
import type { Rules } from '../venues/Rules.ts'

/** What a calculation is about, besides its numbers. */
export interface CalculatorScene {
  /** Resolved. */
  readonly rules: Rules
  readonly instrument: Instrument
  /** All that appear in `account`, and `instrument`. */
  readonly instruments: ReadonlyMap<string, Instrument>
  /** Of everything open in `account`; that of `instrument` where it is known. */
  readonly marks: Marks
  /** Everything else that is open, and the wallet; the trade itself is not in it. */
  readonly account: Account
  readonly side: 'long' | 'short'
  readonly mode: 'isolated' | 'cross'
  /** Of the calculation: funding falls at multiples of its interval. */
  readonly at: Millis
  /** Fills so far, for the average entry. */
  readonly fills: readonly { readonly price: Decimal; readonly qty: Decimal }[]
}

/** Numbers by field. Shares are fractions, money is in the account's currency, sizes in units of quantity, positive. */
export type CalculatorValues = Readonly<Record<string, Decimal>>

/** Why a calculator has no answer. */
export type NoAnswer =
  /** Nothing in the field's range gives what is wanted. */
  | { readonly reason: 'no-root'; readonly nearest?: { readonly low: Decimal; readonly high: Decimal } | undefined }
  /** More than one value gives it. */
  | { readonly reason: 'two-roots'; readonly roots: readonly Decimal[] }
  /** It would need a size beyond the last tier, or a leverage its tier does not allow. */
  | { readonly reason: 'outside-tier-table'; readonly limit: Decimal }
  /** The figure does not depend on the field. */
  | { readonly reason: 'no-effect' }
  /** The figure itself does not exist: the reason of a liquidation price, a break-even, a carry. */
  | { readonly reason: 'none'; readonly why: string }
  /** Inputs that are not given; of one that is asked for, the results from which it would follow. */
  | { readonly reason: 'missing'; readonly fields: readonly string[] }
  /** A result that is wanted although every input it follows from is given: nothing is left to ask for. */
  | { readonly reason: 'decided'; readonly fields: readonly string[] }

export type CalculatorAnswer =
  /** `exact`: of a price that stands on its tick, the price itself. */
  | { readonly type: 'value'; readonly value: Decimal; readonly exact?: Decimal | undefined; readonly formula?: Expression | undefined }
  /** A key of the words: what limits a size, whether a stop is reached. */
  | { readonly type: 'word'; readonly word: string }
  | ({ readonly type: 'none' } & NoAnswer)

export interface CalculatorField {
  readonly id: string
  readonly unit: Unit | 'word'
  /** Inputs are given unless asked for; results follow from the inputs, and one given as wanted replaces an input. */
  readonly role: 'input' | 'result'
  /** Where nothing is given: a value, or a function of scene and what is given. Absent: the field must be given or asked for. */
  readonly otherwise?: ((values: CalculatorValues, scene: CalculatorScene) => Decimal | undefined) | undefined
}

/** The values an input may have: multiples of `step` from `low` to `high`. */
export interface Domain {
  readonly low: Decimal
  readonly high: Decimal
  readonly step: Decimal
}

/** Where a figure that does not exist lies: above every number, or below every number. */
export type Beyond = 'above' | 'below'

/** How an input follows from a result that is wanted. */
export interface Inverse {
  readonly input: string
  readonly from: string
  /** Whether it is tried where nobody asked for the input by name; always, unless said. */
  readonly applies?: ((scene: CalculatorScene) => boolean) | undefined
  /** `values`: the inputs that are known; any may be missing. */
  readonly domain: (values: CalculatorValues, scene: CalculatorScene, wanted: Decimal) => Domain
  /** Between two neighbours of the step, the one whose result is not below, or not above, what is wanted. */
  readonly keeps: (scene: CalculatorScene, wanted: Decimal, values: CalculatorValues) => 'not-below' | 'not-above'
  /** Whether a result can be compared with what is wanted; always, unless said: two prices on different sides of the mark cannot. */
  readonly compares?: ((result: Decimal, wanted: Decimal, values: CalculatorValues) => boolean) | undefined
  /** Values of the input at which the result may bend or jump (tier boundaries), or near which it is likely: looked at besides an even search. */
  readonly bends?: ((values: CalculatorValues, scene: CalculatorScene, wanted: Decimal) => readonly Decimal[]) | undefined
  /** Where algebra gives the answer at once: tried first, and still checked by `forward`. */
  readonly guess?: ((wanted: Decimal, values: CalculatorValues, scene: CalculatorScene) => Decimal | undefined) | undefined
  /** The result goes one way all along: the ends and the guess are looked at, and nothing else for a second root. */
  readonly isMonotone?: boolean | undefined
  /** Where other wanted results give it before the rest is known: `values` holds those too. Taken as it is. */
  readonly closed?: ((values: CalculatorValues, scene: CalculatorScene) => Decimal | undefined) | undefined
  /** Of a figure that does not exist for the reason `why`: a long that is covered all the way down has its price `below`. */
  readonly lies?: ((why: string, scene: CalculatorScene, wanted: Decimal, values: CalculatorValues) => Beyond | undefined) | undefined
}

/** One calculator: what it knows, how results follow from inputs, and which inputs follow from results. */
export interface Calculator {
  readonly name: string
  readonly fields: readonly CalculatorField[]
  /** Every result that the inputs give; of the others which inputs are missing. May be lazy: a search reads one result only. */
  readonly forward: (values: CalculatorValues, scene: CalculatorScene) => Readonly<Record<string, CalculatorAnswer>>
  readonly inverses: readonly Inverse[]
}
