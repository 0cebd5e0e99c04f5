/** The calculators. */
export function CalculateScreen() {
  return <main />
}
