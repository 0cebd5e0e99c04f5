import type { KeyValueStorage } from './KeyValueStorage.ts'

const PREFIX = 'aside:'

/** Puts a record that could not be read under a key of its own, where nothing overwrites it. @returns the key */
export async function keepAside(storage: KeyValueStorage, value: unknown): Promise<string> {
  const taken = await keptAside(storage)
  let number = taken.length + 1
  while (taken.includes(`${PREFIX}${number}`)) number += 1
  const key = `${PREFIX}${number}`
  await storage.set(key, value)
  return key
}

/** Keys of everything kept aside, oldest first. */
export async function keptAside(storage: KeyValueStorage): Promise<readonly string[]> {
  const keys = await storage.keys()
  return keys.filter((key) => key.startsWith(PREFIX)).sort((a, b) => Number(a.slice(PREFIX.length)) - Number(b.slice(PREFIX.length)))
}

/** What was kept aside, as text that can be saved to a file. */
export function asideText(value: unknown): string {
  if (typeof value === 'string') return value
  const document = typeof value === 'object' && value !== null && 'document' in value ? value.document : value
  return `${JSON.stringify(document ?? value, undefined, 2)}\n`
}
