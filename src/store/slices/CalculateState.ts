/** What the calculators hold: what was typed, letter for letter, and the engine's answers to it. */
export interface CalculateState {
  /** Absent until what is kept in this browser has been read. */
  readonly desk: CalculateDesk | undefined
  /** By question; of an older question while a newer one is on its way. */
  readonly answers: Readonly<Record<string, CalculateAnswer>>
  /** Whether an answer is on its way. */
  readonly isAsking: boolean
  /** Why no answers come at all. */
  readonly trouble: string | undefined
}

/** Everything that was typed and chosen on the screen: kept in the browser. */
export interface CalculateDesk {
  readonly schema: 1
  readonly inputs: CalculateInputs
  /** By card. */
  readonly drafts: Readonly<Record<string, CalculateDraft>>
  /** The card open under "More". */
  readonly more: string
  readonly compare: CalculateCompare | undefined
}

/** What all calculators share. Empty text stands for what the open scenario says. */
export interface CalculateInputs {
  readonly instrument: string
  /** An instrument that is not in the open scenario; used where `instrument` names it. */
  readonly own: OwnInstrument
  readonly side: 'long' | 'short'
  readonly entryPrice: string
  readonly wallet: string
  readonly book: 'scenario' | 'none'
  /** Id of a built-in set, `saved:` and the id of one of one's own. */
  readonly rules: string
  readonly fee: 'taker' | 'maker'
  /** The trade that the cards are about. */
  readonly size: string
  readonly leverage: string
}

export interface OwnInstrument {
  readonly symbol: string
  readonly type: 'linear' | 'inverse'
  readonly tickSize: string
  readonly qtyStep: string
}

/** The fields of one card. */
export interface CalculateDraft {
  /** As typed, by field. */
  readonly fields: Readonly<Record<string, string>>
  /** Inputs that are asked for. */
  readonly asked: readonly string[]
  /** Results that are given in their place, the latest last. */
  readonly wanted: readonly string[]
}

/** Variants of one card side by side, the form as it stands beside them. */
export interface CalculateCompare {
  readonly card: string
  readonly kept: readonly CalculateVariant[]
}

export interface CalculateVariant {
  readonly inputs: CalculateInputs
  readonly draft: CalculateDraft
}

/** A calculation as a document (`documents/calc`). */
export type CalcDocumentFile = Readonly<Record<string, unknown>> & { readonly calculator: string }

export interface CalculateAnswer {
  /** The document that was asked. */
  readonly document: CalcDocumentFile
  readonly outcome: CalculateOutcome
}

export type CalculateOutcome =
  | { readonly ok: true; readonly report: CalculateReport }
  /** One line each, with the path in the document. */
  | { readonly ok: false; readonly problems: readonly string[] }

/** The report of `calc`, as the worker sends it. */
export interface CalculateReport {
  readonly calculator: string
  readonly rules: { readonly id: string; readonly name: string; readonly date?: string | undefined }
  readonly instrument: string
  readonly currency: string
  readonly given: Readonly<Record<string, CalculateFigure>>
  readonly assumed: Readonly<Record<string, CalculateFigure>>
  readonly solved: Readonly<Record<string, CalculateFigure>>
  readonly results: Readonly<Record<string, CalculateFigure>>
  /** Prices among the results, on the tick, rounded as the rules say. */
  readonly onTick?: Readonly<Record<string, string>> | undefined
  /** Of a comparison: a row for each variant. */
  readonly rows?: readonly CalculateRow[] | undefined
}

export interface CalculateRow {
  readonly variant: Readonly<Record<string, string>>
  readonly results: Readonly<Record<string, CalculateFigure>>
}

/** A number as decimal text, or why there is none. */
export type CalculateFigure = string | { readonly none: string; readonly message: string; readonly [key: string]: unknown }
