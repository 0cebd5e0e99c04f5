import { useCallback, useMemo, useState } from 'react'
import type { DrawPath } from './drawnPath.ts'

export type DrawnPaths = Readonly<Record<string, DrawPath>>

interface Drawing {
  readonly past: readonly DrawnPaths[]
  readonly now: DrawnPaths
  readonly future: readonly DrawnPaths[]
  /** While something is dragged: not yet a step. */
  readonly draft: DrawnPaths | undefined
}

/** The lines of a drawing by name, as they are shown, and the steps in which they were drawn. */
export interface DrawnLines {
  readonly paths: DrawnPaths
  /** Something is drawn that was not there. */
  readonly isTouched: boolean
  /** A line is still being drawn. */
  readonly isDragged: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Shows a line that is still being drawn; nothing takes it back. */
  readonly preview: (name: string, path: DrawPath | undefined) => void
  /** One step. */
  readonly commit: (name: string, path: DrawPath) => void
  readonly undo: () => void
  readonly redo: () => void
}

const NOTHING: DrawPath = []

/** @param wasTouched  what it begins with was drawn and not used yet */
export function useDrawnPaths(initial: () => DrawnPaths, wasTouched = false): DrawnLines {
  const [drawing, setDrawing] = useState<Drawing>(() => ({ past: [], now: initial(), future: [], draft: undefined }))
  const preview = useCallback((name: string, path: DrawPath | undefined) => {
    setDrawing((before) => ({ ...before, draft: path === undefined ? undefined : { ...before.now, [name]: path } }))
  }, [])
  const commit = useCallback((name: string, path: DrawPath) => {
    setDrawing(({ past, now }) => {
      if (isSame(now[name] ?? NOTHING, path)) return { past, now, future: [], draft: undefined }
      return { past: [...past, now], now: { ...now, [name]: path }, future: [], draft: undefined }
    })
  }, [])
  const undo = useCallback(() => {
    setDrawing((before) => {
      const last = before.past.at(-1)
      return last === undefined ? before : { past: before.past.slice(0, -1), now: last, future: [...before.future, before.now], draft: undefined }
    })
  }, [])
  const redo = useCallback(() => {
    setDrawing((before) => {
      const next = before.future.at(-1)
      return next === undefined ? before : { past: [...before.past, before.now], now: next, future: before.future.slice(0, -1), draft: undefined }
    })
  }, [])
  const { past, now, future, draft } = drawing
  return useMemo(
    () => ({ paths: draft ?? now, isTouched: wasTouched || past.length > 0 || draft !== undefined, isDragged: draft !== undefined, canUndo: past.length > 0, canRedo: future.length > 0, preview, commit, undo, redo }),
    [past, now, future, draft, wasTouched, preview, commit, undo, redo],
  )
}

function isSame(a: DrawPath, b: DrawPath): boolean {
  return a.length === b.length && a.every(([tick, value], i) => b[i]?.[0] === tick && b[i][1] === value)
}
