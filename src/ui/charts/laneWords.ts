import type { Lane, LaneCell, LaneLink } from './lane.ts'
import type { TickNames } from './tickNames.ts'

const levelNames = ['under 10%', '10 to 25%', '25 to 50%', '50 to 80%', '80% and over'] as const

export function levelName(level: LaneCell['level']): string {
  return level === 'closed' ? 'closed' : levelNames[level]
}

/** The lanes as one paragraph. */
export function laneSummary(lanes: readonly Lane[], links: readonly LaneLink[], cursor: number, names: TickNames): string {
  if (lanes.length === 0) return 'No positions.'
  const label = (id: string): string => lanes.find((lane) => lane.id === id)?.label ?? id
  const states = lanes.map((lane) => `${lane.label} ${lane.side}: isolated ${lane.isoEnd}, cross ${lane.crossEnd}.`)
  const taken = links.map((link) => `${names.full(link.tick)}: ${label(link.from)} took ${link.to.map(label).join(' and ')} along.`)
  return [`Margin ratios up to ${names.full(cursor)}.`, ...states, ...taken].join(' ')
}

export function laneReading(lanes: readonly Lane[], tick: number, names: TickNames): string {
  const at = (cells: readonly LaneCell[]): string => {
    const cell = cells.find((candidate) => candidate.from <= tick && tick <= candidate.to)
    return cell === undefined ? 'none' : levelName(cell.level)
  }
  return [names.full(tick), ...lanes.map((lane) => `${lane.label}: isolated ${at(lane.iso)}, cross ${at(lane.cross)}`)].join(', ')
}

export const laneColumns = ['Position', 'Account', 'From', 'To', 'Margin ratio']

export function laneTableRows(lanes: readonly Lane[], names: TickNames): readonly (readonly string[])[] {
  const rows = (lane: Lane, account: string, cells: readonly LaneCell[]): readonly string[][] =>
    cells.map((cell) => [`${lane.label} ${lane.side}`, account, names.short(cell.from), names.short(cell.to), levelName(cell.level)])
  return lanes.flatMap((lane) => [...rows(lane, 'All isolated', lane.iso), ...rows(lane, 'All cross', lane.cross)])
}
