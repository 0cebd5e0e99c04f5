import type { BranchDifference } from '../../branches/branchDifferences.ts'

/** One line in the tree of lines. */
export interface BranchRow {
  readonly id: string
  /** 1: the line as traded. */
  readonly level: number
  readonly parent: string | undefined
  /** The user's name; absent: it is called by `differences`, or is the one as traded. */
  readonly name: string | undefined
  /** To its parent, where they part; none of the line as traded. */
  readonly differences: readonly BranchDifference[]
  readonly forkTick: number
  readonly isOpen: boolean
  readonly isCompared: boolean
  /** Lines that grew from it. */
  readonly children: number
  /** How it stands, or stood when it was left: absent where it was not shown yet. */
  readonly stood: { readonly tick: number; readonly equity: string; readonly liquidations: number } | undefined
}
