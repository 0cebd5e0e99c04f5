import type { ScenarioFile } from '../../workers/run/ScenarioFile.ts'
import type { CalculatedTrade } from '../CalculateActions.ts'

/** Thirty days of hours; a year of it moves the price by six tenths, as the built-in walk of BTC does. */
const WALK = { seed: 7, bars: 720, volatility: 0.6 }

/** One trade on a random walk that begins at its entry price. */
export function scenarioOfTrade({ instrument, pool, side, leverage, size, price, takeProfit, stopLoss, wallet, rules, title }: CalculatedTrade): ScenarioFile {
  const { symbol, type, tickSize, qtyStep } = instrument
  return {
    schema: 1,
    title,
    wallet,
    ...(rules === '' ? {} : { rules }),
    instruments: [qtyStep === '' ? { symbol, type, tickSize } : instrument],
    tape: { type: 'gbm', seed: WALK.seed, bars: WALK.bars, instruments: [{ symbol, price: Number(price), decimals: placesOf(tickSize), volatility: WALK.volatility }] },
    commands: [
      {
        id: 'c1',
        tick: 0,
        type: 'place-order',
        instrument: symbol,
        pool,
        side: side === 'long' ? 'buy' : 'sell',
        qty: size,
        leverage,
        ...(takeProfit === '' ? {} : { takeProfit }),
        ...(stopLoss === '' ? {} : { stopLoss }),
      },
    ],
  }
}

/** Decimal places of a step as text; a tape has at most twelve. */
function placesOf(step: string): number {
  return Math.min(12, (step.split('.')[1] ?? '').length)
}
