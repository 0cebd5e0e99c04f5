import { useEffect, useState } from 'react'
import { Icon } from '../../../ui/primitives/Icon.tsx'
import { menuWords as words } from '../menuWords.ts'
import styles from './FileDrop.module.css'
import { useTakeFiles } from './useTakeFiles.ts'

export type FileDropProps = { readonly onPriceFiles: (files: readonly File[]) => void }

/** Takes files dropped anywhere on the page, and shows that it would while they are held over it. */
export function FileDrop({ onPriceFiles }: FileDropProps) {
  const [isOver, setIsOver] = useState(false)
  const take = useTakeFiles(onPriceFiles)
  useEffect(() => {
    // Entering a child is an enter and a leave: the page is left when as many leaves as enters have come.
    let depth = 0
    const show = (change: number): void => {
      depth = Math.max(0, depth + change)
      setIsOver(depth > 0)
    }
    const onEnter = (event: DragEvent): void => {
      if (hasFiles(event)) show(1)
    }
    const onLeave = (event: DragEvent): void => {
      if (hasFiles(event)) show(-1)
    }
    const onOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy'
    }
    const onDrop = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      event.preventDefault()
      depth = 0
      setIsOver(false)
      void take([...(event.dataTransfer?.files ?? [])])
    }
    const listeners = { dragenter: onEnter, dragleave: onLeave, dragover: onOver, drop: onDrop } as const
    for (const [type, listener] of Object.entries(listeners)) document.addEventListener(type as keyof typeof listeners, listener)
    return () => {
      for (const [type, listener] of Object.entries(listeners)) document.removeEventListener(type as keyof typeof listeners, listener)
    }
  }, [take])
  if (!isOver) return null
  return (
    // In the top layer: an open dialog takes files too.
    <div ref={(veil) => veil?.showPopover()} popover="manual" role="status" className={styles.veil}>
      <div className={styles.target}>
        <Icon name="download" size={24} />
        <p className={styles.title}>{words.documents.drop}</p>
        <p className={styles.note}>{words.documents.dropNote}</p>
      </div>
    </div>
  )
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}
