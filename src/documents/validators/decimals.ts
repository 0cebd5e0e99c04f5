import { decimalText } from './decimalText.ts'

/**
 * The decimals of documents, one for each unit. The bounds keep the value of a position, at most 39 + 20 digits, and
 * sums of such values exact in the engine's 64. Amounts have the twelve places that postings have. A rate may have the
 * 17 digits that a program prints of 1/6. [N1, N2]
 */
export const decimals = {
  price: decimalText({ sign: 'positive', digits: 20, places: 18, power: 12 }, 'Quote per unit of base, above 0.'),
  size: decimalText({ sign: 'positive', digits: 39, places: 24, power: 15 }, 'Base units, above 0.'),
  signedQty: decimalText({ sign: 'any', digits: 39, places: 24, power: 15 }, 'Base units; long positive, short negative.'),
  holding: decimalText({ sign: 'not-negative', digits: 39, places: 24, power: 15 }, 'Units of an asset, at least 0.'),
  amount: decimalText({ sign: 'not-negative', digits: 30, places: 12, power: 18 }, 'Quote currency, at least 0.'),
  positiveAmount: decimalText({ sign: 'positive', digits: 30, places: 12, power: 18 }, 'Quote currency, above 0.'),
  signedAmount: decimalText({ sign: 'any', digits: 30, places: 12, power: 18 }, 'Quote currency; may be negative.'),
  /** Figures of a book as venues print them, which no posting has to hold. */
  stated: decimalText({ sign: 'not-negative', digits: 39, places: 24, power: 18 }, 'In the currency of the account, at least 0.'),
  signedStated: decimalText({ sign: 'any', digits: 39, places: 24, power: 18 }, 'In the currency of the account; may be negative.'),
  rate: decimalText({ sign: 'not-negative', digits: 18, places: 24, power: 1 }, 'A fraction, never percent: 0.005 is half a percent.'),
  signedRate: decimalText({ sign: 'any', digits: 18, places: 24, power: 1 }, 'A fraction, never percent; may be negative.'),
  share: decimalText({ sign: 'positive', digits: 18, places: 24, power: 1 }, 'A share above 0 and at most 1.'),
  part: decimalText({ sign: 'not-negative', digits: 18, places: 24, power: 1, most: 1 }, 'A share from 0 to 1.'),
  factor: decimalText({ sign: 'not-negative', digits: 18, places: 24, power: 4 }, 'A number to multiply by, at least 0.'),
  leverage: decimalText({ sign: 'positive', digits: 12, places: 12, power: 4 }, 'Times the margin: 10 is ten times.'),
  beta: decimalText({ sign: 'any', digits: 12, places: 12, power: 3 }, 'Stated move relative to the market.'),
  step: decimalText({ sign: 'positive', digits: 15, places: 24, power: 9 }, 'Smallest increment, above 0.'),
} as const
