import type { ChainWay, LiquidationChain } from './LiquidationChain.ts'

/** The last stretch of a chain, where the position had a liquidation price when its pool failed. */
export function lastWay(chain: LiquidationChain | undefined): ChainWay | undefined {
  const last = chain?.phases.at(-1)
  return last?.type === 'price' ? last : undefined
}
