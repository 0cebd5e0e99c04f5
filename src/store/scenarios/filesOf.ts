import { MOST_DEPTH } from '../../documents/json/limits.ts'
import type { FilePart } from '../../documents/scenario/TapeSource.ts'

/** The price files a scenario names, also under what is made of other prices. What cannot be read so far names none: the worker refuses it, by its place. */
export function filesOf(source: unknown): readonly FilePart[] {
  const found: FilePart[] = []
  let tape = fieldOf(typeof source === 'string' ? jsonOf(source) : source, 'tape')
  for (let depth = 0; tape !== undefined && depth < MOST_DEPTH; depth += 1) {
    const files = fieldOf(tape, 'type') === 'file' ? fieldOf(tape, 'files') : undefined
    if (Array.isArray(files)) found.push(...files.filter((file): file is FilePart => typeof fieldOf(file, 'name') === 'string'))
    tape = fieldOf(tape, 'of') ?? fieldOf(tape, 'base')
  }
  return found
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
