import { useEffect, useRef, type RefObject } from 'react'

/** The field a dialog is for. Runs after the dialog has put the focus on its first control. */
export function useFirstFocus<Element extends HTMLElement>(): RefObject<Element | null> {
  const field = useRef<Element>(null)
  useEffect(() => field.current?.focus(), [])
  return field
}
