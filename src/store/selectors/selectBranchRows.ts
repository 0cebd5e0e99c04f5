import { createSelector } from 'reselect'
import type { AppState } from '../AppState.ts'
import { branchDifferences, type BranchDifference } from '../branches/branchDifferences.ts'
import { currentTree, standOf } from '../branches/currentTree.ts'
import type { Branch } from '../slices/BranchesState.ts'
import type { ScenarioFile } from '../../workers/run/ScenarioFile.ts'
import type { BranchRow } from './rows/BranchRow.ts'

const selectTree = createSelector(
  [(state: AppState) => state.branches, (state: AppState) => state.scenario, (state: AppState) => state.playback, (state: AppState) => state.view],
  (branches, scenario, playback, view) => currentTree({ branches, scenario, playback, view }),
)

/** The tree of lines, parents before children, each set in the order it grew. */
export const selectBranchRows: (state: AppState) => readonly BranchRow[] = createSelector(
  [selectTree, (state: AppState) => state.rival],
  ({ list, active }, rival) => {
    const rows: BranchRow[] = []
    const add = (branch: Branch, level: number, parent: Branch | undefined): void => {
      const children = list.filter(({ parent: of }) => of === branch.id)
      const { id, name, forkTick, stood } = branch
      rows.push({
        id,
        level,
        parent: branch.parent,
        name,
        differences: parent === undefined ? [] : differencesOf(parent.document, branch.document, forkTick),
        forkTick,
        isOpen: id === active,
        isCompared: id === rival?.branch,
        children: children.length,
        stood: id === rival?.branch ? (standOf(rival.view) ?? stood) : stood,
      })
      for (const child of children) add(child, level + 1, branch)
    }
    for (const root of list.filter(({ parent }) => parent === undefined)) add(root, 1, undefined)
    return rows
  },
)

/** Documents do not change, they are replaced: what two differ in is worked out once. */
const known = new WeakMap<ScenarioFile, WeakMap<ScenarioFile, readonly BranchDifference[]>>()

function differencesOf(parent: ScenarioFile, branch: ScenarioFile, forkTick: number): readonly BranchDifference[] {
  const of = known.get(branch) ?? new WeakMap<ScenarioFile, readonly BranchDifference[]>()
  known.set(branch, of)
  const found = of.get(parent) ?? branchDifferences(parent, branch, forkTick)
  of.set(parent, found)
  return found
}
