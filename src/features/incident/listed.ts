import { words } from './words.ts'

/** "BTC", "BTC and ETH", "BTC, ETH and SOL". */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${words.and}${names.at(-1) ?? ''}`
}
