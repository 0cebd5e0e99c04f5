/** A4 without margins of 10 mm, CSS pixels. */
const SHEET = 718

/**
 * Prints what is marked `data-print-page`, in light colours. It gets the width of the sheet first, and its charts a few
 * frames to be drawn for it. @param caption  in its first line: what it is of, and when it was made
 */
export async function printPage(caption: string): Promise<void> {
  const page = document.querySelector<HTMLElement>('[data-print-page]')
  page?.setAttribute('data-caption', caption)
  const undress = dress('fitted')
  const restore = (): void => {
    undress()
    page?.removeAttribute('data-caption')
  }
  // Sizes are measured, lines drawn, canvases painted.
  for (let frame = 0; frame < 6; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
  window.addEventListener('afterprint', restore, { once: true })
  window.print()
}

/** The browser's own command prints at once: nothing can be drawn anew, so all of it is made smaller. @returns how to stop listening */
export function scaleForPrint(): () => void {
  const onBefore = (): void => {
    const { dataset, style } = document.documentElement
    const page = document.querySelector<HTMLElement>('[data-print-page]')
    if (dataset['printing'] !== undefined || page === null) return
    const { width } = page.getBoundingClientRect()
    // Text alone flows into the sheet at its own size.
    const isDrawn = page.querySelector('canvas, [data-chart]') !== null
    style.setProperty('--print-width', isDrawn ? `${width}px` : 'auto')
    style.setProperty('--print-zoom', String(isDrawn ? Math.min(1, SHEET / width) : 1))
    window.addEventListener('afterprint', dress('scaled'), { once: true })
  }
  window.addEventListener('beforeprint', onBefore)
  return () => window.removeEventListener('beforeprint', onBefore)
}

/** @returns how the page gets its own look back */
function dress(printing: 'fitted' | 'scaled'): () => void {
  const { dataset } = document.documentElement
  const theme = dataset['theme']
  dataset['printing'] = printing
  dataset['theme'] = 'light'
  return () => {
    delete dataset['printing']
    if (theme === undefined) delete dataset['theme']
    else dataset['theme'] = theme
  }
}
