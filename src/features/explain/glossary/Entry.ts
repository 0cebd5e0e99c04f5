/** A term of the field. */
export interface Entry {
  readonly id: string
  readonly name: string
  /** As venues call it. */
  readonly synonyms?: readonly string[]
  readonly beginner: string
  readonly trader: string
  readonly quant: string
  /** In the symbols of the explanations. */
  readonly formula?: string
  /** Terms that stand next to it. */
  readonly see?: readonly string[]
}
