import type { Format } from '../../ui/format/createFormat.ts'
import { duration, utcDate } from '../../ui/format/timeFormats.ts'
import { quotedTitle } from './quotedTitle.ts'
import type { CurrentScenario, ScenarioInfo } from './start/CurrentScenario.ts'
import type { TradesOn } from './start/tradesOn.ts'

export const words = {
  panel: {
    compare: 'Compare rules…',
    save: 'Save as JSON',
    open: 'Open…',
    backTo: (title: string) => `Back to ${quotedTitle(title)}`,
    tabs: { examples: 'Examples', crises: 'Crises', model: 'Model', script: 'Script', draw: 'Draw', vary: 'Vary', real: 'Real', exchange: 'Exchange', files: 'Files', rules: 'Rules', settings: 'Settings' },
    tabsLabel: 'What prices, what rules',
    loading: 'Loading this form',
  },
  beforeLink: {
    label: 'Your work before a link',
    title: (title: string) => `Your work before the link: ${quotedTitle(title)}`,
    note: (commands: number, bar: number, hasInputs: boolean) => `${trades(commands)} · bar ${bar}${hasInputs ? ' · with your calculator inputs' : ''}`,
    open: 'Open',
    openOf: (title: string) => `Open ${quotedTitle(title)}, your work before the link`,
    download: 'Download',
    downloadOf: (title: string) => `Download ${quotedTitle(title)}, your work before the link`,
  },
  fingerprint: {
    run: 'Run',
    upTo: (bar: number) => `up to bar ${bar}`,
    copy: 'Copy',
    what: 'the fingerprint of the run',
    copied: 'The fingerprint is copied: prices, and the events of all three accounts.',
    forbidden: (text: string) => `This browser does not let it be copied: ${text}`,
    means: 'The same scenario gives the same fingerprint in every browser and on the command line (bulkhead run --hash).',
    waiting: 'Run: the fingerprint stands here when it pauses.',
  },
  builtIn: {
    list: [
      {
        id: 'one-bad-altcoin',
        title: 'One bad altcoin',
        note: 'SOL falls 30 % while BTC and ETH earn. Isolated keeps 9,300 of 10,000, cross ends at 0.',
      },
      { id: 'the-wick', title: 'The wick', note: 'SOL dips 10 % and comes back. Isolated is thrown out and ends at 8,500, cross sits through it and ends at 12,100.' },
      {
        id: 'bad-print-by-last',
        title: 'One bad print: last against mark',
        note: 'For one minute the last price of LINK is 0.0001; its mark never moves. Liquidated by the last price, isolated ends at 8,200 and cross at 0.',
      },
      {
        id: 'bad-print-by-mark',
        title: 'One bad print, by the mark',
        note: 'The same trades and prices, liquidated by the mark: nothing happens, both end at 10,950. The rules differ in one line: which price liquidates.',
      },
      {
        id: 'short-in-coins',
        title: 'Short 1x, coin-margined: no liquidation price',
        note: 'BTC goes to four times its price. 1.01 BTC behind a short of 60,000 USD becomes 0.26 BTC, worth 62,000 USD as before: nothing can liquidate it.',
      },
      {
        id: 'long-against-short-in-coins',
        title: 'Long against short in coins',
        note: 'BTC falls below half and comes back. At 1x a coin-margined long is gone at half its price, the short never: isolated ends at 0.60 of 1.10 BTC, cross at 1.0995.',
      },
      {
        id: 'depeg',
        title: 'Depeg: USDC at 0.97 behind a long',
        note: 'A long of 48,000 with USDC as its margin. The peg breaks while BTC is low: in one pool the long dies of its collateral and 486 are left, behind a wall it lives and 9,698 are left.',
      },
      {
        id: 'deleveraging',
        title: 'Deleveraging: when the fund is empty',
        note: 'SOL gaps 40 % down, past the margin of a 20x long. The fund has 2,000 of the 14,000 that are missing; three counterparties give up the rest, in the order of their score.',
      },
    ],
    open: 'Play',
    opened: 'Open now',
    edited: (title: string) => `${title} has changes of yours. It stays one Undo away, and here as “Back to”.`,
  },
  real: {
    slices: 'Periods',
    whole: 'All of it',
    from: 'From',
    to: 'To',
    range: (first: string, last: string) => `${first} to ${last}`,
    contract: 'Played as a linear contract: one unit gains or loses what the printed price moves.',
    source: (source: string) => `Source: ${source}.`,
    start: 'Play these prices',
  },
  file: {
    intro: 'Candles, closes, single trades and funding, from any exchange or charting site: CSV, JSON, zip or gz, as they come. What is recognised is shown and can be corrected. Nothing leaves this computer.',
    drop: 'Drop files anywhere on the page, or',
    choose: 'Choose files…',
    several: 'Several files become one tape on one clock: other instruments, following days, or the mark, index, last price and funding of one.',
  },
  start: {
    incomplete: 'Correct what is marked first.',
    opening: 'Another scenario is being opened.',
  },
  trades: {
    label: 'Trades',
    keep: (count: number) => `Keep mine (${count})`,
    noneToKeep: 'None of your trades fits these prices',
    noneYet: 'There are no trades yet',
    examples: 'Example longs',
    none: 'None',
    confirm: 'Start anyway',
    cancel: 'Stay here',
  },
  settings: {
    title: 'Title',
    wallet: 'Wallet at the start',
    walletError: 'Enter an amount of at least 0.',
    positionMode: 'Positions',
    modes: { 'one-way': 'One-way', hedge: 'Hedge' },
    modeHints: { 'one-way': 'One position an instrument and pool; an order against it reduces or turns it.', hedge: 'A long and a short of the same instrument side by side.' },
    candlePath: 'Inside a candle',
    candlePaths: {
      'nearest-extreme': 'Nearer extreme first',
      'open-high-low-close': 'Open, high, low, close',
      'open-low-high-close': 'Open, low, high, close',
      'close-only': 'Closes only',
    },
    noCandles: 'This tape has closing prices only.',
    between: 'Between two points',
    betweens: { path: 'Path', jump: 'Jump' },
    betweenHints: {
      path: 'The price passes every level on the way; each is executed there.',
      jump: 'Only the points exist; what they jump over is executed at the next one.',
    },
    changes: 'What changes',
    replay: (count: number) => (count === 0 ? 'Undo takes it back.' : `${trades(count)} ${count === 1 ? 'is' : 'are'} played again from the first bar. Undo takes it back.`),
    apply: 'Apply',
    discard: 'Discard',
    nothing: 'Nothing is changed yet.',
  },
} as const

export const BAR_SIZES = [
  { value: '60000', label: '1 minute' },
  { value: '300000', label: '5 minutes' },
  { value: '900000', label: '15 minutes' },
  { value: '3600000', label: '1 hour' },
  { value: '14400000', label: '4 hours' },
  { value: '86400000', label: '1 day' },
] as const

/** 120 bars of 1 h, 2026-01-05 to 2026-01-10. */
export function tapeFacts({ tape, instruments }: ScenarioInfo, format: Format): string {
  const bars = `${format.exact(tape.ticks)} ${tape.ticks === 1 ? 'point' : 'points'} of ${duration(tape.barMillis)}`
  const days = utcDate(tape.firstTime) === utcDate(tape.lastTime) ? utcDate(tape.firstTime) : `${utcDate(tape.firstTime)} to ${utcDate(tape.lastTime)}`
  return `${listed(instruments.map(({ base }) => base), 5)} · ${bars} · ${days}`
}

export type TradesChoice = 'keep' | 'examples' | 'none'

/** What starting does to the trades, and how to come back, before it is done. */
export function consequences(current: CurrentScenario, choice: TradesChoice, { kept, dropped, gone, isShorter }: TradesOn): readonly string[] {
  const { title, commands } = current.document
  const back = `${quotedTitle(title)} stays one Undo away.`
  if (choice === 'keep') return dropped.length === 0 ? [`Your ${trades(kept.length)} stay.`, back] : [`${trades(kept.length)} stay, ${trades(dropped.length)} are dropped: ${why(gone, isShorter)}.`, back]
  const start = choice === 'examples' ? 'Opens example longs on the first bar.' : 'Starts without positions.'
  return commands.length === 0 ? [start, back] : [start, `Your ${trades(commands.length)} stay with ${quotedTitle(title)}, one Undo away.`]
}

/** The question before work of one's own is left behind. */
export function confirmation(current: CurrentScenario, choice: TradesChoice, { dropped, gone, isShorter }: TradesOn): string {
  const { title, commands } = current.document
  const lost = choice === 'keep' ? dropped.length : commands.length
  const reason = choice === 'keep' ? `: ${why(gone, isShorter)}` : ''
  return `This leaves ${trades(lost)} behind${reason}. Undo or “Back to ${title}” brings ${lost === 1 ? 'it' : 'them'} back.`
}

function why(gone: readonly string[], isShorter: boolean): string {
  const reasons = [
    ...(gone.length === 0 ? [] : [`${listed(gone, 4)} ${gone.length === 1 ? 'is' : 'are'} not on these prices`]),
    ...(isShorter ? ['these prices end before their bar'] : []),
  ]
  return reasons.length === 0 ? 'what they belong to is gone' : reasons.join(', and ')
}

export function trades(count: number): string {
  return `${count} ${count === 1 ? 'trade' : 'trades'}`
}


export function baseOf(symbol: string): string {
  return symbol.replace(/-PERP$/, '')
}

/** BTC, ETH and SOL; BTC, ETH and 4 more. */
export function listed(names: readonly string[], most: number): string {
  if (names.length === 1) return names[0] ?? ''
  const isLong = names.length > most
  const shown = isLong ? names.slice(0, most - 1) : names.slice(0, -1)
  return `${shown.join(', ')} and ${isLong ? `${names.length - shown.length} more` : (names.at(-1) ?? '')}`
}
