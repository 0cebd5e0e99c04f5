import { cholesky, nearestCorrelation } from '../../kernel/index.ts'

type Table = readonly (readonly number[])[]

/** Whether prices could move like that together. */
export function isPossibleCorrelation(table: Table): boolean {
  return cholesky(Float64Array.from(table.flat()), table.length) !== undefined
}

/** The possible table nearest to one that contradicts itself, in numbers of three decimals. */
export function possibleCorrelation(table: Table): Table {
  const n = table.length
  const nearest = nearestCorrelation(Float64Array.from(table.flat()), n)
  // Rounding may contradict itself again, by a hair: then a hair nearer to independence.
  for (let shrink = 0; shrink < 1; shrink += 0.0005) {
    const rounded = table.map((row, i) => row.map((_, j) => (i === j ? 1 : rounding((nearest[i * n + j] ?? 0) * (1 - shrink)))))
    if (isPossibleCorrelation(rounded)) return rounded
  }
  return table.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)))
}

function rounding(value: number): number {
  return Math.round(value * 1000) / 1000 + 0
}
