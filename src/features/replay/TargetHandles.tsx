import { useEffect } from 'react'
import type { PriceHandle } from '../../ui/charts/PriceHandle.ts'
import { useTargetHandles } from './useTargetHandles.ts'

/** Makes the handles of the targets; loaded when there is a position to have some. */
export function TargetHandles({ onHandles }: { readonly onHandles: (handles: readonly PriceHandle[] | undefined) => void }) {
  const handles = useTargetHandles()
  useEffect(() => onHandles(handles), [handles, onHandles])
  useEffect(() => () => onHandles(undefined), [onHandles])
  return null
}
