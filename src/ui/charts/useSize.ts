import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

export type MeasuredSize = { readonly width: number; readonly height: number }

/** The content box of an element, in whole pixels; zero before the first layout. */
export function useSize<Element extends HTMLElement>(): readonly [RefObject<Element | null>, MeasuredSize] {
  const ref = useRef<Element>(null)
  const [size, setSize] = useState<MeasuredSize>({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return undefined
    const measure = (): void => {
      const width = Math.floor(element.clientWidth)
      const height = Math.floor(element.clientHeight)
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, size]
}
