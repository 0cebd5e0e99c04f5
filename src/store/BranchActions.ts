/** The lines of a scenario, and moments to come back to. What changes them is one step of the history; looking at them is none. */
export interface BranchActions {
  /** Opens another line. The cursor stays as far as that line was seen. */
  readonly switchBranch: (id: string) => Promise<boolean>
  /** An empty name takes the user's one away: it is named by what differs again. */
  readonly renameBranch: (id: string, name: string) => Promise<boolean>
  /** Takes a line away; those that grew from it stay. Not the only one. */
  readonly deleteBranch: (id: string) => Promise<boolean>
  /** Makes it the line as traded: the others are named by what differs to it. */
  readonly promoteBranch: (id: string) => Promise<boolean>
  /** Shows another line beside the open one, at the same tick; `undefined` ends that. */
  readonly compareBranch: (id: string | undefined) => Promise<void>
  /** At the cursor; where there is one already nothing happens. */
  readonly addBookmark: (label?: string) => Promise<boolean>
  readonly renameBookmark: (id: string, label: string) => Promise<boolean>
  readonly removeBookmark: (id: string) => Promise<boolean>
  /** To the next one after the cursor, or the last before it. */
  readonly seekBookmark: (direction: 'next' | 'previous') => Promise<void>
}
