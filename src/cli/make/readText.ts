import type { Io } from '../Io.ts'

/** The text of a document; why it cannot be read is said. */
export async function readText(path: string, io: Io): Promise<string | undefined> {
  try {
    return await io.read(path)
  } catch (error) {
    io.say(error instanceof Error ? error.message : String(error))
    return undefined
  }
}
