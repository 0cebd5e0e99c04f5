import type { AppState } from '../AppState.ts'
import type { Branch, BranchStand, BranchTree } from '../slices/BranchesState.ts'

type Looked = Pick<AppState, 'branches' | 'scenario' | 'playback' | 'view'>

/** The lines, the open one as it stands now. */
export function currentTree({ branches, scenario, playback, view }: Looked): BranchTree {
  const { list, active, bookmarks } = branches
  const { document, builtinId, opened } = scenario
  if (document === undefined) return { list, active, bookmarks }
  const stood = standOf(view)
  const now = (branch: Branch): Branch => (branch.id === active ? { ...branch, document, builtinId, opened, seen: playback.seen, stood: stood ?? branch.stood } : branch)
  return { list: list.map(now), active, bookmarks }
}

/** How the account as set stands. */
export function standOf({ frame, events }: AppState['view']): BranchStand | undefined {
  if (frame === undefined) return undefined
  const { list, visible } = events['as-set']
  let liquidations = 0
  for (let i = 0; i < visible; i += 1) if (list[i]?.type === 'pool-breached') liquidations += 1
  return { tick: frame.tick, equity: frame.twins['as-set'].equity, liquidations }
}
