import { TWIN_HALVES, type Lane, type LaneCell, type LaneLink } from './lane.ts'
import type { TickNames } from './tickNames.ts'

const levelNames = ['under 10%', '10 to 25%', '25 to 50%', '50 to 80%', '80% and over'] as const

export function levelName(level: LaneCell['level']): string {
  return level === 'closed' ? 'closed' : levelNames[level]
}

/** The lanes as one paragraph. */
export function laneSummary(lanes: readonly Lane[], links: readonly LaneLink[], { cursor, names, halves = TWIN_HALVES.names }: { readonly cursor: number; readonly names: TickNames; readonly halves?: readonly [string, string] }): string {
  if (lanes.length === 0) return 'No positions.'
  const label = (id: string): string => lanes.find((lane) => lane.id === id)?.label ?? id
  const states = lanes.map((lane) => `${lane.label} ${lane.side}: ${halves[0]} ${lane.isoEnd}, ${halves[1]} ${lane.crossEnd}.`)
  const taken = links.map((link) => `${names.full(link.tick)}: ${label(link.from)} took ${link.to.map(label).join(' and ')} along.`)
  return [`Margin ratios up to ${names.full(cursor)}.`, ...states, ...taken].join(' ')
}

export function laneReading(lanes: readonly Lane[], tick: number, names: TickNames, halves: readonly [string, string] = TWIN_HALVES.names): string {
  const at = (cells: readonly LaneCell[]): string => {
    const cell = cells.find((candidate) => candidate.from <= tick && tick <= candidate.to)
    return cell === undefined ? 'none' : levelName(cell.level)
  }
  return [names.full(tick), ...lanes.map((lane) => `${lane.label}: ${halves[0]} ${at(lane.iso)}, ${halves[1]} ${at(lane.cross)}`)].join(', ')
}

export const laneColumns = ['Position', 'Account', 'From', 'To', 'Margin ratio']

export function laneTableRows(lanes: readonly Lane[], names: TickNames, halves: readonly [string, string] = ['All isolated', 'All cross']): readonly (readonly string[])[] {
  const rows = (lane: Lane, account: string, cells: readonly LaneCell[]): readonly string[][] =>
    cells.map((cell) => [`${lane.label} ${lane.side}`, account, names.short(cell.from), names.short(cell.to), levelName(cell.level)])
  return lanes.flatMap((lane) => [...rows(lane, halves[0], lane.iso), ...rows(lane, halves[1], lane.cross)])
}
