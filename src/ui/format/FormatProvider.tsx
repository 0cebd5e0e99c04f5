import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { createFormat, type Format } from './createFormat.ts'
import type { NumberStyle } from './numberStyle.ts'

const FormatContext = createContext<Format>(createFormat('1,234.5'))

export function FormatProvider({ numberStyle, children }: { readonly numberStyle: NumberStyle; readonly children: ReactNode }) {
  const format = useMemo(() => createFormat(numberStyle), [numberStyle])
  return <FormatContext value={format}>{children}</FormatContext>
}

export function useFormat(): Format {
  return useContext(FormatContext)
}
