import { toJson, type Counterfactuals, type Incident, type ScenarioChange } from '../engine/index.ts'
import { commandToDocument } from '../documents/scenario/commandToDocument.ts'

/** A liquidation in one line of the list. @param number  by which it is asked for, from 1 */
export function incidentRow({ legs, culprit, tick, at, seq, pool, equity, maintenanceMargin }: Incident, number: number) {
  const bystanders = legs.filter(({ role }) => role === 'bystander').map(({ leg }) => leg)
  return { number, seq, tick, at: isoText(at), pool, culprit, bystanders, equity: equity.toFixed(), maintenanceMargin: maintenanceMargin.toFixed() }
}

/** The whole report on a liquidation: all that the screen tells, decimals in full, so that the shares of a chain add up. [I1] */
export function incidentReport(incident: Incident, number: number, savers: Counterfactuals | undefined) {
  const { at, ...rest } = incident
  return { number, at: isoText(at), ...isoTimes(toJson(rest)), ...(savers === undefined ? {} : { savers: saversReport(savers) }) }
}

/** What would have saved the pool; `try` is the number under which --try gives the scenario, its place in the list. [I2] */
function saversReport({ until, equity, all }: Counterfactuals) {
  return {
    until,
    equity: equity.toFixed(),
    all: all.map((saver, i) => {
      if (saver.type === 'none') return { kind: saver.kind, leg: saver.leg, none: saver.reason }
      const { type: _, changes, ...found } = saver
      return { try: i + 1, ...fields(toJson(found)), changes: changes.map(changeReport) }
    }),
  }
}

/** As a document writes it; `id` and `after` are ids of commands, c1 the first unless it has one. */
function changeReport(change: ScenarioChange) {
  return change.type === 'insert' ? { type: change.type, after: change.after, command: commandToDocument(change.command) } : toJson(change)
}

/** Moments as texts, as everywhere on the command line. */
function isoTimes(json: ReturnType<typeof toJson>): Record<string, unknown> {
  const walk = (value: unknown, key: string): unknown => {
    if (key === 'at' && typeof value === 'number') return isoText(value)
    if (Array.isArray(value)) return value.map((each) => walk(each, ''))
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, walk(each, name)])) : value
  }
  return fields(walk(json, ''))
}

function fields(value: unknown): Record<string, unknown> {
  return { ...(value as Record<string, unknown>) }
}

function isoText(millis: number): string {
  return new Date(millis).toISOString()
}
