import { useId, useRef, type KeyboardEvent } from 'react'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'
import type { IconName } from './iconPaths.ts'
import { KeyHint } from './KeyHint.tsx'
import styles from './Menu.module.css'
import { useFloating } from './useFloating.ts'

export type MenuItem = {
  readonly id: string
  readonly label: string
  readonly icon?: IconName
  readonly keys?: string
  readonly detail?: string
  /** Makes it one of a set of choices. */
  readonly isChecked?: boolean
  /** Why it cannot be chosen now. */
  readonly reason?: string | undefined
  readonly onSelect: () => void
}

export type MenuProps = {
  readonly label: string
  readonly items: readonly MenuItem[]
  /** A button with words, or an icon whose name is the label. */
  readonly trigger: { readonly text: string } | { readonly icon: IconName }
  readonly variant?: 'secondary' | 'ghost'
  readonly align?: 'start' | 'end'
}

export function Menu({ label, items, trigger, variant = 'ghost', align = 'start' }: MenuProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const floating = useFloating(list, align)
  const focusItem = (key: string): void => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]
    const current = buttons.findIndex((button) => button === document.activeElement)
    buttons[menuTarget(key, current, buttons.map((button) => button.textContent ?? ''))]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.key === 'Tab') floating.close()
    else if (/^(Arrow(Up|Down)|Home|End|\w)$/.test(event.key) && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      focusItem(event.key)
    }
  }
  const shared = { ...floating.trigger, 'aria-haspopup': 'menu', 'aria-controls': id } as const
  return (
    <>
      {'text' in trigger
        ? <Button {...shared} variant={variant} iconAfter="chevron-down" aria-label={`${label}: ${trigger.text}`}>{trigger.text}</Button>
        : <IconButton {...shared} icon={trigger.icon} label={label} />}
      <div
        ref={list}
        id={id}
        role="menu"
        aria-label={label}
        tabIndex={-1}
        popover="auto"
        className={styles.menu}
        onToggle={floating.onToggle}
        onKeyDown={onKeyDown}
      >
        {items.map((item) => <MenuRow key={item.id} item={item} close={floating.close} />)}
      </div>
    </>
  )
}

function MenuRow({ item, close }: { readonly item: MenuItem; readonly close: () => void }) {
  const isOff = item.reason !== undefined
  const note = item.reason ?? item.detail
  return (
    <button
      type="button"
      role={item.isChecked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={item.isChecked}
      aria-disabled={isOff || undefined}
      tabIndex={-1}
      className={styles.item}
      onClick={() => {
        if (isOff) return
        close()
        item.onSelect()
      }}
    >
      <span className={styles.icon}>
        {item.isChecked === true ? <Icon name="check" size={12} /> : item.icon === undefined ? null : <Icon name={item.icon} size={14} />}
      </span>
      <span className={styles.words}>
        {item.label}
        {note === undefined ? null : <small className={styles.note}>{note}</small>}
      </span>
      {item.keys === undefined ? null : <KeyHint keys={item.keys} />}
    </button>
  )
}

/** Index of the item a key leads to; a letter goes to the next item that begins with it. */
function menuTarget(key: string, current: number, labels: readonly string[]): number {
  if (key === 'Home') return 0
  if (key === 'End') return labels.length - 1
  if (key === 'ArrowDown') return (current + 1) % labels.length
  if (key === 'ArrowUp') return (current + labels.length - (current < 0 ? 0 : 1)) % labels.length
  const order = labels.map((_, index) => (current + 1 + index) % labels.length)
  return order.find((index) => labels[index]?.toLowerCase().startsWith(key.toLowerCase()) === true) ?? current
}
