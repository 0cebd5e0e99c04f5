/** The first and last tick of the whole tape: the same horizontal scale in every stacked chart and in the scrubber. */
export type TickDomain = readonly [first: number, last: number]

/** Where a plot lies inside its chart, in pixels. */
export type PlotFrame = {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export const NARROW_CHART = 640

export type Gutters = { readonly left: number; readonly right: number }

/** Axis labels and lane names on the left, direct labels at line ends on the right. */
export function chartGutters(width: number): Gutters {
  return width < NARROW_CHART ? { left: 52, right: 84 } : { left: 80, right: 136 }
}

export function plotFrame(width: number, height: number, inset: { readonly top: number; readonly bottom: number }): PlotFrame {
  const gutters = chartGutters(width)
  return {
    width,
    height,
    left: gutters.left,
    right: Math.max(gutters.left + 1, width - gutters.right),
    top: inset.top,
    bottom: Math.max(inset.top + 1, height - inset.bottom),
  }
}

export function tickToX(tick: number, domain: TickDomain, frame: Pick<PlotFrame, 'left' | 'right'>): number {
  const span = domain[1] - domain[0]
  return span <= 0 ? frame.left : frame.left + ((tick - domain[0]) / span) * (frame.right - frame.left)
}

/** The unrounded tick under a pixel, kept inside the domain. */
export function xToTick(x: number, domain: TickDomain, frame: Pick<PlotFrame, 'left' | 'right'>): number {
  const share = (x - frame.left) / Math.max(1, frame.right - frame.left)
  return domain[0] + Math.max(0, Math.min(1, share)) * (domain[1] - domain[0])
}

export type ValueRange = readonly [least: number, most: number]

export function valueToY(value: number, range: ValueRange, frame: Pick<PlotFrame, 'top' | 'bottom'>): number {
  const span = range[1] - range[0]
  return span <= 0 ? frame.bottom : frame.bottom - ((value - range[0]) / span) * (frame.bottom - frame.top)
}

/** The value at a pixel, also beyond the plot, on the same scale. */
export function yToValue(y: number, range: ValueRange, frame: Pick<PlotFrame, 'top' | 'bottom'>): number {
  const share = (frame.bottom - y) / Math.max(1, frame.bottom - frame.top)
  return range[0] + share * (range[1] - range[0])
}
