import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { classNames } from '../theme/classNames.ts'
import styles from './Button.module.css'
import { Icon } from './Icon.tsx'
import type { IconName } from './iconPaths.ts'
import { useTooltip } from './useTooltip.tsx'

export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> & {
  readonly variant?: 'primary' | 'secondary' | 'ghost' | 'buy' | 'sell'
  readonly size?: 'small' | 'medium' | 'large'
  readonly icon?: IconName
  readonly iconAfter?: IconName
  /** Why it cannot be pressed now. The button stays focusable so that the reason can be read. */
  readonly reason?: string | undefined
  /** Less air at its sides, for full rows. */
  readonly isTight?: boolean
  readonly isPressed?: boolean | undefined
  readonly ref?: Ref<HTMLButtonElement>
  readonly children: ReactNode
}

export function Button({
  variant = 'secondary', size = 'medium', icon, iconAfter, reason, isTight = false, isPressed, className, children, onClick, type = 'button', ...rest
}: ButtonProps) {
  const isOff = reason !== undefined && reason !== ''
  const tooltip = useTooltip(isOff ? reason : undefined)
  return (
    <>
      <button
        data-press=""
        {...rest}
        {...tooltip.anchor}
        type={isOff ? 'button' : type}
        className={classNames(styles.button, styles[variant], styles[size], isTight && styles.tight, isOff && styles.off, className)}
        aria-disabled={isOff || undefined}
        aria-pressed={isPressed}
        aria-describedby={classNames(rest['aria-describedby'], tooltip.id) || undefined}
        onClick={isOff ? undefined : onClick}
      >
        <OptionalIcon name={icon} size={size === 'small' ? 12 : 16} />
        {children}
        <OptionalIcon name={iconAfter} size={12} />
      </button>
      {tooltip.node}
    </>
  )
}

function OptionalIcon({ name, size }: { readonly name: IconName | undefined; readonly size: number }) {
  return name === undefined ? null : <Icon name={name} size={size} />
}
