/**
 * A press on plain text leaves the focus nowhere, and so would closing what it opened. The figure takes it: Esc comes back
 * to it, Tab goes on from there, E opens it again. Where a press gave it to something, a cell or a button, it stays.
 */
export function focusOn(element: Element | undefined): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return
  const figure = element?.closest('[data-figure], [data-term]')
  if (!(figure instanceof HTMLElement || figure instanceof SVGElement)) return
  if (figure.tabIndex < 0 && !figure.hasAttribute('tabindex')) figure.setAttribute('tabindex', '-1')
  figure.focus({ preventScroll: true })
}
