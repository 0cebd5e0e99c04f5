import type { Format } from '../../../ui/format/createFormat.ts'

/** What sentences need besides their own numbers: the number style, and names for ids. */
export interface Say {
  readonly format: Format
  /** SOL; with its pool where an instrument is held more than once. */
  readonly leg: (leg: string) => string
  /** The shared pool, SOL’s own wall, bucket “hedge”; in the middle of a sentence. */
  readonly pool: (pool: string) => string
  /** A price of the leg's (or a named) instrument, with the decimals of its tick size. */
  readonly price: (leg: string, price: string) => string
  /** A quantity with the unit of the leg's instrument, without sign. */
  readonly size: (leg: string, qty: string) => string
}
