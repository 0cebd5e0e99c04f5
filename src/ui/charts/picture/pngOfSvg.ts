import type { ChartPicture } from './chartPicture.ts'

/** The same picture in pixels, two for each of the page. */
export async function pngOfSvg({ svg, width, height }: ChartPicture, scale = 2): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * scale
    canvas.height = height * scale
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (blob === null) throw new Error('the browser made no picture')
    return blob
  } finally {
    URL.revokeObjectURL(address)
  }
}
