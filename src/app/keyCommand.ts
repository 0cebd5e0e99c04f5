/** What a key asks for, wherever the focus is. */
export type KeyCommand =
  | 'toggle-play'
  | 'step-back'
  | 'step-forward'
  | 'previous-event'
  | 'next-event'
  | 'to-start'
  | 'to-end'
  | 'speed-1x'
  | 'speed-2x'
  | 'speed-5x'
  | 'speed-20x'
  | 'speed-max'
  | 'ticket-long'
  | 'ticket-short'
  | 'edit-margin'
  | 'close-position'
  | 'close-all'
  | 'switch-pool'
  | 'compare-rules'
  | 'draw'
  | 'explain'
  | 'share'
  | 'bookmark'
  | 'previous-bookmark'
  | 'next-bookmark'
  | 'branches'
  | 'undo'
  | 'redo'
  | 'help'

/** The part of a keyboard event that matters here. */
export interface KeyPress {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly defaultPrevented: boolean
}

/** The role of what has the focus: `typing` takes letters (so does a menu), `arrows` takes arrow keys, `button` takes Space and Enter. */
export type FocusRole = 'none' | 'button' | 'arrows' | 'typing' | 'dialog'

const PLAIN: Readonly<Record<string, KeyCommand>> = {
  ' ': 'toggle-play',
  ArrowLeft: 'step-back',
  ArrowRight: 'step-forward',
  Home: 'to-start',
  End: 'to-end',
  '1': 'speed-1x',
  '2': 'speed-2x',
  '3': 'speed-5x',
  '4': 'speed-20x',
  '5': 'speed-max',
  b: 'ticket-long',
  s: 'ticket-short',
  m: 'edit-margin',
  x: 'close-position',
  t: 'switch-pool',
  c: 'compare-rules',
  d: 'draw',
  e: 'explain',
  l: 'share',
  k: 'bookmark',
  ',': 'previous-bookmark',
  '.': 'next-bookmark',
  g: 'branches',
  z: 'undo',
  '?': 'help',
}

const SHIFTED: Readonly<Record<string, KeyCommand>> = {
  ArrowLeft: 'previous-event',
  ArrowRight: 'next-event',
  z: 'redo',
  x: 'close-all',
  '?': 'help',
}

/** The command of a key press, or nothing when the focused element has a use of its own for the key. */
export function keyCommand(press: KeyPress, focus: FocusRole): KeyCommand | undefined {
  if (press.defaultPrevented || press.altKey || focus === 'typing') return undefined
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key
  const found = press.shiftKey ? SHIFTED[key] : PLAIN[key]
  // Dialogs hold figures too; the page behind them waits.
  if (focus === 'dialog' && found !== 'explain') return undefined
  if (press.ctrlKey || press.metaKey) return found === 'undo' || found === 'redo' ? found : undefined
  return isTaken(key, focus) ? undefined : found
}

/** Whether the focused element has a use of its own for the key. */
function isTaken(key: string, focus: FocusRole): boolean {
  if (focus === 'button') return key === ' ' || key === 'Enter'
  return focus === 'arrows' && (key.startsWith('Arrow') || key === 'Home' || key === 'End')
}

const TYPING = 'input:not([type=range]):not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]'
const ARROWS = 'input[type=range], input[type=radio], [role=radio], [role=tab], [role=slider], [role=grid] *, [role=gridcell], [role=menuitem], [role=treeitem], table *'
const BUTTONS = 'button, a[href], summary, input[type=checkbox], [role=button]'

/** What the element that has the focus does with keys. */
export function focusRole(element: Element | null): FocusRole {
  if (element === null) return 'none'
  if (element.closest('[role=menu]') !== null) return 'typing'
  if (element.matches(TYPING)) return 'typing'
  if (element.closest('dialog[open], [role=dialog]') !== null) return 'dialog'
  if (element.matches(ARROWS)) return 'arrows'
  return element.matches(BUTTONS) ? 'button' : 'none'
}
