import type { ScenarioChange } from '../../engine/index.ts'
import type { Plain } from '../../workers/Plain.ts'
import type { ScenarioCommand, ScenarioFile } from '../../workers/run/ScenarioFile.ts'

type Change = Plain<ScenarioChange>

/** A scenario file with changes made to its wallet and commands, as the engine makes them to what it plays. */
export function changedFile(file: ScenarioFile, changes: readonly Change[]): ScenarioFile {
  return changes.reduce(applied, file)
}

function applied(file: ScenarioFile, change: Change): ScenarioFile {
  if (change.type === 'wallet') return { ...file, wallet: change.wallet }
  if (change.type === 'insert') {
    const added = inserted(change)
    return { ...file, commands: file.commands.flatMap((command) => (command.id === change.after ? [command, added] : [command])) }
  }
  return { ...file, commands: file.commands.map((command) => (command.id === change.id ? edited(command, change) : command)) }
}

/** Margin is all that is ever added. */
function inserted({ command }: Extract<Change, { type: 'insert' }>): ScenarioCommand {
  if (command.type !== 'add-margin') throw new Error(`I2: ${command.type} is not inserted`)
  const { id, tick, to, amount } = command
  return { id, tick, type: 'add-margin', amount, ...(to.type === 'leg' ? { leg: to.leg } : { bucket: to.name }) }
}

/** A leg keeps its name: it is what other commands call it. */
function edited(command: ScenarioCommand, { leg, leverage, qty, stopLoss, pool }: Extract<Change, { type: 'edit' }>): ScenarioCommand {
  if (command.type !== 'place-order') return command
  const { qty: _qty, notional: _notional, ...rest } = command
  return {
    ...(qty === undefined ? command : { ...rest, qty }),
    leg,
    ...(leverage === undefined ? {} : { leverage }),
    ...(stopLoss === undefined ? {} : { stopLoss }),
    ...(pool === undefined ? {} : { pool }),
  }
}
