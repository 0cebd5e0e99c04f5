/**
 * Inversion: the smallest n whose cumulative Poisson probability reaches u.
 * @param none  e^(−expected)
 */
export function poisson(u: number, none: number, expected: number): number {
  let n = 0
  let probability = none
  let cumulative = none
  while (u > cumulative && n < 1000) {
    n += 1
    probability *= expected / n
    cumulative += probability
  }
  return n
}
