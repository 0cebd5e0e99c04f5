import { useEffect, useId, useRef, type FocusEvent, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { showBeside } from './placeBeside.ts'
import styles from './useTooltip.module.css'

const DELAY = 400

type AnchorHandlers = {
  readonly onPointerEnter: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerLeave: () => void
  readonly onPointerDown: () => void
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void
  readonly onBlur: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

export type Tooltip = { readonly id: string | undefined; readonly anchor: Partial<AnchorHandlers>; readonly node: ReactNode }

/**
 * Words on hover and on keyboard focus; Esc hides them. Spread `anchor` on the element, render `node` beside it,
 * and give the element `aria-describedby={id}` where the words say more than its name.
 */
export function useTooltip(words: ReactNode): Tooltip {
  const id = useId()
  const floating = useRef<HTMLSpanElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  if (words === undefined || words === null || words === '') return { id: undefined, anchor: {}, node: null }

  const show = (target: HTMLElement): void => {
    if (floating.current !== null && target.isConnected) showBeside(floating.current, target, 'center')
  }
  const hide = (): void => {
    clearTimeout(timer.current)
    if (floating.current?.matches(':popover-open') === true) floating.current.hidePopover()
  }
  const anchor: AnchorHandlers = {
    onPointerEnter: ({ currentTarget, pointerType }) => {
      if (pointerType === 'mouse') timer.current = setTimeout(() => show(currentTarget), DELAY)
    },
    onPointerLeave: hide,
    onPointerDown: hide,
    onFocus: ({ currentTarget }) => {
      if (!currentTarget.matches(':focus-visible')) return
      hide()
      // A popover that closes gives the focus back while it closes, and none may be shown meanwhile.
      timer.current = setTimeout(() => show(currentTarget))
    },
    onBlur: hide,
    onKeyDown: (event) => {
      if (event.key === 'Escape') hide()
    },
  }
  const node = <span ref={floating} id={id} role="tooltip" popover="manual" className={styles.tooltip}>{words}</span>
  return { id, anchor, node }
}
