export type RatioBucket = 0 | 1 | 2 | 3 | 4

/** 0: below 10 %, 1: 10–25 %, 2: 25–50 %, 3: 50–80 %, 4: 80 % and over (and whatever is no number). */
export function ratioBucket(ratio: number): RatioBucket {
  if (ratio < 0.1) return 0
  if (ratio < 0.25) return 1
  if (ratio < 0.5) return 2
  return ratio < 0.8 ? 3 : 4
}
