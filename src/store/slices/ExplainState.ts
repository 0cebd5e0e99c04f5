import type { Explanation, FigureRef } from '../../engine/index.ts'
import type { Plain } from '../../workers/Plain.ts'
import type { Twin } from '../../workers/run/Frame.ts'

export type PlainExplanation = Plain<Explanation>

/** What stands in the drawer. */
export type ExplainView =
  | { readonly type: 'figure'; readonly figure: FigureRef }
  /** Every figure now on screen, to choose one; of one element where it holds several. */
  | { readonly type: 'pick'; readonly keys?: readonly string[] | undefined }
  /** Every figure of one position, those without room in the table too. */
  | { readonly type: 'position'; readonly twin: Twin; readonly leg: string }
  /** One term of the glossary, or all of them. */
  | { readonly type: 'glossary'; readonly term?: string | undefined }

export interface ExplainState {
  readonly view: ExplainView | undefined
  /** Views gone through to come here, the last one on top. */
  readonly trail: readonly ExplainView[]
  /** The last answer; of an older figure or tick while a newer one is on its way. */
  readonly explanation: PlainExplanation | undefined
  /** `unknown`: there is no such figure now. `failed`: the engine did not answer. */
  readonly status: 'idle' | 'unknown' | 'failed'
}
