import { parseFigureKey } from '../../engine/index.ts'
import type { ExplainView } from '../../store/slices/ExplainState.ts'

/** What has a use of its own for a press. */
const CONTROL = 'button, a[href], input, select, textarea, label, summary, [role=tab], [role=menuitem], [role=option], [role=slider]'

/** What a press at an element asks for; nothing where the press means something else. */
export function explainable(target: Element): ExplainView | undefined {
  const found = target.closest<HTMLElement | SVGElement>('[data-figure], [data-term]')
  const control = target.closest(CONTROL)
  return found === null || (control !== null && control !== found) ? undefined : viewOf(found)
}

/** What an element explains. */
export function viewOf(element: Element): ExplainView | undefined {
  const term = element.getAttribute('data-term')
  if (term !== null) return { type: 'glossary', term }
  const figure = parseFigureKey(element.getAttribute('data-figure') ?? '')
  return figure === undefined ? undefined : { type: 'figure', figure }
}

/** The figure drawn at a point of the page, also where something transparent lies over it: words in a plot, a figure in a button. */
export function drawnAt(x: number, y: number): Element | undefined {
  const found = document.elementsFromPoint(x, y).map((element) => element.closest('[data-figure], [data-term]'))
  return found.find((element) => element !== null) ?? undefined
}

/** What the key asks for: the figure that has the focus, else that under the pointer, else a choice of all. */
export function explainHere(pointer: { readonly x: number; readonly y: number } | undefined): ExplainView {
  const focused = focusedFigures(document.activeElement)
  const [only, other] = focused
  if (only !== undefined && other === undefined) return viewOf(only) ?? { type: 'pick' }
  if (only !== undefined) return { type: 'pick', keys: focused.map((element) => element.getAttribute('data-figure') ?? '') }
  const under = pointer === undefined ? undefined : drawnAt(pointer.x, pointer.y)
  return (under === undefined ? undefined : viewOf(under)) ?? { type: 'pick' }
}

/** Figures on or inside what has the focus; of a focused row or cell those in it. A whole region is no figure. */
function focusedFigures(focused: Element | null): readonly Element[] {
  if (focused === null || focused === document.body) return []
  const around = focused.closest('[data-figure], [data-term]')
  if (around !== null) return [around]
  return focused.matches('td, th, tr, button, li, a') ? [...focused.querySelectorAll('[data-figure], [data-term]')] : []
}
