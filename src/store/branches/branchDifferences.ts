import type { RulesDocument } from '../../documents/rules/RulesDocument.ts'
import { isEqualJson, isSameTape } from '../../workers/run/isSamePlay.ts'
import type { ScenarioCommand, ScenarioFile } from '../../workers/run/ScenarioFile.ts'
import { defaultLegOf } from './defaultLegOf.ts'
import { pricesFrom } from './pricesFrom.ts'

/** One thing in which a line is another than the one it grew from. What it is called is said by the screen. */
export type BranchDifference =
  | { readonly type: 'wallet'; readonly to: string }
  /** A built-in set by its id, or what a written one is called. */
  | { readonly type: 'rules'; readonly to: string; readonly isId: boolean }
  | { readonly type: 'prices'; readonly from: number }
  /** How prices go between two points, positions are kept, or what else holds from the start. */
  | { readonly type: 'setting'; readonly key: string; readonly to: string | undefined }
  /** `before`: the leverage, or the pool, the position had until then. */
  | { readonly type: 'added'; readonly command: ScenarioCommand; readonly before: string | undefined }
  | { readonly type: 'edited'; readonly from: ScenarioCommand; readonly to: ScenarioCommand }
  | { readonly type: 'removed'; readonly command: ScenarioCommand }

/**
 * What a line does otherwise than the one it grew from where they part: what it is named by. What follows from it (later
 * commands that were not given any more) is left out. [B1] @param forkTick  where they part
 */
export function branchDifferences(parent: ScenarioFile, branch: ScenarioFile, forkTick: number): readonly BranchDifference[] {
  const found = [...settingDifferences(parent, branch, forkTick), ...commandDifferences(parent, branch)]
  const ticks = found.map((each) => tickOf(each))
  const first = Math.min(...ticks)
  const there = found.filter((_, i) => ticks[i] === first)
  // A command given makes those after it fall away; they are no decision of their own.
  const decided = there.filter(({ type }) => type !== 'removed')
  return decided.length > 0 ? decided : there
}

function settingDifferences(parent: ScenarioFile, branch: ScenarioFile, forkTick: number): readonly BranchDifference[] {
  const others = (['positionMode', 'between', 'candlePath', 'collateral', 'counterparties', 'instruments'] as const).filter((key) => !isEqualJson(parent[key], branch[key]))
  return [
    ...(parent.wallet === branch.wallet ? [] : [{ type: 'wallet' as const, to: branch.wallet }]),
    ...(isEqualJson(parent.rules, branch.rules) ? [] : [rulesOf(branch.rules)]),
    ...(isSameTape(parent, branch) ? [] : [{ type: 'prices' as const, from: pricesFrom(parent.tape, branch.tape, forkTick) }]),
    ...others.map((key): BranchDifference => {
      const to = branch[key]
      return { type: 'setting', key, to: typeof to === 'string' ? to : undefined }
    }),
  ]
}

function rulesOf(rules: string | RulesDocument | undefined): BranchDifference {
  if (rules === undefined || typeof rules === 'string') return { type: 'rules', to: rules ?? 'plain', isId: true }
  return { type: 'rules', to: rules.name ?? rules.id ?? '', isId: false }
}

function commandDifferences({ commands: before }: ScenarioFile, { commands: after }: ScenarioFile): readonly BranchDifference[] {
  if (before === after) return []
  // An id may stand for another command in another line.
  const key = ({ id, tick, type }: ScenarioCommand): string => `${id} ${String(tick)} ${type}`
  const old = new Map(before.map((command) => [key(command), command]))
  const now = new Set(after.map(key))
  const removed = before.filter((command) => !now.has(key(command))).map((command): BranchDifference => ({ type: 'removed', command }))
  const other = after.flatMap((command): readonly BranchDifference[] => {
    const from = old.get(key(command))
    if (from === undefined) return [{ type: 'added', command, before: beforeOf(command, before) }]
    return isEqualJson(from, command) ? [] : [{ type: 'edited', from, to: command }]
  })
  return [...other, ...removed]
}

function tickOf(difference: BranchDifference): number {
  if (difference.type === 'added' || difference.type === 'removed') return difference.command.tick
  if (difference.type === 'edited') return difference.to.tick
  return difference.type === 'prices' ? difference.from : 0
}

/** The leverage or the pool the position had before a command sets it. */
function beforeOf(command: ScenarioCommand, before: readonly ScenarioCommand[]): string | undefined {
  if (command.type !== 'set-leverage' && command.type !== 'move-position') return undefined
  const of = before.filter((each) => each.tick <= command.tick)
  if (command.type === 'set-leverage') {
    const last = of.findLast((each) => (each.type === 'set-leverage' && each.leg === command.leg) || (each.type === 'place-order' && defaultLegOf(each) === command.leg))
    return last?.type === 'set-leverage' || last?.type === 'place-order' ? last.leverage : undefined
  }
  const last = of.findLast((each) => (each.type === 'move-position' && each.leg === command.leg) || (each.type === 'place-order' && defaultLegOf(each) === command.leg))
  return last?.type === 'move-position' ? last.to : last?.type === 'place-order' ? last.pool : undefined
}
