/** A real price series that ships with the program, or several on one clock. */
export interface BundledTape {
  readonly id: string
  readonly title: string
  /** What it is and how it is played, one sentence. */
  readonly description: string
  /** Names under public/tapes; several are merged. */
  readonly files: readonly string[]
  /** Days worth looking at, ascending. */
  readonly moments: readonly BundledMoment[]
}

export interface BundledMoment {
  /** `2020-03-16`, UTC. */
  readonly day: string
  readonly instrument: string
  /** Close against the close before, a fraction to four decimals. */
  readonly move: number
  readonly label: string
}
