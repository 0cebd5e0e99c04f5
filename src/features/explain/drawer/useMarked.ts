import { useEffect } from 'react'

/** Marks the figure that is explained wherever it stands on the page, also when it is drawn anew. */
export function useMarked(key: string | undefined): void {
  useEffect(() => {
    if (key === undefined) return undefined
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`[data-figure="${CSS.escape(key)}"] { background: var(--hover); box-shadow: 0 0 0 3px var(--hover); border-radius: var(--r-1); }`)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
    }
  }, [key])
}
