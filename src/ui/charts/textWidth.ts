const measured = new Map<string, number>()
let context: CanvasRenderingContext2D | null | undefined

/** Width of words in the interface face, in pixels; estimated where there is no canvas (tests). */
export function textWidth(text: string, size: 11 | 13, isStrong = false): number {
  const weight = isStrong ? 600 : 400
  const key = `${weight}/${size}/${text}`
  const known = measured.get(key)
  if (known !== undefined) return known
  const canvas = measuringContext()
  if (canvas === null) return Math.ceil(text.length * size * (isStrong ? 0.56 : 0.52))
  canvas.font = `${weight} ${size}px ${fontFamily()}`
  // Figures are tabular on screen and proportional on a canvas; all of them are as wide as a zero.
  const width = Math.ceil(canvas.measureText(text.replace(/\d/g, '0')).width) + 1
  if (measured.size > 4000) measured.clear()
  measured.set(key, width)
  return width
}

function fontFamily(): string {
  return getComputedStyle(document.documentElement).getPropertyValue('--font').trim() || 'sans-serif'
}

function measuringContext(): CanvasRenderingContext2D | null {
  if (context !== undefined) return context
  context = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d')
  // Widths taken before the face arrived belong to another face.
  if (context !== null) document.fonts.addEventListener('loadingdone', () => measured.clear())
  return context
}

/** Words in lines of at most `most` letters; a longer word has a line of its own. */
export function wrapWords(text: string, most: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
