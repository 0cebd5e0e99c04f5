import type { FilePart } from '../../documents/scenario/TapeSource.ts'

/** The price files a scenario names. What cannot be read so far names none: the worker refuses it, by its place. */
export function filesOf(source: unknown): readonly FilePart[] {
  const tape = fieldOf(typeof source === 'string' ? jsonOf(source) : source, 'tape')
  const files = fieldOf(tape, 'type') === 'file' ? fieldOf(tape, 'files') : undefined
  return Array.isArray(files) ? files.filter((file): file is FilePart => typeof fieldOf(file, 'name') === 'string') : []
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
