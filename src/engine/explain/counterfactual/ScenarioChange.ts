import type { LegId } from '../../ledger/Account.ts'
import type { Command, PoolRef } from '../../ledger/Command.ts'
import type { Setup } from '../../run/createRun.ts'
import type { Price, Qty, Quote, Rate } from '../../units/quantities.ts'

/** A change to a scenario: what somebody could have done instead. */
export type ScenarioChange =
  | { readonly type: 'wallet'; readonly wallet: Quote }
  /** Fields of an order that was given. `leg` is its leg, which keeps its name when the pool changes. */
  | { readonly type: 'edit'; readonly id: string; readonly leg: LegId; readonly leverage?: Rate; readonly qty?: Qty; readonly stopLoss?: Price; readonly pool?: PoolRef }
  /** A new command, right after the one named. */
  | { readonly type: 'insert'; readonly after: string; readonly command: Command }

/** What changes touch: a scenario as it is played, or as it was read. */
type Changeable = Pick<Setup, 'wallet' | 'commands'>

/** The scenario with the changes made. */
export function changed<S extends Changeable>(scenario: S, changes: readonly ScenarioChange[]): S {
  return changes.reduce<S>((before, change) => ({ ...before, ...applied(before, change) }), scenario)
}

function applied({ commands }: Changeable, change: ScenarioChange): Partial<Changeable> {
  if (change.type === 'wallet') return { wallet: change.wallet }
  if (change.type === 'insert') return { commands: commands.flatMap((command) => (command.id === change.after ? [command, change.command] : [command])) }
  return { commands: commands.map((command) => (command.id === change.id ? edited(command, change) : command)) }
}

function edited(command: Command, { leverage, qty, stopLoss, pool }: ScenarioChange & { readonly type: 'edit' }): Command {
  if (command.type !== 'place-order') return command
  return {
    ...command,
    ...(leverage === undefined ? {} : { leverage }),
    ...(qty === undefined ? {} : { size: { unit: 'base', qty } }),
    ...(stopLoss === undefined ? {} : { stopLoss }),
    ...(pool === undefined ? {} : { pool }),
  }
}
