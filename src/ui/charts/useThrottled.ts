import { useEffect, useRef, useState } from 'react'

/**
 * The newest value, handed on at most `hz` times a second. The first change passes at once and the last one is never
 * lost, so a paused chart shows exactly the state it paused at.
 */
export function useThrottled<Value>(value: Value, hz: number): Value {
  const [shown, setShown] = useState(value)
  const lastAt = useRef(-Infinity)
  useEffect(() => {
    const wait = Math.max(0, lastAt.current + 1000 / hz - performance.now())
    const hand = (): void => {
      lastAt.current = performance.now()
      setShown(() => value)
    }
    const timer = setTimeout(hand, wait)
    return () => clearTimeout(timer)
  }, [value, hz])
  return shown
}
