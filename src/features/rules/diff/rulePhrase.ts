/** What a rule is about, so that “the …” can begin or continue a sentence; by the paths of a Rules document. */
const PHRASES: Readonly<Record<string, string>> = {
  tiers: 'the tier tables',
  tierRates: 'the reach of a tier’s rates',
  tierBoundary: 'the tier of a boundary',
  fees: 'the trading fees',
  funding: 'the funding',
  sizeScaling: 'the rates that grow with size',
  openInterest: 'the rates that grow with open interest',
  initialOn: 'the value that initial margin is taken of',
  initialWithExitCost: 'the exit costs in the initial margin',
  transferFloor: 'the margin that must stay when some is taken out',
  isolatedMargin: 'the way isolated margin can be changed',
  maintenanceOn: 'the value that maintenance margin is taken of',
  maximumPrice: 'the highest price of an instrument',
  minimumMaintenance: 'the least maintenance margin',
  exitCost: 'the cost of closing',
  marginStep: 'the rounding of margins',
  comparison: 'the test exactly at the requirement',
  liquidationPriceRounding: 'the rounding of liquidation prices',
  insuranceFund: 'the insurance fund',
  deleveraging: 'the deleveraging',
  collateral: 'the haircuts of collateral',
  'liquidation.trigger': 'the price that liquidates',
  'liquidation.sharedPool': 'the order in which a shared pool is closed',
  'liquidation.partial': 'the part that is closed at a time',
  'liquidation.orderPrice': 'the price of the liquidation order',
  'liquidation.backstopBelow': 'the backstop',
  'liquidation.feeRate': 'the liquidation fee',
  'liquidation.feeOn': 'the value that the liquidation fee is of',
  'liquidation.feeTo': 'the taker of the liquidation fee',
  'liquidation.residual': 'the margin left over',
}

const COLUMNS: Readonly<Record<string, string>> = { maintenance: 'maintenance rates', leverage: 'leverage limits' }

/** “the leverage limits of SOL”. */
export function rulePhrase(path: string, baseOf: (symbol: string) => string): string {
  const known = PHRASES[path]
  if (known !== undefined) return known
  if (!path.startsWith('tiers.')) return `the rule ${path}`
  const rest = path.slice('tiers.'.length)
  const column = Object.keys(COLUMNS).find((each) => rest.endsWith(`.${each}`))
  const symbol = column === undefined ? rest : rest.slice(0, -column.length - 1)
  return `the ${(column === undefined ? undefined : COLUMNS[column]) ?? 'tier table'} of ${baseOf(symbol)}`
}

const PLURAL = new Set(['tiers', 'fees', 'sizeScaling', 'openInterest', 'initialWithExitCost', 'collateral'])

/** Whether the phrase goes with “make” instead of “makes”. */
export function isPlural(path: string): boolean {
  return PLURAL.has(path) || /^tiers\..+\.(?:maintenance|leverage)$/.test(path)
}

/** The same as the name of a row: “Leverage limits of SOL”. */
export function ruleTitle(path: string, baseOf: (symbol: string) => string): string {
  return capital(rulePhrase(path, baseOf).replace(/^the /, ''))
}

export function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}
