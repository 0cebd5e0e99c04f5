import { useEffect } from 'react'
import { useAppStore } from '../store/useAppStore.ts'
import { scaleForPrint } from '../ui/files/printPage.ts'
import { useMediaQuery } from '../ui/theme/useMediaQuery.ts'

/** Puts theme and profit colours on the document, and tells the script in index.html for the next visit. */
export function useTheme(): 'light' | 'dark' {
  const wanted = useAppStore((state) => state.settings.theme)
  const pnlColors = useAppStore((state) => state.settings.pnlColors)
  const prefersLight = useMediaQuery('(prefers-color-scheme: light)')
  const theme = wanted === 'system' ? (prefersLight ? 'light' : 'dark') : wanted
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
    const color = getComputedStyle(document.documentElement).getPropertyValue('--bg').trim()
    document.querySelector('meta[name=theme-color]')?.setAttribute('content', color)
    try {
      if (wanted === 'system') localStorage.removeItem('bulkhead.theme')
      else localStorage.setItem('bulkhead.theme', wanted)
    } catch {
      // Storage may be forbidden: the choice then lasts as long as the tab.
    }
  }, [theme, wanted])
  useEffect(() => {
    document.documentElement.dataset['pnl'] = pnlColors
  }, [pnlColors])
  useEffect(scaleForPrint, [])
  return theme
}
