import type { LegId } from '../../ledger/Account.ts'
import type { Command, PlaceOrder } from '../../ledger/Command.ts'
import type { LedgerEvent, PoolBreached } from '../../ledger/LedgerEvent.ts'
import { required } from '../../result/result.ts'
import type { Run, Setup } from '../../run/createRun.ts'
import { tickTime } from '../../run/steps.ts'
import { culpritOf } from '../culpritOf.ts'
import { openingOf, type Opening } from '../openingOf.ts'
import type { Question } from './trial.ts'

/** An incident, ready to be asked what would have saved it. */
export interface IncidentCase {
  readonly question: Question
  readonly breach: LedgerEvent & PoolBreached
  readonly culprit: LegId
  readonly opening: Opening
  /** The order that opened the culprit's position. */
  readonly order: (Command & PlaceOrder) | undefined
  /** The command after which the position is open and can be given margin; absent where there is no such moment. */
  readonly insertAfter: string | undefined
}

export function incidentCase(setup: Setup, run: Run, at: { readonly breach: LedgerEvent & PoolBreached; readonly until: number; readonly walls: Question['walls'] }): IncidentCase {
  const { breach, until, walls } = at
  const culprit = culpritOf(breach)
  const openings = breach.legs.map(({ leg }) => required(openingOf(run.events, leg, breach.seq - 1), `the opening of ${leg}`))
  const opening = required(openings.find(({ leg }) => leg === culprit), culprit)
  const order = setup.commands.find((command) => command.id === opening.orderId)
  return {
    question: {
      setup,
      walls,
      until,
      legs: new Set(breach.legs.map(({ leg }) => leg)),
      since: Math.min(...openings.map(({ tick }) => tick)),
      openings: new Set(openings.map(({ orderId }) => orderId)),
    },
    breach,
    culprit,
    opening,
    order: order?.type === 'place-order' ? order : undefined,
    insertAfter: insertionOf(setup, { opening, breach }),
  }
}

/** An order filled by a command is followed at once; one that rested, by the first command of the tick it was filled in. */
function insertionOf({ commands, tape }: Setup, { opening, breach }: Pick<IncidentCase, 'opening' | 'breach'>): string | undefined {
  const { tick, orderId } = opening
  const given = commands.find((command) => command.id === orderId)
  if (given?.tick === tick) return given.id
  // Commands come after all that a tick's prices brought.
  if (breach.tick === tick && breach.at <= tickTime(tape, tick)) return undefined
  return commands.findLast((command) => command.tick < tick)?.id
}
