export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
export type Size = { readonly width: number; readonly height: number }
export type Alignment = 'start' | 'center' | 'end'

const EDGE = 8
const GAP = 4

/** Top-left corner of a floating box: below its anchor, above where there is no room, always inside the window. */
export function placeBeside(anchor: Box, size: Size, viewport: Size, align: Alignment): { left: number; top: number } {
  const offset = { start: 0, center: (anchor.width - size.width) / 2, end: anchor.width - size.width }[align]
  const left = Math.max(EDGE, Math.min(anchor.left + offset, viewport.width - size.width - EDGE))
  const below = anchor.top + anchor.height + GAP
  const above = anchor.top - size.height - GAP
  const fitsBelow = below + size.height <= viewport.height - EDGE
  return { left, top: fitsBelow || above < EDGE ? below : above }
}

/** Opens a `popover` element beside its anchor. The top layer keeps it above dialogs and outside of clipping. */
export function showBeside(floating: HTMLElement, anchor: HTMLElement, align: Alignment): void {
  if (!floating.matches(':popover-open')) floating.showPopover()
  const { left, top } = placeBeside(
    anchor.getBoundingClientRect(),
    { width: floating.offsetWidth, height: floating.offsetHeight },
    { width: document.documentElement.clientWidth, height: window.innerHeight },
    align,
  )
  floating.style.left = `${left}px`
  floating.style.top = `${top}px`
}
