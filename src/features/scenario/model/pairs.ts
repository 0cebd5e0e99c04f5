/** Each two of so many, first with second, first with third, …, second with third. */
export function pairs(count: number): readonly (readonly [number, number])[] {
  return Array.from({ length: count }, (_, i) => Array.from({ length: count - i - 1 }, (__, k) => [i, i + 1 + k] as const)).flat()
}

/** Where the pair of `i` and a later `j` stands among them. */
export function pairAt(i: number, j: number, count: number): number {
  return pairs(count).findIndex(([a, b]) => a === i && b === j)
}

/** The whole table, ones on its diagonal. @param values  in the order of `pairs` */
export function pairMatrix(values: readonly number[], count: number): readonly (readonly number[])[] {
  return Array.from({ length: count }, (_, i) => Array.from({ length: count }, (__, j) => (i === j ? 1 : (values[pairAt(Math.min(i, j), Math.max(i, j), count)] ?? 0))))
}

/** Below −1/(n − 1) one coefficient for all pairs of n contradicts itself; four decimals, rounded towards zero. */
export function lowestCorrelation(n: number): number {
  return n < 2 ? -1 : Math.ceil(-9999 / (n - 1)) / 10_000
}
