import type { PriceKind } from '../../../engine/index.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import { words } from './words.ts'

/** The dialogs on a position. */
const PRICES: Readonly<Record<PriceKind, string>> = { mark: 'mark', index: 'index price', last: 'last price' }

export const editWords = {
  form: (title: string): string => `${title}, form`,
  waiting: 'One moment: the figures are on their way.',
  typeFirst: 'Type an amount first.',
  nothingChanged: 'Nothing is changed yet.',
  incomplete: 'The figure is not complete, or has more digits than are kept.',
  gone: {
    title: 'No such position',
    text: (leg: string): string => `${leg} is not open in your account at this bar.`,
    close: 'Back to the table',
  },
  typed: {
    empty: undefined,
    incomplete: 'The number is not complete.',
    'not-a-number': 'That is not a number.',
    ambiguous: 'The marks can be read in two ways; write 1234.5 or 1,234.5.',
    'too-long': 'That is more digits than are kept.',
    negative: 'A number above 0 is needed.',
  },
  margin: {
    titleOf: (bucket: string | undefined): string => (bucket === undefined ? 'Margin' : `Margin of bucket “${bucket}”`),
    direction: 'Add, remove, or let the wallet add',
    add: 'Add',
    remove: 'Remove',
    auto: 'Auto-add',
    autoOn: 'The wallet adds margin before a liquidation',
    autoMost: 'At most, in all',
    autoNoLimit: 'no limit',
    autoHow: 'Each time the position would be liquidated, it gets its initial margin once more, or what the wallet has left. A jump that leaves it nothing is not paid for.',
    autoSubmit: { on: 'Switch on', off: 'Switch off', change: 'Set' },
    addOnly: (rules: string): string => `${rules} takes no margin out of an isolated position while it is open: it comes back when the position is closed.`,
    amount: 'Amount',
    preset: 'Share of the largest amount',
    most: (amount: string): string => `at most ${amount}`,
    nothingToAdd: 'nothing is available',
    nothingToRemove: 'nothing can be taken out now',
    submitAdd: (amount: string): string => `Add ${amount}`,
    submitRemove: (amount: string): string => `Remove ${amount}`,
    shared: 'This position shares its pool: its collateral is the wallet. To give it margin of its own, move it behind a wall.',
    some: 'margin',
    toOwnWall: 'Move',
    use: (amount: string): string => `Use ${amount}`,
  },
  leverage: {
    title: 'Leverage',
    field: 'Leverage',
    slider: 'Leverage',
    most: (limit: string): string => `up to ${limit}`,
    submit: (leverage: string): string => `Set ${leverage}`,
    isolated: 'Behind its own wall, margin follows leverage: more leverage gives margin back to the wallet and brings the liq. price nearer.',
    shared: 'In a shared pool leverage only changes how much is set aside to open; the liq. price stays.',
  },
  move: {
    title: 'Move to another pool',
    to: 'Where to',
    isolated: 'Own wall',
    cross: 'Shared pool',
    bucket: (name: string): string => `Bucket “${name}”`,
    newBucket: 'New bucket',
    someBucket: 'Bucket',
    name: 'Name of the bucket',
    namePlaceholder: 'hedge',
    nameMissing: 'Give the bucket a name first.',
    nameTaken: 'That bucket exists: choose it above.',
    nameWrong: 'A name has letters, digits, - and _ only.',
    here: 'it is here now',
    slip: 'Transfer slip',
    noCash: 'No margin has to move',
    loseIsolated: (leg: string, amount: string): string => `From here on ${leg} can lose at most ${amount}: what stands behind its wall.`,
    loseBucket: (leg: string, amount: string): string => `From here on ${leg} can lose at most ${amount}: what stands in its bucket.`,
    before: (amount: string): string => `Until now: ${amount}.`,
    loseShared: (leg: string, amount: string): string => `From here on ${leg} can take the whole shared pool along: ${amount}.`,
    venue: 'Several venues refuse to switch the margin mode while a position or order is open. Here it is done, so that its effect can be seen.',
    submitIsolated: 'Move to its own wall',
    submitCross: 'Move to the shared pool',
    submitBucket: (name: string): string => `Move to “${name}”`,
  },
  protection: {
    title: 'Take profit and stop loss',
    takeProfit: 'Take profit',
    stopLoss: 'Stop loss',
    clear: 'Clear',
    watches: 'Set off by',
    prices: { mark: 'Mark price', index: 'Index price', last: 'Last price' },
    hintTake: (isLong: boolean, kind: PriceKind): string => `${isLong ? 'above' : 'below'} the ${PRICES[kind]}`,
    hintStop: (isLong: boolean, kind: PriceKind): string => `${isLong ? 'below' : 'above'} the ${PRICES[kind]}`,
    submit: 'Set',
    submitClear: 'Remove all',
    trailing: 'Trailing stop',
    callback: 'Callback',
    activation: 'Activation price',
    atOnce: 'at once',
    percentError: 'A callback is between 0% and 100%.',
    how: (kind: PriceKind): string => `Closes the whole position at the market price once the ${PRICES[kind]} is there.`,
  },
  close: {
    title: 'Close',
    share: 'How much',
    custom: 'Share of the position',
    tooMuch: 'There is no more than 100% of it.',
    submit: (what: string): string => `Close ${what}`,
    all: 'all',
  },
  reverse: {
    title: 'Reverse',
    submit: (side: string): string => `Reverse to ${side}`,
    story: (said: { readonly side: string; readonly size: string; readonly to: string; readonly price: string }): string =>
      `Closes ${said.side} ${said.size} and opens ${said.to} ${said.size}, both at the mark, ${said.price}.`,
    drops: 'Its take profit and stop loss are dropped.',
  },
  deposit: (amount: string): string => `Deposit ${amount}`,
  set: (value: string): string => `Set ${value}`,
} as const

/** What is wrong with what was typed, or nothing. */
export function typedProblem(text: string, format: Format): string | undefined {
  const typed = format.parse(text)
  if (!typed.ok) return editWords.typed[typed.code]
  return typed.value.startsWith('-') ? editWords.typed.negative : undefined
}

export const closeShares = [
  { share: '0.25', label: '25%' },
  { share: '0.5', label: '50%' },
  { share: '1', label: '100%' },
] as const

export function reverseSide(isLong: boolean): string {
  return (isLong ? words.short : words.long).toLowerCase()
}
