import { useEffect, useRef, useState } from 'react'
import type { CalibrationReport } from '../../../store/catalog/calibratedModels.ts'
import type { CalibrationQuestion } from '../../../store/PriceActions.ts'
import { useAppStore } from '../../../store/useAppStore.ts'

export type Calibration =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly share: number }
  | { readonly status: 'done'; readonly report: CalibrationReport }
  | { readonly status: 'refused'; readonly problems: readonly string[] }

export interface CalibrationControl {
  readonly state: Calibration
  readonly start: (question: CalibrationQuestion) => void
  readonly cancel: () => void
}

/** One fit at a time; leaving the form calls it off. */
export function useCalibration(): CalibrationControl {
  const { calibrate } = useAppStore((state) => state.actions)
  const [state, setState] = useState<Calibration>({ status: 'idle' })
  const control = useRef<AbortController | undefined>(undefined)
  useEffect(() => () => control.current?.abort(), [])

  const start = async (question: CalibrationQuestion): Promise<void> => {
    control.current?.abort()
    const mine = new AbortController()
    control.current = mine
    setState({ status: 'running', share: 0 })
    const answer = await calibrate(question, {
      signal: mine.signal,
      onProgress: (share) => {
        if (!mine.signal.aborted) setState({ status: 'running', share })
      },
    })
    if (mine.signal.aborted) return
    if (answer === undefined) setState({ status: 'idle' })
    else setState(answer.ok ? { status: 'done', report: answer.value } : { status: 'refused', problems: answer.error })
  }
  return {
    state,
    start: (question) => void start(question),
    cancel() {
      control.current?.abort()
      setState({ status: 'idle' })
    },
  }
}
