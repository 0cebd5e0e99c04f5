import type { FigureRef } from '../engine/index.ts'
import type { ExplainView, PlainExplanation } from './slices/ExplainState.ts'

/** The drawer that explains figures and terms. */
export interface ExplainActions {
  /** `isDeeper`: Back returns to what stands there now. */
  readonly openExplain: (view: ExplainView, options?: { readonly isDeeper?: boolean }) => void
  readonly closeExplain: () => void
  readonly backExplain: () => void
  /** Asks for the figure in the drawer as it is at the tick shown. */
  readonly askExplain: () => Promise<void>
  /** Explanations of several figures as they are now, in their order; absent where there is none. */
  readonly explainAll: (figures: readonly FigureRef[]) => Promise<readonly (PlainExplanation | undefined)[]>
}
