import { useLayoutEffect, useState, type CSSProperties } from 'react'

/** Where the right column of the screen is; what lies under the drawer there waits. Without one, the right edge below the header. */
export function useSideBox(): CSSProperties | undefined {
  const [box, setBox] = useState<CSSProperties>()
  useLayoutEffect(() => {
    const side = document.querySelector<HTMLElement>('[data-side]')
    if (side === null) return besideMain(setBox)
    const measure = (): void => {
      const { top, left, width, height } = side.getBoundingClientRect()
      setBox({ top, left, width, height })
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(side)
    window.addEventListener('resize', measure)
    side.inert = true
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', measure)
      side.inert = false
    }
  }, [])
  return box
}

/** A screen without a right column makes room for one. @returns how it takes it back */
function besideMain(place: (box: CSSProperties) => void): () => void {
  const main = document.querySelector('main')
  if (main === null) return () => undefined
  place({ top: main.getBoundingClientRect().top })
  main.style.marginRight = 'var(--w-side)'
  return () => {
    main.style.marginRight = ''
  }
}
