import { valueToY, type PlotFrame, type ValueRange } from './plotFrame.ts'

export type CurvePoint = { readonly x: number; readonly y: number }

/** Axis labels on the left; nothing on the right. */
export function curveFrame(width: number, height: number): PlotFrame {
  return { width, height, left: 48, right: Math.max(49, width - 14), top: 10, bottom: height - 26 }
}

export function scaleX(value: number, [least, most]: ValueRange, { left, right }: Pick<PlotFrame, 'left' | 'right'>): number {
  return most <= least ? left : left + ((value - least) / (most - least)) * (right - left)
}

/** Kept inside the plot: a curve that leaves it runs along its edge. */
export function scaleY(value: number, range: ValueRange, frame: PlotFrame): number {
  return Math.max(frame.top - 4, Math.min(frame.bottom, valueToY(value, range, frame)))
}

/** The value under a pixel, kept on the axis. */
export function unscaleX(x: number, [least, most]: ValueRange, { left, right }: Pick<PlotFrame, 'left' | 'right'>): number {
  const share = Math.max(0, Math.min(1, (x - left) / Math.max(1, right - left)))
  return least + share * (most - least)
}

export function unscaleY(y: number, [least, most]: ValueRange, { top, bottom }: Pick<PlotFrame, 'top' | 'bottom'>): number {
  const share = Math.max(0, Math.min(1, (bottom - y) / Math.max(1, bottom - top)))
  return least + share * (most - least)
}

/** A line through points as the `d` of a path. */
export function pathOf(points: readonly CurvePoint[], toX: (x: number) => number, toY: (y: number) => number): string {
  return points.length === 0 ? 'M0 0' : `M${points.map(({ x, y }) => `${round(toX(x))} ${round(toY(y))}`).join('L')}`
}

function round(pixel: number): number {
  return Math.round(pixel * 10) / 10
}
