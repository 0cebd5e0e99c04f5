/** What an embedded page can show. */
export type EmbedShow = 'equity' | 'lanes' | 'price' | 'calculator'

const HEIGHTS: Readonly<Record<EmbedShow, number>> = { equity: 420, lanes: 320, price: 420, calculator: 640 }

/**
 * HTML that shows the scenario of a link in another page.
 * @param address  of the link  @param title  read out in place of the frame
 */
export function embedSnippet(address: string, show: EmbedShow, title: string): string {
  const at = address.indexOf('#')
  const page = at === -1 ? address : address.slice(0, at)
  const fragment = at === -1 ? '' : address.slice(at)
  const source = `${page}${page.includes('?') ? '&' : '?'}embed=1&show=${show}${fragment}`
  return `<iframe src="${attribute(source)}" title="${attribute(title)}" width="100%" height="${HEIGHTS[show]}" style="border:0" loading="lazy"></iframe>`
}

/** Text as the value of an attribute in double quotes, whatever it holds. */
function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
