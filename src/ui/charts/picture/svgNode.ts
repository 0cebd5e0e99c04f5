export const SVG = 'http://www.w3.org/2000/svg'

/** An SVG element with its attributes. */
export function svgNode(name: string, attributes: Readonly<Record<string, string | number>>, children: readonly (Node | string)[] = []): SVGElement {
  const node = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value))
  node.append(...children)
  return node
}
