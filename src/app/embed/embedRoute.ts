/** What an embedded page shows. */
export type EmbedView = 'equity' | 'lanes' | 'price' | 'calculator'

const VIEWS: ReadonlySet<string> = new Set<EmbedView>(['equity', 'lanes', 'price', 'calculator'])

/** The view that `?embed=1&show=lanes` asks for, the equity chart unless said; undefined where the page is not embedded. */
export function embedView(search: string): EmbedView | undefined {
  const params = new URLSearchParams(search)
  if (params.get('embed') !== '1') return undefined
  const show = params.get('show') ?? ''
  return VIEWS.has(show) ? (show as EmbedView) : 'equity'
}

/** The same address as a page of its own. */
export function unembedded(href: string): string {
  const url = new URL(href)
  url.searchParams.delete('embed')
  url.searchParams.delete('show')
  return url.href
}
