import { fontStyle } from './fontStyle.ts'
import { pictureOfPage } from './pictureOfPage.ts'
import { SVG, svgNode } from './svgNode.ts'

export interface PictureOptions {
  readonly theme: 'dark' | 'light'
  /** Under the chart: what it is of, and when it was made. */
  readonly caption: string
}

export interface ChartPicture {
  /** A file of its own. */
  readonly svg: string
  readonly width: number
  readonly height: number
}

const MARGIN = 16
const CAPTION = 28

/** Charts as they stand on the page, one under the other, with titles and legends, as an SVG that needs nothing besides. */
export async function chartPicture(charts: readonly Element[], { theme, caption }: PictureOptions): Promise<ChartPicture> {
  const font = await fontStyle()
  return inTheme(theme, () => drawn(charts, caption, font))
}

function drawn(charts: readonly Element[], caption: string, font: string): ChartPicture {
  const boxes = charts.map((chart) => chart.getBoundingClientRect())
  const width = Math.ceil(Math.max(0, ...boxes.map((box) => box.width))) + 2 * MARGIN
  const heights = boxes.map((box) => Math.ceil(box.height))
  const tops = heights.map((_, index) => MARGIN + heights.slice(0, index).reduce((sum, each) => sum + each, 0))
  const height = heights.reduce((sum, each) => sum + each, 2 * MARGIN + CAPTION)
  const page = getComputedStyle(document.documentElement)
  const colour = (name: string): string => page.getPropertyValue(name).trim()
  const { dataset } = document.documentElement
  if (charts.length === 1) dataset['picture'] = 'alone'
  const parts = charts.flatMap((chart, index) => pictureOfPage(chart, { left: (boxes[index]?.left ?? 0) - MARGIN, top: (boxes[index]?.top ?? 0) - (tops[index] ?? 0) }))
  delete dataset['picture']
  const words = `fill:${colour('--text-3')};font-family:${getComputedStyle(document.body).fontFamily};font-size:11px`
  const svg = svgNode('svg', { width, height, viewBox: `0 0 ${width} ${height}` }, [
    svgNode('style', {}, [font]),
    svgNode('rect', { width, height, fill: colour('--bg') }),
    ...parts,
    svgNode('text', { x: 2 * MARGIN, y: height - MARGIN, style: words }, [caption]),
  ])
  svg.setAttribute('xmlns', SVG)
  return { svg: new XMLSerializer().serializeToString(svg), width, height }
}

/**
 * Colours are read off the page, so for a picture in the other theme the page wears it for a moment, without transitions;
 * what is drawn on a canvas needs a frame or two to follow.
 */
async function inTheme<T>(theme: string, draw: () => T): Promise<T> {
  const { dataset } = document.documentElement
  const before = dataset['theme']
  if (before === theme) return draw()
  const still = document.createElement('style')
  still.textContent = '*,*::before,*::after{transition:none!important}'
  document.head.append(still)
  dataset['theme'] = theme
  try {
    await frames(3)
    return draw()
  } finally {
    if (before === undefined) delete dataset['theme']
    else dataset['theme'] = before
    await frames(1)
    still.remove()
  }
}

async function frames(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
}
