import type { PartField, PartType } from './ScriptDraft.ts'
import { TEMPLATES } from './templates.ts'

const parts: Readonly<Record<PartType, { readonly title: string; readonly what: string }>> = {
  calm: { title: 'Calm', what: 'Nothing happens.' },
  move: { title: 'Move', what: 'A straight way up or down.' },
  gap: { title: 'Gap', what: 'The next bar is there at once: nothing trades between.' },
  wick: { title: 'Wick', what: 'There within the first half, back within the second.' },
  grind: { title: 'Grind', what: 'Leg by leg, each with a recovery of a third.' },
  depeg: { title: 'Depeg', what: 'Slips by a quarter, breaks, and comes back slowly.' },
  dead: { title: 'Dead market', what: 'So many bars are missing, then the price is where it is.' },
}

const fields: Readonly<Record<PartField, { readonly label: string; readonly unit: string | undefined }>> = {
  bars: { label: 'Length', unit: 'bars' },
  by: { label: 'By', unit: '%' },
  back: { label: 'Given back', unit: '%' },
  legs: { label: 'Legs', unit: undefined },
}

export const scriptWords = {
  parts,
  fields,
  templates: 'Begin with',
  list: 'Parts, one after the other',
  partLabel: (number: number, type: PartType) => `Part ${number}: ${parts[type].title}`,
  up: (number: number, type: PartType) => `Move part ${number}, ${parts[type].title}, up`,
  down: (number: number, type: PartType) => `Move part ${number}, ${parts[type].title}, down`,
  remove: (number: number, type: PartType) => `Remove part ${number}, ${parts[type].title}`,
  isFirst: 'It is the first.',
  isLast: 'It is the last.',
  onlyPart: 'One part must stay.',
  add: 'Add',
  addOf: (type: PartType) => `Add ${parts[type].title}`,
  atMost: (count: number) => `${count} parts are the most this form makes.`,
  keysHint: 'Alt with ↑ or ↓ moves a part as well.',
  moved: (type: PartType, place: number, count: number) => `${parts[type].title} is part ${place} of ${count}`,
  length: (bars: string, span: string) => `${bars} bars, ${span} in all`,
  barSize: 'Bar size',
  volatility: 'Noise between the corners',
  seed: 'Seed of the noise',
  whose: 'Instruments',
  current: 'As played now',
  standard: 'Standard three',
  depeg: 'A stablecoin and two more',
  table: 'Instruments of the script',
  price: 'Start price',
  beta: 'Share of the move',
  betaHint: 'Share 1 makes the whole move, 0.5 half of it, −1 the opposite.',
  start: 'Play the script',
  titleOf: (template: string | undefined) => {
    const found = TEMPLATES.find(({ id }) => id === template)
    return found === undefined ? 'My script' : `Shock: ${found.title}`
  },
  errors: {
    tooLong: (most: string) => `At most ${most} bars are made; shorten a part.`,
    empty: 'Add a part.',
    legs: (most: number, bars: number) => `A leg takes 2 bars or more: at most ${most} fit into ${bars}.`,
  },
} as const
