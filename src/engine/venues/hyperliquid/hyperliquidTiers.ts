import { tierRows } from '../defineRules.ts'
import type { TierTable } from '../Rules.ts'

/**
 * Mainnet margin tiers of the Hyperliquid docs. Maintenance is half of the initial rate at the tier's maximum leverage; the
 * amounts make it continuous. One thirtieth (15x) has no end in decimals: both figures of that row are cut consistently. HL3, HL5
 */
const btc = tierRows(['0', '0.0125', '0', '40'], ['150000000', '0.025', '1875000', '20'])
const eth = tierRows(['0', '0.02', '0', '25'], ['100000000', '0.0333333333', '1333333.33', '15'])
const sol = tierRows(['0', '0.025', '0', '20'], ['70000000', '0.05', '1750000', '10'])
const xrp = tierRows(['0', '0.025', '0', '20'], ['40000000', '0.05', '1000000', '10'])
const middle = tierRows(['0', '0.05', '0', '10'], ['20000000', '0.1', '1000000', '5'])
const small = tierRows(['0', '0.05', '0', '10'], ['3000000', '0.1', '150000', '5'])

const MIDDLE = [
  'DOGE', 'kPEPE', 'SUI', 'WLD', 'TRUMP', 'LTC', 'ENA', 'POPCAT', 'WIF', 'AAVE', 'kBONK',
  'LINK', 'CRV', 'AVAX', 'ADA', 'UNI', 'NEAR', 'TIA', 'APT', 'BCH', 'HYPE', 'FARTCOIN',
]
const SMALL = ['OP', 'ARB', 'LDO', 'TON', 'MKR', 'ONDO', 'JUP', 'INJ', 'kSHIB', 'SEI', 'TRX', 'BNB', 'DOT']

/** Under the venue's name of the coin and under this app's (BTC-PERP). */
function named(symbols: readonly string[], table: TierTable): Record<string, TierTable> {
  return Object.fromEntries(symbols.flatMap((symbol) => [symbol, `${symbol}-PERP`]).map((symbol) => [symbol, table]))
}

/** A coin that the docs do not list has one tier of its own; here it gets the smallest table listed. */
export const hyperliquidTiers: { readonly default: TierTable; readonly [symbol: string]: TierTable } = {
  default: small,
  ...named(['BTC'], btc),
  ...named(['ETH'], eth),
  ...named(['SOL'], sol),
  ...named(['XRP'], xrp),
  ...named(MIDDLE, middle),
  ...named(SMALL, small),
}
