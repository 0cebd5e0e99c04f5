import type { Decimal } from '../engine/index.ts'

/** A decimal as text, exact, plain notation; how every amount crosses a thread. */
export type DecimalText = string

/** An engine value as plain data (`toJson`): decimals as text, absent fields absent. A Decimal cannot be cloned. */
export type Plain<T> = T extends Decimal
  ? DecimalText
  : T extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Plain<T[Key]> }
      : T
