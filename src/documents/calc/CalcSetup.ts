import type { Account, CalculatorScene, CalculatorValues, Decimal, Instrument, Marks, Millis, Rules } from '../../engine/index.ts'

/** One calculation, ready for the engine. */
export interface CalcSetup {
  readonly scene: CalculatorScene
  /** What is given: inputs and wanted results. */
  readonly values: CalculatorValues
  readonly solve: string | undefined
  readonly currency: string
  /** What was not stated, and what was taken instead; the calculator's own assumptions come on top. */
  readonly assumed: Readonly<Record<string, string>>
  /** What is given besides numbers of the calculator: the row of a tier. */
  readonly stated: Readonly<Record<string, string>>
  readonly variants: CalcVariants
}

/** What is put side by side. */
export interface CalcVariants {
  readonly leverages: readonly Decimal[]
  readonly modes: readonly ('isolated' | 'cross')[]
  /** Resolved, with the tier rows that the document states. */
  readonly ruleSets: readonly Rules[]
}

/** The account, prices and rules that a calculation stands beside where it does not state its own. */
export interface CalcBeside {
  readonly rules: Rules
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly marks: Marks
  readonly account: Account
  readonly at: Millis
}
