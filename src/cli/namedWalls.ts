import { TWINS } from '../engine/index.ts'
import { UsageError } from './UsageError.ts'

/** The partitions that need no more than a name. */
export type NamedWalls = (typeof TWINS)[number]

/** The partition that --walls names. @param more  what else may stand there, for the message */
export function namedWalls(text: string, more = ''): NamedWalls {
  const walls = TWINS.find((each) => each === text)
  if (walls === undefined) throw new UsageError(`--walls: one of ${TWINS.join(', ')}${more} was expected, ${JSON.stringify(text)} was given`)
  return walls
}
