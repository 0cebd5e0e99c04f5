import { jsonText } from '../../documents/json/jsonText.ts'
import { serializeTape } from '../../documents/tape/parseTape.ts'
import { tapeHash } from '../../tapes/tapeHash.ts'
import { csvText } from '../csvText.ts'
import { DONE, REFUSED, type ExitCode, type Io } from '../Io.ts'
import { parseCommandLine } from '../parseCommandLine.ts'
import { tapeRows } from '../tape/tapeOutputs.ts'
import { UsageError } from '../UsageError.ts'
import { readTape } from './readTape.ts'
import { readText } from './readText.ts'

const OUTPUTS = ['json', 'csv', 'hash'] as const

/** `make <document>`: the prices that a scenario, or a source alone, stands for. */
export async function makeCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseCommandLine(args, { options: { out: { type: 'string' } }, operands: ['<document>'] })
  const output = OUTPUTS.find((each) => each === (values.out ?? 'json'))
  if (output === undefined) throw new UsageError(`--out: one of ${OUTPUTS.join(', ')} was expected, ${JSON.stringify(values.out)} was given`)
  const path = positionals[0] ?? '-'
  const text = await readText(path, io)
  const tape = text === undefined ? undefined : await readTape(path, text, io)
  if (tape === undefined) return REFUSED
  if (output === 'hash') io.out(jsonText({ tape: tapeHash(tape) }))
  else io.out(output === 'json' ? serializeTape(tape) : csvText(tapeRows(tape)))
  if (output === 'csv' && tape.funding !== undefined) io.say('note: funding has times of its own and is not among the rows; --out json has it')
  return DONE
}
