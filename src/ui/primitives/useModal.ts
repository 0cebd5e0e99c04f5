import { useEffect, useRef, type MouseEvent, type RefObject, type SyntheticEvent } from 'react'

/** What a person came for, or the first (harmless) action; not the × in the corner. */
const FIRST = ':is([data-modal="body"], [data-modal="actions"]) :is(input, select, textarea, button, a[href])'

export type Modal = {
  readonly ref: RefObject<HTMLDialogElement | null>
  readonly onCancel: (event: SyntheticEvent) => void
  readonly onClick: (event: MouseEvent<HTMLDialogElement>) => void
}

/**
 * A native `<dialog>` driven by a prop: Esc and a click on the scrim ask to close, focus goes back to where it was,
 * also when the dialog is unmounted while open.
 */
export function useModal(isOpen: boolean, onClose: () => void): Modal {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    if (dialog === null || !isOpen) return undefined
    const opener = document.activeElement
    dialog.showModal()
    const first = dialog.querySelector<HTMLElement>(FIRST) ?? dialog
    first.focus()
    return () => {
      dialog.close()
      if ((opener instanceof HTMLElement || opener instanceof SVGElement) && opener.isConnected) opener.focus()
    }
  }, [isOpen])
  return {
    ref,
    onCancel: (event) => {
      event.preventDefault()
      onClose()
    },
    onClick: (event) => {
      if (event.target === event.currentTarget) onClose()
    },
  }
}
