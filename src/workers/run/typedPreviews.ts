/** Previews of what is typed, into the ticket or a dialog on a position. `await import('./typedPreviews.ts')` */
export { previewEdit } from './previewEdit.ts'
export { sidePreview } from './sidePreview.ts'
