import { useState } from 'react'
import { SegmentedControl } from '../../ui/primitives/SegmentedControl.tsx'
import { bucketName, poolMode } from './poolMode.ts'
import { LeveragePopover } from './LeveragePopover.tsx'
import type { Draft } from './Preview.ts'
import styles from './TicketForm.module.css'
import type { TicketNote } from './ticketNotes.ts'
import type { Ticket } from './useTicket.ts'
import { words } from './words.ts'

const modes = [
  { value: 'isolated', label: words.pool.isolated, mode: 'isolated' },
  { value: 'cross', label: words.pool.cross, mode: 'cross' },
  { value: 'bucket', label: words.pool.bucket, mode: 'bucket' },
] as const

export interface ModeRowProps {
  readonly ticket: Ticket
  readonly notes: readonly TicketNote[]
  /** The bucket that is chosen with the mode. */
  readonly defaultBucket: string
}

/** Which wall, and how much leverage. */
export function ModeRow({ ticket, notes, defaultBucket }: ModeRowProps) {
  const { draft, preview, tiers, set } = ticket
  const [lastBucket, setLastBucket] = useState('')
  const pools: Readonly<Record<'isolated' | 'cross' | 'bucket', Draft['pool']>> = {
    isolated: 'isolated', cross: 'cross', bucket: `bucket:${lastBucket === '' ? defaultBucket : lastBucket}`,
  }
  return (
    <div className={styles.modes}>
      <div className={styles.grow}>
        <SegmentedControl
          label={words.pool.label}
          isWide
          options={modes}
          value={poolMode(draft.pool)}
          onChange={(mode) => {
            setLastBucket(bucketName(draft.pool) === '' ? lastBucket : bucketName(draft.pool))
            set({ pool: pools[mode] })
          }}
        />
      </div>
      <LeveragePopover
        leverage={draft.leverage}
        onChange={(leverage) => set({ leverage })}
        tiers={tiers}
        notional={preview?.buy.notional ?? preview?.sell.notional}
        notes={notes.filter((note) => note.place === 'leverage').map((note) => note.text)}
      />
    </div>
  )
}
