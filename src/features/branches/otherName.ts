import { branchDifferences } from '../../store/branches/branchDifferences.ts'
import type { Branch } from '../../store/slices/BranchesState.ts'
import { branchName } from './branchName.ts'

/** What a line is called beside the others. Loaded with the first comparison. */
export function otherName(branch: Branch, list: readonly Branch[], words: Parameters<typeof branchName>[1]): string {
  const parent = list.find((each) => each.id === branch.parent)
  const differences = parent === undefined ? [] : branchDifferences(parent.document, branch.document, branch.forkTick)
  return branchName({ ...branch, differences }, words)
}
