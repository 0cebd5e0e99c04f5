import { useId, useRef, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import styles from './Menu.module.css'
import { useFloating } from './useFloating.ts'

export type PopoverProps = {
  readonly label: string
  readonly trigger: ReactNode
  readonly variant?: 'secondary' | 'ghost'
  readonly size?: 'small' | 'medium'
  readonly hasChevron?: boolean
  readonly isTight?: boolean
  readonly align?: 'start' | 'end'
  readonly reason?: string | undefined
  readonly children: (close: () => void) => ReactNode
}

/** A small form beside its button: leverage, edit margin. Its contents exist only while it is open. */
export function Popover({
  label, trigger, variant = 'secondary', size = 'medium', hasChevron = true, isTight = false, align = 'start', reason, children,
}: PopoverProps) {
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const floating = useFloating(panel, align)
  return (
    <>
      <Button
        {...floating.trigger}
        variant={variant}
        size={size}
        isTight={isTight}
        reason={reason}
        aria-haspopup="dialog"
        aria-controls={id}
        {...(hasChevron ? { iconAfter: 'chevron-down' as const } : {})}
      >
        {trigger}
      </Button>
      <div ref={panel} id={id} role="dialog" aria-label={label} tabIndex={-1} popover="auto" className={styles.panel} onToggle={floating.onToggle}>
        {floating.isOpen ? children(floating.close) : null}
      </div>
    </>
  )
}
