import { useEffect } from 'react'

/** When what had the focus goes away with the component, the focus returns to where it was before. */
export function useFocusBack(): void {
  useEffect(() => {
    const before = document.activeElement
    return () => {
      if (document.activeElement === document.body && before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
}
