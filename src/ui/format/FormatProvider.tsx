import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { createFormat, type Format } from './createFormat.ts'
import type { NumberStyle } from './numberStyle.ts'

const FormatContext = createContext<Format>(createFormat('1,234.5'))

export interface FormatProviderProps {
  readonly numberStyle: NumberStyle
  /** Of the currency that money is in; two unless said. */
  readonly moneyDecimals?: number | undefined
  readonly children: ReactNode
}

export function FormatProvider({ numberStyle, moneyDecimals, children }: FormatProviderProps) {
  const format = useMemo(() => createFormat(numberStyle, moneyDecimals), [numberStyle, moneyDecimals])
  return <FormatContext value={format}>{children}</FormatContext>
}

export function useFormat(): Format {
  return useContext(FormatContext)
}
