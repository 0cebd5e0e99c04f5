import { svgNode } from './svgNode.ts'
import { styledCopy } from './svgStyles.ts'

/** What can be pressed has no use in a picture; what is only read out is not seen. */
const LEFT_OUT = 'button, input, select, textarea, [role=radiogroup], [role=slider], .visually-hidden, [hidden]'

export interface Origin {
  readonly left: number
  readonly top: number
}

/** What a part of the page shows as shapes and words of an SVG, each where it stands: text, boxes, drawings, canvases. */
export function pictureOfPage(root: Element, origin: Origin): readonly SVGElement[] {
  const parts: SVGElement[] = []
  visit(root, origin, parts)
  return parts
}

function visit(element: Element, origin: Origin, parts: SVGElement[]): void {
  if (element.matches(LEFT_OUT) || !isSeen(element)) return
  const { left, top, width, height } = element.getBoundingClientRect()
  const at = { x: round(left - origin.left), y: round(top - origin.top) }
  if (element instanceof SVGSVGElement) {
    parts.push(svgNode('g', { transform: `translate(${at.x} ${at.y})` }, [placed(styledCopy(element), width, height)]))
    return
  }
  if (element instanceof HTMLCanvasElement) {
    if (element.width > 0 && element.height > 0) parts.push(svgNode('image', { ...at, width: round(width), height: round(height), href: element.toDataURL('image/png') }))
    return
  }
  parts.push(...boxOf(element, { ...at, width, height }))
  for (const child of element.childNodes) {
    if (child instanceof Element) visit(child, origin, parts)
    else if (child instanceof Text) parts.push(...wordsOf(child, origin))
  }
}

function isSeen(element: Element): boolean {
  const style = getComputedStyle(element)
  return style.display !== 'none' && style.visibility !== 'hidden' && style.opacity !== '0'
}

/** Size as it is on the page; what sticks out of it is drawn, as there. */
function placed(svg: SVGSVGElement, width: number, height: number): SVGSVGElement {
  svg.setAttribute('width', String(round(width)))
  svg.setAttribute('height', String(round(height)))
  svg.setAttribute('overflow', 'visible')
  return svg
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Background and frame of a box, where it has any. */
function boxOf(element: Element, { x, y, width, height }: Box): readonly SVGElement[] {
  const style = getComputedStyle(element)
  const fill = isClear(style.backgroundColor) ? 'none' : style.backgroundColor
  const stroke = Number.parseFloat(style.borderTopWidth)
  const isFramed = stroke > 0 && style.borderTopStyle !== 'none' && Number.parseFloat(style.borderLeftWidth) > 0
  if (fill === 'none' && !isFramed) return []
  const inset = isFramed ? stroke / 2 : 0
  return [
    svgNode('rect', {
      x: x + inset,
      y: y + inset,
      width: round(Math.max(0, width - 2 * inset)),
      height: round(Math.max(0, height - 2 * inset)),
      rx: Number.parseFloat(style.borderTopLeftRadius) || 0,
      fill,
      ...(isFramed ? { stroke: style.borderTopColor, 'stroke-width': stroke } : {}),
      ...(isFramed && style.borderTopStyle === 'dashed' ? { 'stroke-dasharray': `${3 * stroke} ${2 * stroke}` } : {}),
    }),
  ]
}

function isClear(colour: string): boolean {
  return colour === 'transparent' || /,\s*0\)$|\/\s*0\)$/.test(colour)
}

/** The words of a text, one line each. */
function wordsOf(text: Text, origin: Origin): readonly SVGElement[] {
  const content = text.data.replaceAll(/\s+/g, ' ').trim()
  const parent = text.parentElement
  if (content === '' || parent === null) return []
  const range = document.createRange()
  range.selectNodeContents(text)
  const rect = range.getBoundingClientRect()
  if (rect.width === 0) return []
  const style = getComputedStyle(parent)
  const size = Number.parseFloat(style.fontSize)
  return [
    svgNode(
      'text',
      {
        x: round(rect.left - origin.left),
        // The baseline of a line of this face: half of what the line has above the letters, then their ascent.
        y: round(rect.top - origin.top + rect.height / 2 + size * 0.36),
        textLength: round(rect.width),
        style: `fill:${style.color};font-family:${style.fontFamily};font-size:${style.fontSize};font-weight:${style.fontWeight};font-variant-numeric:${style.fontVariantNumeric}`,
      },
      [content],
    ),
  ]
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
