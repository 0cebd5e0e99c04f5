import { useMemo } from 'react'
import { selectScrubberMarks } from '../../store/selectors/selectScrubberMarks.ts'
import type { ScrubberMark } from '../../store/selectors/rows/ScrubberMark.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { Scrubber, type ScrubberEvent } from '../../ui/charts/Scrubber.tsx'
import { IconButton } from '../../ui/primitives/IconButton.tsx'
import { SegmentedControl } from '../../ui/primitives/SegmentedControl.tsx'
import { list } from './headlineWords.ts'
import { accountOf } from './markWords.ts'
import styles from './Transport.module.css'
import { useSharedCursor } from './useSharedCursor.ts'

const SPEEDS = [
  { value: '1x', label: '1x' },
  { value: '2x', label: '2x' },
  { value: '5x', label: '5x' },
  { value: '20x', label: '20x' },
  { value: 'max', label: 'Max' },
] as const

/** Play, step both ways, jump between events, scrub: time as one control. */
export function Transport({ span }: { readonly span: 'plots' | 'full' }) {
  const playback = useAppStore((state) => state.playback)
  const actions = useAppStore((state) => state.actions)
  const marks = useAppStore(selectScrubberMarks)
  const cursor = useSharedCursor()
  const events = useMemo(() => marks.map(eventOf), [marks])
  const atStart = playback.tick === 0 ? 'This is the first bar' : undefined
  const atEnd = playback.hasEnded ? 'The tape has ended' : undefined
  const play = playback.isPlaying ? 'Pause' : playback.hasEnded ? 'Play again from the first bar' : 'Play'
  return (
    <div className={styles.transport} data-span={span} role="group" aria-label="Transport">
      <div className={styles.track}>
        <div className={styles.play}>
          <IconButton icon={playback.isPlaying ? 'pause' : playback.hasEnded ? 'restart' : 'play'} label={play} keys="Space" size="large" isFramed onClick={actions.togglePlay} />
        </div>
        <Scrubber domain={cursor.domain} cursor={playback.tick} onSeek={cursor.onSeek} events={events} hover={cursor.hover} names={cursor.names} span={span} />
        <Where />
      </div>
      <div className={styles.controls}>
        <IconButton icon="restart" label="To the first bar" keys="Home" reason={atStart} onClick={() => void actions.restart()} />
        <IconButton icon="previous-event" label="Previous event" keys="Shift+ArrowLeft" reason={atStart} onClick={() => void actions.previousEvent()} />
        <IconButton icon="step-back" label="One bar back" keys="ArrowLeft" reason={atStart} onClick={() => void actions.step(-1)} />
        <IconButton icon="step-forward" label="One bar forward" keys="ArrowRight" reason={atEnd} onClick={() => void actions.step(1)} />
        <IconButton icon="next-event" label="Next event" keys="Shift+ArrowRight" reason={atEnd} onClick={() => void actions.nextEvent()} />
        <div className={styles.speeds}>
          <SegmentedControl label="Speed" options={SPEEDS} value={playback.speed} onChange={actions.setSpeed} size="small" />
        </div>
      </div>
    </div>
  )
}

function Where() {
  const { tick, lastTick, isPlaying, hasEnded, seeking } = useAppStore((state) => state.playback)
  const state = seeking !== undefined ? `Seeking ${String(Math.round(seeking.progress * 100))}%` : hasEnded ? 'Ended' : isPlaying ? 'Playing' : 'Paused'
  return (
    <p className={styles.where}>
      <span>
        <b>Bar {tick}</b> / {lastTick}
      </span>
      <span className={styles.state}>{state}</span>
    </p>
  )
}

function eventOf(mark: ScrubberMark): ScrubberEvent {
  const what = mark.bases.length > 2 ? String(mark.bases.length) : list(mark.bases)
  if (mark.type === 'liquidation') return { tick: mark.tick, label: `${what} liquidated, ${String(mark.tick)}`, account: accountOf(mark.twins), tone: 'loss' }
  const verbs = { opened: 'opened', closed: 'closed', refused: 'refused', command: 'edited' } as const
  return { tick: mark.tick, label: `${what} ${verbs[mark.type]}`.trim(), tone: 'ink' }
}
