export interface LabelAt {
  readonly id: string
  /** Where it belongs, pixels from above. */
  readonly at: number
}

/** Pushes labels of one line apart so that none covers another; within the plot as far as they fit. @returns where each stands, by id */
export function spreadLabels(labels: readonly LabelAt[], { gap, top, bottom }: { readonly gap: number; readonly top: number; readonly bottom: number }): ReadonlyMap<string, number> {
  const sorted = labels.toSorted((a, b) => a.at - b.at)
  let free = top
  const down = sorted.map(({ id, at }) => {
    const y = Math.max(at, free)
    free = y + gap
    return { id, y }
  })
  let limit = bottom
  const placed = new Map<string, number>()
  for (const { id, y } of down.toReversed()) {
    const at = Math.min(y, limit)
    limit = at - gap
    placed.set(id, at)
  }
  return placed
}
