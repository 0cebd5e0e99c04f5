import type { Move, Part, Turn } from './Script.ts'

/** A part as straight lines. */
export interface Turns {
  /** Ascending; the last one is the part's last bar. */
  readonly turns: readonly Turn[]
  /** Whether its first bar is reached by a jump, and how many bars are missing before it. */
  readonly jump?: { readonly missing: number }
  readonly noise: number
}

/** The corners each part stands for. [S20] */
export function turnsOf(part: Part): Turns {
  const noise = 'noise' in part ? (part.noise ?? 1) : part.type === 'gap' || part.type === 'dead' ? 0 : 1
  switch (part.type) {
    case 'calm':
      return { turns: [{ bar: part.bars, by: 0 }], noise }
    case 'move':
      return { turns: [{ bar: part.bars, by: part.by }], noise }
    case 'gap':
      return { turns: [{ bar: 1, by: part.by }], jump: { missing: 0 }, noise }
    case 'dead':
      return { turns: [{ bar: 1, by: part.by ?? 0 }], jump: { missing: part.bars }, noise }
    case 'wick':
      return { turns: [{ bar: Math.floor(part.bars / 2), by: part.by }, { bar: part.bars, by: times(part.by, 1 - part.back) }], noise }
    case 'depeg': {
      const quarter = Math.floor(part.bars / 4)
      return { turns: [{ bar: quarter, by: times(part.by, 0.25) }, { bar: 2 * quarter, by: part.by }, { bar: part.bars, by: times(part.by, 1 - part.back) }], noise }
    }
    case 'grind':
      return { turns: legs(part), noise }
    case 'corners':
      return { turns: part.corners, noise }
  }
}

/**
 * Every leg but the last goes a and comes back a third of it, the last goes a: (legs - 1) 2a/3 + a = the whole, so that the
 * deepest point is the end. a = 3 / (2 legs + 1) of the whole.
 */
function legs({ bars, by, legs: count }: Extract<Part, { type: 'grind' }>): readonly Turn[] {
  const step = 1 / (2 * count + 1)
  return Array.from({ length: count }, (_, leg): readonly Turn[] => {
    const [from, to] = [Math.floor((bars * leg) / count), Math.floor((bars * (leg + 1)) / count)]
    if (leg === count - 1) return [{ bar: bars, by }]
    const low = Math.max(from + 1, Math.min(to - 1, from + Math.round((2 * (to - from)) / 3)))
    return [{ bar: low, by: times(by, (2 * leg + 3) * step) }, { bar: to, by: times(by, (2 * leg + 2) * step) }]
  }).flat()
}

function times(move: Move, share: number): Move {
  return typeof move === 'number' ? move * share : Object.fromEntries(Object.entries(move).map(([key, own]) => [key, own * share]))
}
