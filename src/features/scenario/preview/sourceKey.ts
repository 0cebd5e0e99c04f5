const numbers = new WeakMap<object, number>()
let last = 0

/**
 * Equal texts for sources that make the same prices. What a tape is made of is told by its identity: the prices of a
 * document may be megabytes, and this is asked at every stroke of a key.
 */
export function sourceKey(source: object): string {
  return JSON.stringify(Object.entries(source).map(([key, value]: [string, unknown]) => [key, isLarge(key, value) ? numberOf(value) : value]))
}

/** A tape under another, a column of prices. */
function isLarge(key: string, value: unknown): value is object {
  return typeof value === 'object' && value !== null && (key === 'of' || key === 'base' || key === 'series' || key === 'time')
}

function numberOf(value: object): number {
  const known = numbers.get(value)
  if (known !== undefined) return known
  last += 1
  numbers.set(value, last)
  return last
}
