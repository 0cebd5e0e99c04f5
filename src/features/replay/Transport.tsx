import { useMemo, type ReactNode } from 'react'
import { selectScrubberMarks } from '../../store/selectors/selectScrubberMarks.ts'
import type { ScrubberMark } from '../../store/selectors/rows/ScrubberMark.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { Scrubber, type ScrubberEvent } from '../../ui/charts/Scrubber.tsx'
import { IconButton } from '../../ui/primitives/IconButton.tsx'
import { Select } from '../../ui/primitives/Select.tsx'
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

/** Play, step both ways, jump between events, scrub: time as one control. `full` is the phone's, with room for an action. */
export function Transport({ span, action, bookmarks }: { readonly span: 'plots' | 'full'; readonly action?: ReactNode; readonly bookmarks?: ReactNode }) {
  const { tick, speed } = useAppStore((state) => state.playback)
  const setSpeed = useAppStore((state) => state.actions.setSpeed)
  const marks = useAppStore(selectScrubberMarks)
  const cursor = useSharedCursor()
  const events = useMemo(() => marks.map(eventOf), [marks])
  const kept = useAppStore((state) => state.branches.bookmarks)
  const lastTick = cursor.domain[1]
  const flags = useMemo(() => kept.map((each) => each.tick).filter((each) => each <= lastTick), [kept, lastTick])
  const scrubber = <Scrubber domain={cursor.domain} cursor={tick} onSeek={cursor.onSeek} events={events} bookmarks={flags} hover={cursor.hover} names={cursor.names} span={span} />
  if (span === 'full') {
    return (
      <div className={styles.phone} role="group" aria-label="Transport">
        <div className={styles.phoneTrack}>
          <div className={styles.grow}>{scrubber}</div>
          {bookmarks}
        </div>
        <div className={styles.row}>
          <Steps isShort />
          <PlayButton />
          <div className={styles.speed}>
            <Select label="Speed" isLabelHidden options={SPEEDS} value={speed} onChange={setSpeed} />
          </div>
          <Where />
          <div className={styles.action}>{action}</div>
        </div>
      </div>
    )
  }
  return (
    <div className={styles.transport} role="group" aria-label="Transport">
      <div className={styles.track}>
        <div className={styles.play}>
          <PlayButton />
        </div>
        {scrubber}
        <div className={styles.where}>
          <Where />
        </div>
        <div className={styles.bookmarks}>{bookmarks}</div>
      </div>
      <div className={styles.controls}>
        <Steps isShort={false} />
        <div className={styles.speeds}>
          <SegmentedControl label="Speed" options={SPEEDS} value={speed} onChange={setSpeed} size="small" />
        </div>
      </div>
    </div>
  )
}

function PlayButton() {
  const { isPlaying, hasEnded } = useAppStore((state) => state.playback)
  const togglePlay = useAppStore((state) => state.actions.togglePlay)
  const label = isPlaying ? 'Pause' : hasEnded ? 'Play again from the first bar' : 'Play'
  return <IconButton icon={isPlaying ? 'pause' : hasEnded ? 'restart' : 'play'} label={label} keys="Space" size="large" isFramed onClick={togglePlay} />
}

/** On a phone only backwards: what lies ahead is played or scrubbed to. */
function Steps({ isShort }: { readonly isShort: boolean }) {
  const { tick, hasEnded } = useAppStore((state) => state.playback)
  const actions = useAppStore((state) => state.actions)
  const atStart = tick === 0 ? 'This is the first bar' : undefined
  const atEnd = hasEnded ? 'The tape has ended' : undefined
  return (
    <div className={styles.steps}>
      {isShort ? null : <IconButton icon="restart" label="To the first bar" keys="Home" reason={atStart} onClick={() => void actions.restart()} />}
      <IconButton icon="previous-event" label="Previous event" keys="Shift+ArrowLeft" reason={atStart} onClick={() => void actions.previousEvent()} />
      <IconButton icon="step-back" label="One bar back" keys="ArrowLeft" reason={atStart} onClick={() => void actions.step(-1)} />
      {isShort ? null : (
        <>
          <IconButton icon="step-forward" label="One bar forward" keys="ArrowRight" reason={atEnd} onClick={() => void actions.step(1)} />
          <IconButton icon="next-event" label="Next event" keys="Shift+ArrowRight" reason={atEnd} onClick={() => void actions.nextEvent()} />
        </>
      )}
    </div>
  )
}

function Where() {
  const { tick, lastTick, isPlaying, hasEnded, seeking } = useAppStore((state) => state.playback)
  const state = seeking !== undefined ? `Seeking ${String(Math.round(seeking.progress * 100))}%` : hasEnded ? 'Ended' : isPlaying ? 'Playing' : 'Paused'
  return (
    <p className={styles.bar}>
      <span>
        <b>
          <span className={styles.word}>Bar </span>
          {tick}
        </b>{' '}
        / {lastTick}
      </span>
      <span className={styles.state}>{state}</span>
    </p>
  )
}

function eventOf(mark: ScrubberMark): ScrubberEvent {
  const what = mark.bases.length > 2 ? String(mark.bases.length) : list(mark.bases)
  if (mark.type === 'liquidation' || mark.type === 'sold') return { tick: mark.tick, label: `${what} ${mark.type === 'sold' ? 'sold' : 'liquidated'}, ${String(mark.tick)}`, account: accountOf(mark.twins), tone: 'loss' }
  const verbs = { opened: 'opened', closed: 'closed', refused: 'refused', command: 'edited' } as const
  return { tick: mark.tick, label: `${what} ${verbs[mark.type]}`.trim(), tone: 'ink' }
}
