import { useAppStore } from '../../../store/useAppStore.ts'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import { words } from '../words.ts'

export interface ContractOfferProps {
  /** Why the rules shown cannot play this scenario. */
  readonly reason: string
  /** What they are for. */
  readonly contract: 'linear' | 'inverse'
  readonly onClose: () => void
}

const EXAMPLES = { inverse: 'short-in-coins', linear: 'one-bad-altcoin' } as const

/** Rules for the other kind of contract: why they are not offered, and a scenario that they can play. */
export function ContractOffer({ reason, contract, onClose }: ContractOfferProps) {
  const { loadBuiltin, play } = useAppStore((state) => state.actions)
  const open = async (): Promise<void> => {
    if (!(await loadBuiltin(EXAMPLES[contract]))) return
    onClose()
    play({ pauseAtLiquidation: false })
  }
  return <InlineWarning tone="info" fix={{ label: words.library.example[contract], onFix: () => void open() }}>{reason}</InlineWarning>
}
