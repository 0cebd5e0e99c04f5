import { pathText, problemLines, type Parsed, type Problem } from '../documents/Problem.ts'
import type { Io } from './Io.ts'

/** Reads and checks a document; what is wrong or odd with it is said, one line a problem. Absent when it was refused. */
export async function readDocument<T>(io: Io, path: string, parse: (text: string) => Parsed<T>): Promise<T | undefined> {
  let text: string
  try {
    text = await io.read(path)
  } catch (error) {
    io.say(error instanceof Error ? error.message : String(error))
    return undefined
  }
  const parsed = parse(text)
  if (!parsed.ok) {
    for (const line of problemLines(parsed.error)) io.say(line)
    return undefined
  }
  warn(io, parsed.warnings)
  return parsed.value
}

/** Says what was accepted but may not be what was meant. */
export function warn(io: Io, warnings: readonly Problem[]): void {
  for (const { path, message } of warnings) io.say(`note: ${pathText(path)}: ${message}`)
}
