import { useCallback, useEffect, useRef } from 'react'
import { useAppStore } from '../../store/useAppStore.ts'
import { drawnAt, explainable, explainHere, viewOf } from './explainable.ts'
import { focusOn } from './focusOn.ts'

const LONG_PRESS = 500
/** A finger that moves further than this scrolls, px. */
const SLACK = 10

interface Point {
  readonly x: number
  readonly y: number
}

/**
 * Figures and terms anywhere on the page open by click and by long press. One listener for all of them: figures carry a key
 * and know nothing of explanations.
 * @returns what the key E does
 */
export function useExplain(): () => void {
  const openExplain = useAppStore((state) => state.actions.openExplain)
  const pointer = useRef<Point>(undefined)
  useEffect(() => {
    let timer: number | undefined
    let start: Point | undefined
    let isPressed = false
    const end = (): void => {
      window.clearTimeout(timer)
      timer = undefined
      start = undefined
    }
    const onClick = (event: MouseEvent): void => {
      // The finger that opened it is lifted: no press of what lies below.
      if (isPressed) {
        isPressed = false
        event.preventDefault()
        event.stopPropagation()
        return
      }
      if (event.button !== 0 || !(event.target instanceof Element) || isSelecting()) return
      // Words drawn in a plot lie below what takes its presses.
      const isOnPlot = event.target.matches('[role=slider]') && event.detail > 0
      const drawn = isOnPlot ? drawnAt(event.clientX, event.clientY) : undefined
      const view = drawn === undefined ? explainable(event.target) : viewOf(drawn)
      if (view === undefined) return
      if (isOnPlot) event.stopPropagation()
      focusOn(drawn ?? event.target)
      openExplain(view)
    }
    const onDown = (event: PointerEvent): void => {
      isPressed = false
      end()
      if (event.pointerType !== 'touch' || !event.isPrimary) return
      const element = drawnAt(event.clientX, event.clientY)
      if (element === undefined) return
      start = { x: event.clientX, y: event.clientY }
      timer = window.setTimeout(() => {
        const view = viewOf(element)
        if (view === undefined) return
        isPressed = true
        focusOn(element)
        openExplain(view)
      }, LONG_PRESS)
    }
    const onMove = (event: PointerEvent): void => {
      if (event.pointerType === 'mouse') pointer.current = { x: event.clientX, y: event.clientY }
      else if (start !== undefined && Math.hypot(event.clientX - start.x, event.clientY - start.y) > SLACK) end()
    }
    // The browser's own menu of a long press would cover the explanation.
    const onMenu = (event: Event): void => {
      if (start !== undefined || isPressed) event.preventDefault()
    }
    const capture = { capture: true }
    document.addEventListener('click', onClick, capture)
    document.addEventListener('pointerdown', onDown, capture)
    document.addEventListener('pointermove', onMove, { passive: true })
    document.addEventListener('contextmenu', onMenu)
    for (const type of ['pointerup', 'pointercancel', 'scroll']) document.addEventListener(type, end, capture)
    return () => {
      end()
      document.removeEventListener('click', onClick, capture)
      document.removeEventListener('pointerdown', onDown, capture)
      document.removeEventListener('pointermove', onMove)
      document.removeEventListener('contextmenu', onMenu)
      for (const type of ['pointerup', 'pointercancel', 'scroll']) document.removeEventListener(type, end, capture)
    }
  }, [openExplain])
  return useCallback(() => {
    const { current } = pointer
    const view = explainHere(current)
    if (view.type !== 'pick' && current !== undefined) focusOn(drawnAt(current.x, current.y))
    openExplain(view)
  }, [openExplain])
}

/** Somebody marks text to copy it. */
function isSelecting(): boolean {
  const selection = window.getSelection()
  return selection !== null && !selection.isCollapsed && selection.toString().trim() !== ''
}
