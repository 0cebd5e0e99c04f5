import { Decimal } from '../../engine/index.ts'

/** The size that is a share (0 to 100) of the largest one, rounded down to the step; all of it at 100. */
export function sizeOfShare(largest: string, percent: number, step: string): string {
  if (percent >= 100) return new Decimal(largest).toFixed()
  const size = new Decimal(largest).times(Math.max(0, percent)).div(100)
  return size.div(step).floor().times(step).toFixed()
}

/** Whole percent of the largest size; 0 without a size or a maximum, more than 100 when it is too large. */
export function shareOfSize(largest: string, size: string): number {
  if (size === '') return 0
  const most = new Decimal(largest)
  return most.isZero() ? 0 : Number(new Decimal(size).times(100).div(most).toFixed(0))
}

/** The smaller of the two sides' maxima, so that a share of it can be placed on either side; a side that takes nothing does not count. */
export function commonMaximum(buy: string, sell: string): string {
  const [low, high] = [Decimal.min(buy, sell), Decimal.max(buy, sell)]
  return (low.isZero() ? high : low).toFixed()
}
