import { useEffect, useLayoutEffect, useRef, useState, type RefObject, type ToggleEvent } from 'react'
import { showBeside, type Alignment } from './placeBeside.ts'

export type Floating = {
  readonly isOpen: boolean
  readonly close: () => void
  /** For the button that opens it. */
  readonly trigger: {
    readonly ref: RefObject<HTMLButtonElement | null>
    readonly 'aria-expanded': boolean
    readonly onPointerDownCapture: () => void
    readonly onClick: () => void
  }
  /** For the element with `popover="auto"`. */
  readonly onToggle: (event: ToggleEvent<HTMLElement>) => void
}


/** A `popover="auto"` beside its button: light dismiss and Esc come from the browser, focus goes in and comes back. */
export function useFloating(floating: RefObject<HTMLElement | null>, align: Alignment): Floating {
  const anchor = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  const [isOpen, setIsOpen] = useState(false)

  useLayoutEffect(() => {
    const element = floating.current
    if (!isOpen || element === null || anchor.current === null) return
    showBeside(element, anchor.current, align)
    focusIn(element)
  }, [isOpen, floating, align])

  useEffect(() => {
    if (!isOpen) return undefined
    const place = (): void => {
      if (floating.current !== null && anchor.current !== null) showBeside(floating.current, anchor.current, align)
    }
    window.addEventListener('resize', place)
    // What stands in it may be loaded by the click, and come a moment later: it is placed again, and the focus goes into it.
    const { current } = floating
    const grown = new ResizeObserver(() => {
      if (current?.matches(':popover-open') === true) place() // a size of nothing is that of one just dismissed
    })
    const filled = new MutationObserver(() => {
      if (current !== null && document.activeElement === current) focusIn(current)
      if (document.activeElement !== current) filled.disconnect()
    })
    if (current !== null) {
      grown.observe(current)
      if (document.activeElement === current) filled.observe(current, { childList: true, subtree: true })
    }
    return () => {
      window.removeEventListener('resize', place)
      grown.disconnect()
      filled.disconnect()
    }
  }, [isOpen, floating, align])

  const close = (): void => {
    if (floating.current?.matches(':popover-open') === true) floating.current.hidePopover()
    setIsOpen(false)
    anchor.current?.focus()
  }
  return {
    isOpen,
    close,
    trigger: {
      ref: anchor,
      'aria-expanded': isOpen,
      // Light dismiss has closed it by the time of the click; without this memory the click would open it again.
      onPointerDownCapture: () => {
        wasOpen.current = isOpen
      },
      onClick: () => {
        if (isOpen) close()
        else if (!wasOpen.current) setIsOpen(true)
        wasOpen.current = false
      },
    },
    onToggle: (event) => {
      // React lets the toggle of a tooltip inside bubble up to here.
      if (event.target === event.currentTarget && event.newState === 'closed') setIsOpen(false)
    },
  }
}

/** To what is chosen, else to the first control; where there is none yet, to the whole. */
function focusIn(element: HTMLElement): void {
  const chosen = element.querySelector<HTMLElement>('[aria-checked="true"]')
  const first = chosen ?? element.querySelector<HTMLElement>('button, input, select, a[href]') ?? element
  first.focus()
}
