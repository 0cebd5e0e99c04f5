export type ShockId = 'fall-10' | 'fall-20' | 'fall-30' | 'wick' | 'gap' | 'grind' | 'depeg'

/** A move of the market against its start: [tick, fraction]; straight lines between, −0.1 is 10 % down. */
export type ShockCorner = readonly [tick: number, move: number]

export interface ShockPreset {
  readonly id: ShockId
  readonly title: string
  /** One sentence for the person who chooses. */
  readonly description: string
  readonly corners: readonly ShockCorner[]
  /** The tick that is reached by a jump, with nothing between it and the tick before. */
  readonly jumps: readonly number[]
}

const fall = (id: ShockId, move: number, percent: string): ShockPreset => ({
  id,
  title: `−${percent} %`,
  description: `A day of calm, then a steady fall of ${percent} % within a day, and no recovery.`,
  corners: [[0, 0], [24, 0], [48, move], [120, move]],
  jumps: [],
})

/** The shock presets of product.md S9. Shapes, not history: 120 bars, the move of an instrument with beta 1. */
export const SHOCK_PRESETS: readonly ShockPreset[] = [
  fall('fall-10', -0.1, '10'),
  fall('fall-20', -0.2, '20'),
  fall('fall-30', -0.3, '30'),
  {
    id: 'wick',
    title: 'Wick',
    description: 'Down 25 % within two bars, back within four: only what stood through it is still there.',
    corners: [[0, 0], [48, 0], [50, -0.25], [54, -0.02], [120, 0.02]],
    jumps: [],
  },
  {
    id: 'gap',
    title: 'Gap',
    description: 'The market reopens 20 % lower. Nothing trades between, so everything is closed at the price after the gap.',
    corners: [[0, 0], [47, 0], [48, -0.2], [120, -0.2]],
    jumps: [48],
  },
  {
    id: 'grind',
    title: 'Grind',
    description: 'Five falls of about 10 %, each with a half-hearted recovery: 35 % in all, without a single bad bar.',
    corners: [[0, 0], [16, -0.09], [24, -0.06], [40, -0.16], [48, -0.13], [64, -0.23], [72, -0.2], [88, -0.3], [96, -0.27], [112, -0.37], [120, -0.35]],
    jumps: [],
  },
  {
    id: 'depeg',
    title: 'Depeg',
    description: 'What should be worth 1 slips, breaks to 0.87 and returns to 0.99. Give the pegged instrument beta 1, the others what they follow.',
    corners: [[0, 0], [36, 0], [42, -0.03], [54, -0.13], [66, -0.08], [96, -0.01], [120, -0.01]],
    jumps: [],
  },
]
