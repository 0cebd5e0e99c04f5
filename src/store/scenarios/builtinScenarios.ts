import type { ScenarioFile } from '../../workers/run/ScenarioFile.ts'
import { VENUE_SCENARIOS } from './venueScenarios.ts'

/** A scenario that comes with the program. */
export interface BuiltinScenario {
  readonly id: string
  /** Shown first in price chart and ticket: the instrument the story is about. */
  readonly instrument: string
  readonly document: ScenarioFile
}

const INSTRUMENTS: ScenarioFile['instruments'] = ['BTC', 'ETH', 'SOL'].map((base) => ({ symbol: `${base}-PERP`, base, quote: 'USDT', tickSize: '0.01' }))

/** The three legs of product.md 5.3: what is risky stands behind its own wall, the other two share. */
const COMMANDS: ScenarioFile['commands'] = [
  { id: 'c1', tick: 0, type: 'place-order', instrument: 'BTC-PERP', pool: 'cross', side: 'buy', notional: '20000', leverage: '10' },
  { id: 'c2', tick: 0, type: 'place-order', instrument: 'ETH-PERP', pool: 'cross', side: 'sell', notional: '10000', leverage: '10' },
  { id: 'c3', tick: 0, type: 'place-order', instrument: 'SOL-PERP', pool: 'isolated', side: 'buy', notional: '40000', leverage: '20' },
]

function scripted(id: string, title: string): BuiltinScenario {
  return {
    id,
    instrument: 'SOL-PERP',
    document: { schema: 1, title, rules: 'plain', tape: { type: 'scripted', id }, instruments: INSTRUMENTS, wallet: '10000', commands: COMMANDS },
  }
}

/** A long in LINK behind its own wall and one in BTC, on a tape whose last price of LINK is wrong for a minute. */
function badPrint(id: string, title: string, rules: ScenarioFile['rules']): BuiltinScenario {
  return {
    id,
    instrument: 'LINK-PERP',
    document: {
      schema: 1,
      title,
      rules,
      tape: { type: 'scripted', id: 'one-bad-print' },
      instruments: [
        { symbol: 'BTC-PERP', base: 'BTC', quote: 'USDT', tickSize: '0.01' },
        { symbol: 'LINK-PERP', base: 'LINK', quote: 'USDT', tickSize: '0.0001' },
      ],
      wallet: '10000',
      commands: [
        { id: 'c1', tick: 0, type: 'place-order', instrument: 'BTC-PERP', pool: 'cross', side: 'buy', notional: '20000', leverage: '10' },
        { id: 'c2', tick: 0, type: 'place-order', instrument: 'LINK-PERP', pool: 'isolated', side: 'buy', notional: '20000', leverage: '10' },
      ],
    },
  }
}

/** The plain rules with one change: the liquidation test looks at the last price. */
const BY_LAST = {
  extends: 'plain',
  id: 'plain-by-last',
  name: 'Plain last-price',
  summary: 'The plain rules, but liquidations look at the last price: one bad print is enough.',
  liquidation: { trigger: 'last' },
} as const

/** Scenario A, in which isolated wins; scenario B, in which cross does; and one print under two rules. */
export const BUILTIN_SCENARIOS: readonly BuiltinScenario[] = [
  scripted('one-bad-altcoin', 'One bad altcoin'),
  scripted('the-wick', 'The wick'),
  badPrint('bad-print-by-last', 'One bad print: last against mark', BY_LAST),
  badPrint('bad-print-by-mark', 'One bad print, by the mark', 'plain'),
  ...VENUE_SCENARIOS,
]
