import { useEffect, useRef } from 'react'
import { figureKey } from '../../../engine/index.ts'
import type { ExplainView } from '../../../store/slices/ExplainState.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { FigureView } from './FigureView.tsx'
import { Frame } from './Frame.tsx'
import { GlossaryView } from './GlossaryView.tsx'
import { PickView } from './PickView.tsx'
import { PositionView } from './PositionView.tsx'
import styles from './drawer.module.css'
import { useMarked } from './useMarked.ts'
import { words } from '../words/words.ts'

/** Explains a figure or a term, or lets one be chosen. Stays while the tape plays and says what the figure is now. */
export function ExplainDrawer() {
  const view = useAppStore((state) => state.explain.view)
  const hasTrail = useAppStore((state) => state.explain.trail.length > 0)
  const { closeExplain, backExplain } = useAppStore((state) => state.actions)
  const body = useRef<HTMLDivElement>(null)
  useMarked(view?.type === 'figure' ? figureKey(view.figure) : undefined)
  const place = view === undefined ? '' : placeOf(view)
  useEffect(() => {
    body.current?.scrollTo(0, 0)
  }, [place])
  if (view === undefined) return null
  return (
    <Frame place={place} onClose={closeExplain}>
      <div ref={body} className={styles.body} data-explain="">
        {hasTrail ? <p className={styles.trail}><Button variant="ghost" size="small" icon="chevron-left" onClick={backExplain}>{words.back}</Button></p> : null}
        <View key={place} view={view} />
      </div>
    </Frame>
  )
}

function View({ view }: { readonly view: ExplainView }) {
  switch (view.type) {
    case 'figure':
      return <FigureView figure={view.figure} />
    case 'pick':
      return <PickView only={view.keys} />
    case 'position':
      return <PositionView twin={view.twin} leg={view.leg} />
    case 'glossary':
      return <GlossaryView term={view.term} />
  }
}

/** One text for each thing that can stand in the drawer. */
function placeOf(view: ExplainView): string {
  if (view.type === 'figure') return figureKey(view.figure)
  if (view.type === 'position') return `position ${view.twin} ${view.leg}`
  return view.type === 'pick' ? 'pick' : `term ${view.term ?? ''}`
}
