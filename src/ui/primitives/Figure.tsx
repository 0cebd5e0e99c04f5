import { useEffect, useRef, type ReactNode } from 'react'
import { classNames } from '../theme/classNames.ts'
import styles from './Figure.module.css'

export type Tone = 'profit' | 'loss' | 'warn' | 'strong' | 'quiet' | 'isolated' | 'cross'

export type FigureProps = {
  readonly children: ReactNode
  readonly tone?: Tone | undefined
  /** The key under which the page explains it: a click, E or a long press on it asks for that. */
  readonly figure?: string | undefined
  /** The plain decimal behind the text. When it changes the figure shows the direction once. */
  readonly amount?: string | number | undefined
}

export function Figure({ children, tone, figure, amount }: FigureProps) {
  const flash = useFlash(amount)
  const className = classNames(styles.figure, tone === undefined ? undefined : styles[tone])
  return <span ref={flash} className={className} data-figure={figure}>{children}</span>
}

/** Restarts the flash through an attribute, so that no layout and no React work is added to a tick. */
function useFlash(amount: string | number | undefined) {
  const element = useRef<HTMLSpanElement>(null)
  const previous = useRef(amount)
  useEffect(() => {
    const before = previous.current
    previous.current = amount
    if (element.current === null || before === undefined || amount === undefined || before === amount) return
    const direction = Number(amount) > Number(before) ? 'up' : 'down'
    const turn = element.current.dataset.flash?.endsWith('1') === true ? '2' : '1'
    element.current.dataset.flash = `${direction}${turn}`
  }, [amount])
  return element
}
