import { useCallback } from 'react'
import type { CsvStyle, TableName } from '../../../store/ShareActions.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { chartPicture } from '../../../ui/charts/picture/chartPicture.ts'
import { pngOfSvg } from '../../../ui/charts/picture/pngOfSvg.ts'
import { fileStem, saveFile } from '../../../ui/files/saveFile.ts'
import { printPage } from '../../../ui/files/printPage.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { useToast } from '../../../ui/primitives/Toasts.tsx'
import { exportWords as words } from './exportWords.ts'

export interface PictureWish {
  readonly kind: 'png' | 'svg'
  readonly theme: 'dark' | 'light'
}

export interface Exports {
  readonly table: (name: TableName, style: CsvStyle) => Promise<void>
  readonly chart: (charts: readonly Element[], name: string, wish: PictureWish) => Promise<void>
  readonly scenario: () => void
  readonly report: () => Promise<void>
  readonly print: () => void
}

/** Everything that can be taken away, as files named after the scenario. */
export function useExports(): Exports {
  const { exportTable, exportScenario, exportIncident } = useAppStore((state) => state.actions)
  const title = useAppStore((state) => state.scenario.document?.title ?? '')
  const rules = useAppStore((state) => state.scenario.info?.rules.name ?? '')
  const tick = useAppStore((state) => state.playback.tick)
  const format = useFormat()
  const toast = useToast()
  const save = useCallback(
    (end: string, content: Blob) => {
      const name = `${fileStem(title, 'scenario')}${end}`
      saveFile(name, content)
      toast({ message: words.saved(name) })
    },
    [title, toast],
  )
  const json = (text: string): Blob => new Blob([text], { type: 'application/json' })
  const caption = (): string => words.caption([title, rules, `bar ${format.exact(tick)}`, words.made(new Date().toISOString().slice(0, 10))])
  return {
    table: async (name, style) => save(`-${name}.csv`, new Blob([await exportTable(name, style)], { type: 'text/csv' })),
    chart: async (charts, name, { kind, theme }) => {
      try {
        const picture = await chartPicture(charts, { theme, caption: caption() })
        const content = kind === 'png' ? await pngOfSvg(picture) : new Blob([picture.svg], { type: 'image/svg+xml' })
        save(`-${fileStem(name, 'chart')}-${theme}.${kind}`, content)
      } catch {
        toast({ message: words.failed(name), tone: 'warn' })
      }
    },
    scenario: () => save('.scenario.json', json(exportScenario())),
    print: () => void printPage(caption()),
    report: async () => {
      const text = await exportIncident()
      if (text !== undefined) save('-incident.json', json(text))
    },
  }
}
