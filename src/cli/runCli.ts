import { DONE, USAGE, type ExitCode, type Io } from './Io.ts'
import { calcCommand } from './calcCommand.ts'
import { checkCommand } from './checkCommand.ts'
import { compareCommand } from './compareCommand.ts'
import { diffCommand } from './diffCommand.ts'
import { linkCommand } from './linkCommand.ts'
import { loadCommand } from './load/loadCommand.ts'
import { explainCommand } from './explainCommand.ts'
import { calibrateCommand } from './make/calibrateCommand.ts'
import { makeCommand } from './make/makeCommand.ts'
import { incidentCommand } from './incidentCommand.ts'
import { marginCommand } from './marginCommand.ts'
import { runCommand } from './runCommand.ts'
import { rulesCommand, schemaCommand, tapesCommand } from './listCommands.ts'
import { tapeCommand } from './tape/tapeCommand.ts'
import { USAGE_TEXT } from './usage.ts'
import { UsageError } from './UsageError.ts'

type CliCommand = (args: readonly string[], io: Io) => Promise<ExitCode>

const COMMANDS: ReadonlyMap<string, CliCommand> = new Map<string, CliCommand>([
  ['margin', marginCommand],
  ['run', runCommand],
  ['diff', diffCommand],
  ['compare', compareCommand],
  ['incident', incidentCommand],
  ['explain', explainCommand],
  ['calc', calcCommand],
  ['link', linkCommand],
  ['rules', rulesCommand],
  ['venues', rulesCommand],
  ['tapes', tapesCommand],
  ['tape', tapeCommand],
  ['make', makeCommand],
  ['calibrate', calibrateCommand],
  ['load', loadCommand],
  ['schema', schemaCommand],
  ['check', checkCommand],
])

/** The program without its process: arguments in, exit code out. */
export async function runCli(args: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = args
  if (name === 'help' || name === '--help' || name === '-h') {
    io.out(USAGE_TEXT)
    return DONE
  }
  const command = name === undefined ? undefined : COMMANDS.get(name)
  if (command === undefined) {
    io.say(name === undefined ? 'a command was expected' : `there is no command ${JSON.stringify(name)}; there are ${[...COMMANDS.keys(), 'help'].join(', ')}`)
    io.say('try: npm run -s bulkhead -- help')
    return USAGE
  }
  try {
    return await command(rest, io)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    io.say(`${name}: ${error.message}`)
    io.say('try: npm run -s bulkhead -- help')
    return USAGE
  }
}
