import { decimalText } from './decimalText.ts'

/**
 * The decimals of documents, one for each unit. They take what venues, chains and programs print: prices of 18 and more
 * fixed places, 1/6 with all the digits of a double or of a decimal library. A quantity of up to 30 and a price of up to
 * 34 digits (or 39 and 25) multiply exactly in the engine's 64; longer ones are rounded there, at the 64th digit, far below the
 * quantum for every value below 1e48. Amounts have the twelve places that postings have. [N1, N2]
 */
export const decimals = {
  price: decimalText({ sign: 'positive', digits: 34, places: 30, power: 24 }, 'Quote per unit of base, above 0.'),
  size: decimalText({ sign: 'positive', digits: 39, places: 24, power: 24 }, 'Base units, above 0.'),
  signedQty: decimalText({ sign: 'any', digits: 39, places: 24, power: 24 }, 'Base units; long positive, short negative.'),
  holding: decimalText({ sign: 'not-negative', digits: 39, places: 24, power: 24 }, 'Units of an asset, at least 0.'),
  amount: decimalText({ sign: 'not-negative', digits: 30, places: 12, power: 18 }, 'Quote currency, at least 0.'),
  positiveAmount: decimalText({ sign: 'positive', digits: 30, places: 12, power: 18 }, 'Quote currency, above 0.'),
  signedAmount: decimalText({ sign: 'any', digits: 30, places: 12, power: 18 }, 'Quote currency; may be negative.'),
  /** Figures of a book as venues print them, which no posting has to hold. */
  stated: decimalText({ sign: 'not-negative', digits: 39, places: 24, power: 36 }, 'In the currency of the account, at least 0.'),
  signedStated: decimalText({ sign: 'any', digits: 39, places: 24, power: 36 }, 'In the currency of the account; may be negative.'),
  rate: decimalText({ sign: 'not-negative', digits: 24, places: 30, power: 1 }, 'A fraction, never percent: 0.005 is half a percent.'),
  signedRate: decimalText({ sign: 'any', digits: 24, places: 30, power: 1 }, 'A fraction, never percent; may be negative.'),
  initialRate: decimalText({ sign: 'not-negative', digits: 24, places: 30, power: 2, most: 10 }, 'A fraction, never percent; it may ask for more than the whole value.'),
  share: decimalText({ sign: 'positive', digits: 24, places: 30, power: 1 }, 'A share above 0 and at most 1.'),
  part: decimalText({ sign: 'not-negative', digits: 24, places: 30, power: 1, most: 1 }, 'A share from 0 to 1.'),
  factor: decimalText({ sign: 'not-negative', digits: 24, places: 30, power: 4 }, 'A number to multiply by, at least 0.'),
  leverage: decimalText({ sign: 'positive', digits: 20, places: 12, power: 7 }, 'Times the margin: 10 is ten times.'),
  beta: decimalText({ sign: 'any', digits: 12, places: 12, power: 3 }, 'Stated move relative to the market.'),
  step: decimalText({ sign: 'positive', digits: 15, places: 24, power: 9 }, 'Smallest increment, above 0.'),
} as const
