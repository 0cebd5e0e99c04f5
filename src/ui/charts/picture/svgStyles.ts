/** What of an element's style has to stand in the file, where no style sheet of the page is. */
const PROPERTIES = [
  'fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-dashoffset', 'stroke-linecap', 'stroke-linejoin',
  'opacity', 'paint-order', 'shape-rendering', 'clip-path', 'text-anchor', 'dominant-baseline', 'text-decoration-line', 'text-decoration-style',
  'font-family', 'font-size', 'font-weight', 'font-style', 'font-variant-numeric', 'letter-spacing', 'visibility',
] as const

const DEFAULTS: Readonly<Record<string, string>> = {
  'fill-opacity': '1', 'fill-rule': 'nonzero', 'stroke-opacity': '1', 'stroke-dasharray': 'none', 'stroke-dashoffset': '0px', 'stroke-linecap': 'butt', 'stroke-linejoin': 'miter',
  opacity: '1', 'paint-order': 'normal', 'shape-rendering': 'auto', 'clip-path': 'none', 'text-anchor': 'start', 'dominant-baseline': 'auto',
  'text-decoration-line': 'none', 'font-style': 'normal', 'letter-spacing': 'normal', visibility: 'visible',
}

/** A copy of an SVG that looks the same without the page's style sheets, and holds nothing but shapes and words. */
export function styledCopy(source: SVGSVGElement): SVGSVGElement {
  const copy = source.cloneNode(true) as SVGSVGElement
  const originals = [source, ...source.querySelectorAll<SVGElement>('*')]
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')]
  originals.forEach((original, index) => {
    const target = copies[index]
    if (target === undefined) return
    const style = getComputedStyle(original)
    if (style.display === 'none') return target.remove()
    const stated = PROPERTIES.flatMap((name) => {
      const value = style.getPropertyValue(name)
      return value === '' || value === DEFAULTS[name] ? [] : [`${name}:${value}`]
    })
    for (const name of target.getAttributeNames()) if (/^(class|style|tabindex|role|aria-|data-|on)/.test(name)) target.removeAttribute(name)
    target.setAttribute('style', stated.join(';'))
  })
  for (const foreign of copy.querySelectorAll('foreignObject, script, title')) foreign.remove()
  return copy
}
