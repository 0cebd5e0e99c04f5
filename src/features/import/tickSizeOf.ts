/** 0.01 of two decimal places. */
export function tickSizeOf(decimals: number): string {
  return decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`
}
