import type { Kit } from '../Kit.ts'
import type { RuleDiffActions } from '../RuleDiffActions.ts'
import type { RuleDiffDesk } from './ruleDiffDesk.ts'

/** Two sets of rules compared. What compares them is fetched with the first comparison. */
export function ruleDiffActions(kit: Kit, readRules: () => Promise<void>): RuleDiffActions & { readonly stopRuleDiff: () => void } {
  let made: RuleDiffDesk | undefined
  const desk = async (): Promise<RuleDiffDesk> => {
    if (made !== undefined) return made
    const { ruleDiffDesk } = await import('./ruleDiffDesk.ts')
    made ??= ruleDiffDesk(kit, readRules) // two may have asked meanwhile
    return made
  }
  const cancel = (): void => made?.cancel()
  const compare = async (): Promise<void> => (await desk()).compare()
  return {
    prepareRuleDiff() {
      void kit.run.ask({ type: 'prepare' })
      void kit.comparer.ask({ type: 'prepare' })
    },
    async openRuleDiff(choice = {}) {
      kit.patch('ruleDiff', { ...choice, isOpen: true })
      if (Object.keys(choice).length > 0) await (await desk()).refresh()
      else await Promise.all([desk(), readRules()])
    },
    closeRuleDiff() {
      cancel()
      kit.patch('ruleDiff', { isOpen: false })
    },
    async setRuleDiff(choice) {
      kit.patch('ruleDiff', choice)
      await compare()
    },
    compareRules: compare,
    cancelRuleDiff: cancel,
    stopRuleDiff: cancel,
  }
}
