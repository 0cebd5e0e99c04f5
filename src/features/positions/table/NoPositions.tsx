import { EmptyState } from '../../../ui/primitives/EmptyState.tsx'
import { emptyWords } from '../words/emptyWords.ts'

export function NoPositions() {
  return <EmptyState title={emptyWords.positions.title}>{emptyWords.positions.text}</EmptyState>
}
