export interface StorageState {
  /** `off`: this browser keeps nothing (private mode, blocked, full); the app goes on. `elsewhere`: another tab saves now. */
  readonly status: 'idle' | 'saving' | 'saved' | 'off' | 'elsewhere'
  readonly message: string | undefined
  /** Documents that could not be read, kept under their keys. */
  readonly keptAside: readonly string[]
  /** One's own work from before a link that was kept, newest first; absent until it is asked for. */
  readonly beforeLink: readonly WorkSummary[] | undefined
}

/** Enough to tell one from another. */
export interface WorkSummary {
  readonly id: number
  readonly title: string
  readonly commands: number
  readonly tick: number
  /** Whether inputs of the calculators are kept with it. */
  readonly hasDesk: boolean
}
