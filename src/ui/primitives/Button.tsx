import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { classNames } from '../theme/classNames.ts';
import styles from './Button.module.css';
import { Icon } from './Icon.tsx';
import type { IconName } from './iconPaths.ts';
import { useTooltip } from './useTooltip.tsx';

export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> & {
  readonly variant?: 'primary' | 'secondary' | 'ghost' | 'buy' | 'sell';
  readonly size?: 'small' | 'medium' | 'large';
  readonly icon?: IconName;
  readonly iconAfter?: IconName;
  /** Why it cannot be pressed now. The button stays focusable so that the reason can be read. */
  readonly reason?: string | undefined;
  /** Less air at its sides, for full rows. */
  readonly isTight?: boolean;
  readonly isPressed?: boolean | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children: ReactNode;
};

export function Button({
  variant = 'secondary', size = 'medium', icon, iconAfter, reason, isTight = false, isPressed, className, children, onClick, type = 'button', ...rest
}: ButtonProps) {
  const isOff = reason !== undefined && reason !== '';
  const tooltip = useTooltip(isOff ? reason : undefined);
  const describedBy = classNames(rest['aria-describedby'], tooltip.id);
  return (
    <>
      <button
        {...rest}
        {...tooltip.anchor}
        type={isOff ? 'button' : type}
        className={classNames(styles.button, styles[variant], styles[size], isTight && styles.tight, isOff && styles.off, className)}
        aria-disabled={isOff || undefined}
        aria-pressed={isPressed}
        aria-describedby={describedBy === '' ? undefined : describedBy}
        onClick={isOff ? undefined : onClick}
      >
        {icon === undefined ? null : <Icon name={icon} size={size === 'small' ? 12 : 16} />}
        {children}
        {iconAfter === undefined ? null : <Icon name={iconAfter} size={12} />}
      </button>
      {tooltip.node}
    </>
  );
}
