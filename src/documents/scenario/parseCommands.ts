import * as v from 'valibot'
import type { Command } from '../../engine/index.ts'
import { accepted, refusedWith, type Parsed } from '../Problem.ts'
import { problemsOf } from '../validators/problemsOf.ts'
import { commandSchema } from './CommandDocument.ts'
import { commandsOf } from './commandsOf.ts'
import type { PositionMode } from './Scenario.ts'

const listSchema = v.array(commandSchema)

/** Commands on their own, as a session gets them while a scenario is open; checked as in a Scenario document. */
export function parseCommands(input: unknown, mode: PositionMode): Parsed<readonly Command[]> {
  const parsed = v.safeParse(listSchema, input)
  if (!parsed.success) return refusedWith(problemsOf(parsed.issues))
  const { commands, problems } = commandsOf(parsed.output, mode, ['commands'])
  return problems.length > 0 ? refusedWith(problems) : accepted(commands)
}
