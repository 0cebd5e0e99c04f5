import type { ButtonHTMLAttributes, Ref } from 'react'
import { classNames } from '../theme/classNames.ts'
import styles from './IconButton.module.css'
import { Icon } from './Icon.tsx'
import type { IconName } from './iconPaths.ts'
import { KeyHint } from './KeyHint.tsx'
import { useTooltip } from './useTooltip.tsx'

export type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'children' | 'aria-label'> & {
  readonly icon: IconName
  /** Its name, and its tooltip. */
  readonly label: string
  readonly keys?: string | undefined
  readonly size?: 'small' | 'medium' | 'large'
  readonly isFramed?: boolean
  readonly isPressed?: boolean | undefined
  /** Why it cannot be pressed now. */
  readonly reason?: string | undefined
  readonly ref?: Ref<HTMLButtonElement>
}

export function IconButton({
  icon, label, keys, size = 'medium', isFramed = false, isPressed, reason, className, onClick, type = 'button', ...rest
}: IconButtonProps) {
  const isOff = reason !== undefined && reason !== ''
  const tooltip = useTooltip(
    <>
      {label}
      {isOff ? `: ${reason}` : null}
      {keys === undefined ? null : <KeyHint keys={keys} isInverse />}
    </>,
  )
  return (
    <>
      <button
        data-press=""
        {...rest}
        {...tooltip.anchor}
        type={type}
        className={classNames(styles.button, styles[size], isFramed && styles.framed, isOff && styles.off, className)}
        aria-label={label}
        aria-pressed={isPressed}
        aria-disabled={isOff || undefined}
        aria-describedby={isOff || keys !== undefined ? tooltip.id : undefined}
        aria-keyshortcuts={keys}
        onClick={isOff ? undefined : onClick}
      >
        <Icon name={icon} />
      </button>
      {tooltip.node}
    </>
  )
}
