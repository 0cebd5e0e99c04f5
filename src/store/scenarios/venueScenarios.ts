import type { ScenarioFile } from '../../workers/run/ScenarioFile.ts'
import type { BuiltinScenario } from './builtinScenarios.ts'

const COIN: ScenarioFile['instruments'] = [{ symbol: 'BTCUSD', type: 'inverse', base: 'BTC', quote: 'USD', tickSize: '0.1', qtyStep: '1' }]

/** An account kept in BTC, under the rules of a venue for such contracts. */
function inCoins(id: string, document: Pick<ScenarioFile, 'title' | 'wallet' | 'commands'> & { readonly tape: string }): BuiltinScenario {
  const { tape, ...rest } = document
  return { id, instrument: 'BTCUSD', document: { schema: 1, rules: 'binance-coinm', tape: { type: 'scripted', id: tape }, instruments: COIN, ...rest } }
}

/** A short of as many dollars as the coins behind it are worth: it gains in coins what they lose in dollars. */
const SHORT_IN_COINS = inCoins('short-in-coins', {
  title: 'Short 1x, coin-margined: no liquidation price',
  tape: 'coin-rise',
  wallet: '1.01',
  commands: [{ id: 'c1', tick: 0, type: 'place-order', instrument: 'BTCUSD', pool: 'cross', side: 'sell', qty: '60000', leverage: '1' }],
})

/** The same size both ways: together they stand still, behind walls the long is alone with its loss. */
const LONG_AGAINST_SHORT = inCoins('long-against-short-in-coins', {
  title: 'Long against short in coins',
  tape: 'coin-fall',
  wallet: '1.1',
  commands: [
    { id: 'c1', tick: 0, type: 'place-order', instrument: 'BTCUSD', pool: 'isolated', side: 'buy', qty: '30000', leverage: '1' },
    { id: 'c2', tick: 0, type: 'place-order', instrument: 'BTCUSD', pool: 'cross', side: 'sell', qty: '30000', leverage: '1' },
  ],
})

/** A long whose margin is a stablecoin. The venue's own list of haircuts does not have it in the pages read. */
const DEPEG: BuiltinScenario = {
  id: 'depeg',
  instrument: 'BTC-PERP',
  document: {
    schema: 1,
    title: 'Depeg: USDC at 0.97 behind a long',
    rules: {
      extends: 'kraken-multi',
      id: 'kraken-multi-usdc',
      name: 'Kraken Multi-M, USDC 1 %',
      summary: 'Kraken multi-collateral with a haircut of 1 % for USDC, which is an assumption.',
      collateral: { USDC: '0.01' },
    },
    tape: { type: 'scripted', id: 'depeg' },
    instruments: [{ symbol: 'BTC-PERP', base: 'BTC', quote: 'USD', tickSize: '0.01' }],
    wallet: '0',
    collateral: [{ asset: 'USDC', amount: '10000' }],
    commands: [{ id: 'c1', tick: 0, type: 'place-order', instrument: 'BTC-PERP', pool: 'cross', side: 'buy', notional: '48000', leverage: '5' }],
  },
}

/** A loss that the fund cannot pay: the profits of others pay for it, in the order of the ranking. */
const DELEVERAGING: BuiltinScenario = {
  id: 'deleveraging',
  instrument: 'SOL-PERP',
  document: {
    schema: 1,
    title: 'Deleveraging: when the fund is empty',
    rules: {
      extends: 'plain',
      id: 'plain-small-fund',
      name: 'Plain, a fund of 2,000',
      summary: 'The plain rules with an insurance fund of 2,000; beyond it counterparties are closed, highest profit times leverage first.',
      insuranceFund: { balance: '2000', scope: 'venue' },
      deleveraging: { type: 'ranked', ranking: 'profit-times-leverage' },
    },
    tape: { type: 'scripted', id: 'gap-below-zero' },
    instruments: ['BTC', 'SOL'].map((base) => ({ symbol: `${base}-PERP`, base, quote: 'USDT', tickSize: '0.01' })),
    wallet: '10000',
    counterparties: [
      { id: 'Hedger', instrument: 'SOL-PERP', qty: '-100', entryPrice: '160', margin: '500' },
      { id: 'Miner', instrument: 'SOL-PERP', qty: '-120', entryPrice: '150', margin: '6000' },
      { id: 'Desk', instrument: 'SOL-PERP', qty: '-80', entryPrice: '155', margin: '400' },
      { id: 'Bull', instrument: 'SOL-PERP', qty: '50', entryPrice: '80', margin: '100' },
    ],
    commands: [
      { id: 'c1', tick: 0, type: 'place-order', instrument: 'BTC-PERP', pool: 'cross', side: 'buy', notional: '20000', leverage: '10' },
      { id: 'c2', tick: 0, type: 'place-order', instrument: 'SOL-PERP', pool: 'isolated', side: 'buy', notional: '40000', leverage: '20' },
    ],
  },
}

/** What venues do, one subject a scenario: coins, collateral, the fund. */
export const VENUE_SCENARIOS: readonly BuiltinScenario[] = [SHORT_IN_COINS, LONG_AGAINST_SHORT, DEPEG, DELEVERAGING]
