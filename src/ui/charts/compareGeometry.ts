/** Labels at line ends, pushed apart so that both can be read. */
export function apart(a: number, b: number, gap: number): readonly [number, number] {
  if (Math.abs(a - b) >= gap) return [a, b]
  const middle = (a + b) / 2
  return a <= b ? [middle - gap / 2, middle + gap / 2] : [middle + gap / 2, middle - gap / 2]
}

/** The mark a pointer means: the nearest one, where it is near enough. */
export function markNear<Mark extends { readonly tick: number }>(marks: readonly Mark[], tick: number, slack: number): Mark | undefined {
  let nearest: Mark | undefined
  for (const mark of marks) {
    const distance = Math.abs(mark.tick - tick)
    if (distance <= slack && (nearest === undefined || distance < Math.abs(nearest.tick - tick))) nearest = mark
  }
  return nearest
}
