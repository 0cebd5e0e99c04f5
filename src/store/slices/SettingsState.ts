/** Of the person, not of the scenario; kept in this browser. */
export interface SettingsState {
  readonly theme: 'system' | 'light' | 'dark'
  readonly pnlColors: 'green-up' | 'red-up'
  readonly locale: string
  readonly level: 'beginner' | 'trader' | 'quant'
  readonly chartUnit: 'quote' | 'percent'
  /** Hints put away for good, and confirmations not wanted again. */
  readonly dismissed: readonly string[]
  /** Addresses asked in place of an exchange's own, by `venue/market`. */
  readonly exchangeBases?: Readonly<Record<string, string>> | undefined
}
