import { qty } from '../../engine/index.ts'
import type { Problem } from '../Problem.ts'
import type { CollateralAmount } from './Scenario.ts'
import type { ScenarioDocument } from './ScenarioDocument.ts'

/** The assets of a scenario. Each is stated once, and traded by nobody: its instrument is a spot one. */
export function collateralOf({ collateral = [], commands = [], instruments = [] }: ScenarioDocument): { readonly collateral: readonly CollateralAmount[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const seen = new Map<string, number>()
  collateral.forEach(({ asset }, index) => {
    const path = ['collateral', index, 'asset']
    const earlier = seen.get(asset)
    seen.set(asset, index)
    if (earlier !== undefined) problems.push({ path, message: `collateral[${earlier}] is ${asset} already; state its amount once` })
    const stated = instruments.find(({ symbol }) => symbol === asset)
    if (stated?.type !== undefined && stated.type !== 'spot') problems.push({ path, message: `${asset} is stated as ${stated.type === 'inverse' ? 'an inverse' : 'a linear'} contract; an asset is spot. Give the contract a name of its own` })
  })
  commands.forEach((command, index) => {
    if (command.type !== 'place-order' || !seen.has(command.instrument)) return
    problems.push({ path: ['commands', index, 'instrument'], message: `${command.instrument} is collateral: it can be sold (close-position of collateral:${command.instrument}), not traded` })
  })
  return { collateral: collateral.map(({ asset, amount }) => ({ asset, amount: qty(amount) })), problems }
}
