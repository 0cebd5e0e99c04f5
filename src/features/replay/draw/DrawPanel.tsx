import { useContext, useEffect, useMemo, useRef, useState } from 'react'
import { figureTag } from '../../../store/figures/figureTag.ts'
import { AppStoreContext, useAppStore } from '../../../store/useAppStore.ts'
import { DrawEditor } from '../../../ui/charts/draw/DrawEditor.tsx'
import type { DrawMark } from '../../../ui/charts/draw/DrawMark.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Dialog } from '../../../ui/primitives/Dialog.tsx'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import { SegmentedControl } from '../../../ui/primitives/SegmentedControl.tsx'
import { Select } from '../../../ui/primitives/Select.tsx'
import { useToast } from '../../../ui/primitives/Toasts.tsx'
import { useMediaQuery } from '../../../ui/theme/useMediaQuery.ts'
import styles from './DrawPanel.module.css'
import { drawPanelWords as words } from './drawPanelWords.ts'
import { outlookMarks, outlookSentence } from './outlookStory.ts'
import { OutlookTable } from './OutlookTable.tsx'
import { useWayOut } from './useWayOut.ts'
import { useDrawingDesk, type After } from './useDrawingDesk.ts'
import { useOutlook } from './useOutlook.ts'

/** Drawing over the price chart: in its place, or over everything where there is one column. */
export function DrawPanel() {
  const isNarrow = useMediaQuery('(max-width: 960px)')
  const { draw } = useAppStore((state) => state.actions)
  const info = useAppStore((state) => state.scenario.info)
  const opened = useRef(info)
  // Another scenario has other prices.
  useEffect(() => {
    if (opened.current !== info) draw(false)
  }, [info, draw])
  const [isAsking, setIsAsking] = useState(false)
  const desk = useDrawingDesk()
  useWayOut()
  const isUnused = desk.drawn.isTouched && desk.lines.length > 0
  const leave = (): void => {
    if (isUnused && !isAsking) setIsAsking(true)
    else draw(false)
  }
  const drawing = <Drawing desk={desk} isAsking={isAsking} onStay={() => setIsAsking(false)} onLeave={leave} onUsed={() => draw(false)} isInPlace={!isNarrow} />
  if (!isNarrow) return <section className={styles.panel} aria-label={words.heading} data-drawing="">{drawing}</section>
  return <Dialog isOpen onClose={leave} title={words.heading} size="large"><div className={styles.sheet} data-drawing="">{drawing}</div></Dialog>
}

interface DrawingProps {
  readonly desk: ReturnType<typeof useDrawingDesk>
  readonly isAsking: boolean
  readonly isInPlace: boolean
  readonly onStay: () => void
  readonly onLeave: () => void
  readonly onUsed: () => void
}

function Drawing({ desk, isAsking, isInPlace, onStay, onLeave, onUsed }: DrawingProps) {
  const { markets, line, drawn, lines, wish, after, setAfter } = desk
  const toast = useToast()
  const store = useContext(AppStoreContext)
  const { selectInstrument, replaceTape, undo } = useAppStore((state) => state.actions)
  const status = useAppStore((state) => state.scenario.status)
  const problems = useAppStore((state) => state.scenario.problems)
  const [isRefused, setIsRefused] = useState(false)
  const looked = useOutlook(wish)
  const ref = useFocusOn(isInPlace, looked.outlook !== undefined)
  const tickSizes = useMemo(() => new Map(markets.map(({ symbol, tickSize }) => [symbol, tickSize])), [markets])
  if (line === undefined) return null
  // Of markets with a position only: of the others nothing is told.
  const undrawn = [...new Set(lines.length === 0 ? [] : looked.outlook?.legs.map(({ instrument }) => instrument))].filter((symbol) => !lines.some((each) => each.symbol === symbol))
  const marks = looked.outlook === undefined ? [] : outlookMarks(looked.outlook, line.name).map(({ id, tick, bar, price, accounts }): DrawMark => (
    { id, tick, value: Number(price), accounts, text: line.format(Number(price)), figure: figureTag('prices.price', { instrument: line.name, value: price }), note: words.at(bar) }
  ))
  const use = async (): Promise<void> => {
    const before = store?.getState().branches.active
    const isUsed = await replaceTape(lines)
    setIsRefused(!isUsed)
    if (!isUsed) return
    onUsed()
    // A branch that grew says so itself, with its own way back.
    if (store?.getState().branches.active === before) toast({ message: words.used, action: { label: words.undo, onAction: () => void undo() } })
  }
  const bases = new Map(markets.map(({ symbol, base }) => [symbol, base]))
  const lead = markets.length < 2 ? null : (
    <Select
      label={words.instrument}
      isLabelHidden
      options={markets.map(({ symbol }) => ({ value: symbol, label: (drawn.paths[symbol]?.length ?? 0) > 0 ? words.drawnToo(symbol) : symbol }))}
      value={line.name}
      onChange={selectInstrument}
    />
  )
  return (
    <div ref={ref} className={styles.drawing}>
      <DrawEditor line={line} drawn={drawn} marks={marks} lead={lead} onLeave={onLeave}>
        <p className={styles.story} role="status">{looked.outlook === undefined ? '' : outlookSentence(looked.outlook, (symbol) => bases.get(symbol) ?? symbol)}</p>
        {[...looked.problems, ...(isRefused ? problems : [])].map((problem) => <InlineWarning key={problem}>{problem}</InlineWarning>)}
        {isAsking ? (
          <div role="alert" className={styles.actions}>
            <InlineWarning>{words.question}</InlineWarning>
            <Button onClick={onStay}>{words.stay}</Button>
            <Button variant="primary" onClick={onLeave}>{words.leave}</Button>
          </div>
        ) : (
          <div className={styles.actions}>
            <span className={styles.after}>
              <span aria-hidden="true">{words.after}</span>
              <SegmentedControl<After>
                label={words.after}
                options={[
                  { value: 'flat', label: words.afterChoices.flat },
                  { value: 'before', label: words.afterChoices.before },
                ]}
                value={after}
                onChange={setAfter}
              />
            </span>
            <Button onClick={onLeave}>{words.close}</Button>
            <Button variant="primary" reason={lines.length === 0 ? words.nothing : status === 'opening' ? words.opening : undefined} onClick={() => void use()}>{words.use}</Button>
          </div>
        )}
        {undrawn.length === 0 ? null : <p className={styles.calm}>{words.others(undrawn.join(', '))}</p>}
        {looked.outlook === undefined || looked.outlook.legs.length === 0 ? null : <OutlookTable outlook={looked.outlook} tickSizes={tickSizes} />}
      </DrawEditor>
    </div>
  )
}

const MOST_FRAMES = 60

/** The pen has the focus when the drawing opens in place, and the whole of it is in view; again when there is more of it. */
function useFocusOn(isInPlace: boolean, isLooked: boolean) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // It is there once the pad knows its size.
    let frame = 0
    const focus = (tries: number): void => {
      const pen = ref.current?.querySelector<HTMLElement>('[data-pen]')
      if (pen !== undefined && pen !== null) pen.focus({ preventScroll: true })
      else if (tries > 0) frame = requestAnimationFrame(() => focus(tries - 1))
    }
    focus(MOST_FRAMES)
    return () => cancelAnimationFrame(frame)
  }, [])
  useEffect(() => {
    if (isInPlace) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [isInPlace, isLooked])
  return ref
}
