import { useEffect, useId, useMemo, useRef, type ReactNode } from 'react'
import { Sheet } from '../../../ui/primitives/Dialog.tsx'
import { IconButton } from '../../../ui/primitives/IconButton.tsx'
import { useMediaQuery } from '../../../ui/theme/useMediaQuery.ts'
import { words } from '../words/words.ts'
import styles from './drawer.module.css'
import { LevelControl } from './LevelControl.tsx'
import { useSideBox } from './useSideBox.ts'

interface FrameProps {
  /** What stands in it: the focus goes there when that changes by the user's own doing. */
  readonly place: string
  readonly onClose: () => void
  readonly children: ReactNode
}

const OTHER_DIALOG = 'dialog[open]:not(:has([data-explain]))'
const ONE_COLUMN = '(max-width: 960px)'

/** In two columns the right one, beside a page that goes on; over a dialog, and in one column, a sheet. */
export function Frame(props: FrameProps) {
  const isNarrow = useMediaQuery(ONE_COLUMN)
  // A dialog makes the page behind it wait: what explains its figures has to lie above it. One that opens later covers the
  // drawer until something in it is asked about.
  const isOverDialog = useMemo(() => props.place !== '' && document.querySelector(OTHER_DIALOG) !== null, [props.place])
  if (isNarrow || isOverDialog) {
    return (
      <Sheet isOpen onClose={props.onClose} title={words.title} aside={<LevelControl />} side={isNarrow ? 'bottom' : 'right'}>
        {props.children}
      </Sheet>
    )
  }
  return <Column {...props} />
}

function Column({ place, onClose, children }: FrameProps) {
  const titleId = useId()
  const panel = useRef<HTMLElement>(null)
  const opener = useRef<Element>(null)
  const box = useSideBox()
  useEffect(() => {
    opener.current = document.activeElement
    return () => {
      const { current } = opener
      if ((current instanceof HTMLElement || current instanceof SVGElement) && current.isConnected) current.focus()
    }
  }, [])
  useEffect(() => {
    panel.current?.focus({ preventScroll: true })
  }, [place])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open], :popover-open') !== null) return
      event.preventDefault()
      onClose()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [onClose])
  return (
    <aside ref={panel} tabIndex={-1} className={styles.column} style={box} aria-labelledby={titleId} data-explain="">
      <header className={styles.head}>
        <h2 id={titleId} className={styles.title}>{words.title}</h2>
        <LevelControl />
        <IconButton icon="close" label={words.close} keys="Escape" onClick={onClose} />
      </header>
      {children}
    </aside>
  )
}
