import { useEffect, useState } from 'react'

/**
 * Computed values of custom properties, for what cannot read CSS (a canvas). Read again when the theme changes.
 * @param names  a module-level constant, such as `['--bg', '--text']`
 */
export function useTokens<Name extends `--${string}`>(names: readonly Name[]): Readonly<Record<Name, string>> {
  const [tokens, setTokens] = useState(() => readTokens(names))
  useEffect(() => {
    const root = document.documentElement
    const update = (): void => setTokens(readTokens(names))
    const observer = new MutationObserver(update)
    observer.observe(root, { attributes: true, attributeFilter: ['data-theme', 'data-pnl'] })
    update()
    return () => observer.disconnect()
  }, [names])
  return tokens
}

function readTokens<Name extends string>(names: readonly Name[]): Record<Name, string> {
  const style = getComputedStyle(document.documentElement)
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name).trim()])) as Record<Name, string>
}
