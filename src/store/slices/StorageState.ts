export interface StorageState {
  /** `off`: this browser keeps nothing (private mode, blocked, full); the app goes on. `elsewhere`: another tab saves now. */
  readonly status: 'idle' | 'saving' | 'saved' | 'off' | 'elsewhere'
  readonly message: string | undefined
  /** Documents that could not be read, kept under their keys. */
  readonly keptAside: readonly string[]
}
