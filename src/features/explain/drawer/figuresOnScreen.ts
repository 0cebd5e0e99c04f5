import type { ExplainView } from '../../../store/slices/ExplainState.ts'
import { viewOf } from '../explainable.ts'

/** A figure or term that is shown now. */
export interface ScreenFigure {
  readonly key: string
  readonly view: ExplainView
  /** As it is written. */
  readonly text: string
  /** Name of the part of the screen it stands in. */
  readonly region: string
}

const REGIONS = 'dialog, [role=grid], section, aside, form, table, [role=group], main, header, footer'

/** Every figure shown now, each once, in the order of the page; of an open dialog only its own. The drawer itself is left out. */
export function figuresOnScreen(): readonly ScreenFigure[] {
  const dialogs = [...document.querySelectorAll('dialog[open]')].filter((dialog) => dialog.querySelector('[data-explain]') === null)
  const root: ParentNode = dialogs.at(-1) ?? document
  const found = new Map<string, ScreenFigure>()
  for (const element of root.querySelectorAll('[data-figure], [data-term]')) {
    const view = viewOf(element)
    const key = element.getAttribute('data-figure') ?? `term ${element.getAttribute('data-term') ?? ''}`
    if (view === undefined || found.has(key) || element.closest('[data-explain]') !== null || element.getClientRects().length === 0) continue
    const text = (element.textContent ?? '').trim()
    if (text !== '') found.set(key, { key, view, text, region: view.type === 'glossary' ? 'Terms' : regionOf(element) })
  }
  return [...found.values()]
}

/** The name of the nearest part of the page that has one. */
function regionOf(element: Element): string {
  for (let part = element.closest(REGIONS); part !== null; part = part.parentElement?.closest(REGIONS) ?? null) {
    const name = nameOf(part)
    if (name !== '') return name
  }
  return element.closest('h1') === null ? 'Page' : 'Headline'
}

function nameOf(part: Element): string {
  const labelled = part.getAttribute('aria-labelledby')
  const own = part.getAttribute('aria-label') ?? (labelled === null ? undefined : document.getElementById(labelled)?.textContent)
  return (own ?? part.querySelector(':scope > caption')?.textContent ?? '').trim()
}
