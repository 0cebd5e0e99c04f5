import { useEffect, useRef, type ReactNode } from 'react'
import { classNames } from '../theme/classNames.ts'
import styles from './Figure.module.css'

export type Tone = 'profit' | 'loss' | 'warn' | 'strong' | 'quiet' | 'isolated' | 'cross'

export type FigureProps = {
  readonly children: ReactNode
  readonly tone?: Tone | undefined
  /** Makes it a button with a dotted underline that opens the explanation. */
  readonly onExplain?: (() => void) | undefined
  /** What it is, for the button's name: "Explain Est. liq. price". */
  readonly explainLabel?: string
  /** Its explanation is open now. */
  readonly isExplained?: boolean
  /** The plain decimal behind the text. When it changes the figure shows the direction once. */
  readonly amount?: string | number | undefined
}

export function Figure({ children, tone, onExplain, explainLabel, isExplained = false, amount }: FigureProps) {
  const flash = useFlash(amount)
  const className = classNames(styles.figure, tone === undefined ? undefined : styles[tone], isExplained && styles.explained)
  if (onExplain === undefined) return <span ref={flash} className={className}>{children}</span>
  return (
    <button
      ref={flash}
      type="button"
      className={classNames(className, styles.explainable)}
      aria-expanded={isExplained}
      onClick={onExplain}
    >
      {children}
      {explainLabel === undefined ? null : <span className="visually-hidden">, explain {explainLabel}</span>}
    </button>
  )
}

/** Restarts the flash through an attribute, so that no layout and no React work is added to a tick. */
function useFlash(amount: string | number | undefined) {
  const element = useRef<HTMLButtonElement & HTMLSpanElement>(null)
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
