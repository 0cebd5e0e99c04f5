const SAMPLES = 24
const MOST_SHOWN = 50

/** Leverages at which the curve is drawn: evenly by ratio, from where the fall is near half the price. */
export function leverageSamples(maxLeverage: number): readonly string[] {
  const most = Math.max(2.5, Math.min(MOST_SHOWN, maxLeverage))
  const least = Math.min(2, most / 1.2)
  const ratio = (most / least) ** (1 / (SAMPLES - 1))
  return [...new Set(Array.from({ length: SAMPLES }, (_, index) => (least * ratio ** index).toFixed(2)))]
}
