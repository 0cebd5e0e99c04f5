import type { Twin } from '../workers/run/Frame.ts'

/** The report on a liquidation, and what would have prevented it. */
export interface IncidentActions {
  readonly openIncident: (at: { readonly twin: Twin; readonly seq: number }) => void
  readonly closeIncident: () => void
  /** Plays the scenario with one thing changed, again and again, up to what has been seen. */
  readonly findSavers: () => Promise<void>
  readonly cancelSavers: () => void
  /** Makes a change that was found, by its place in the list: one step that undo takes back. */
  readonly tryCounterfactual: (index: number) => Promise<boolean>
}
