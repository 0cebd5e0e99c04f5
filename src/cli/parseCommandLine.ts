import { parseArgs, type ParseArgsConfig } from 'node:util'
import { UsageError } from './UsageError.ts'

interface Expected<O> {
  readonly options: O
  /** Names of the operands, as the usage text calls them; those that end in `?` may be left out, the last may end in `…` and stand for several. */
  readonly operands: readonly string[]
}

/** Options and operands of a command; anything else is a usage error. */
export function parseCommandLine<const O extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], { options, operands }: Expected<O>) {
  const parsed = parsedArgs(args, options)
  const needed = operands.filter((name) => !name.endsWith('?'))
  const missing = needed[parsed.positionals.length]
  if (missing !== undefined) throw new UsageError(`${missing} was expected`)
  const extra = operands.at(-1)?.endsWith('…') === true ? undefined : parsed.positionals[operands.length]
  if (extra !== undefined) throw new UsageError(`${JSON.stringify(extra)} was not expected`)
  return parsed
}

function parsedArgs<const O extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? lowercased(error.message) : String(error))
  }
}

/** Node words it as a sentence and adds advice after it. */
function lowercased(message: string): string {
  const sentence = message.split(/\.\s/)[0] ?? message
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}
