import type { AppActions } from '../../../store/AppActions.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import type { CurrentScenario } from '../start/CurrentScenario.ts'

export type SettingsPatch = Parameters<AppActions['changeSettings']>[0]
export type CandlePath = 'nearest-extreme' | 'open-high-low-close' | 'open-low-high-close' | 'close-only'

/** What stands in the form. */
export interface SettingsDraft {
  readonly title: string
  /** As typed. */
  readonly wallet: string
  readonly positionMode: 'one-way' | 'hedge'
  readonly candlePath: CandlePath
  readonly between: 'path' | 'jump'
}

const CANDLE_PATHS: readonly string[] = ['nearest-extreme', 'open-high-low-close', 'open-low-high-close', 'close-only'] satisfies readonly CandlePath[]

function isCandlePath(text: string): text is CandlePath {
  return CANDLE_PATHS.includes(text)
}

export function settingsDraft({ document, info }: CurrentScenario, format: Format): SettingsDraft {
  return {
    title: document.title,
    wallet: format.typed(document.wallet),
    positionMode: document.positionMode ?? 'one-way',
    candlePath: document.candlePath ?? (isCandlePath(info.tape.candlePath) ? info.tape.candlePath : 'nearest-extreme'),
    between: document.between ?? info.tape.between,
  }
}

export type SettingsField = keyof SettingsDraft

/** The wallet as plain decimal text; absent where it is none. */
export function walletOf(text: string, format: Format): string | undefined {
  const typed = format.parse(text)
  return typed.ok && typed.suffix === undefined && !typed.value.startsWith('-') ? typed.value : undefined
}

export interface SettingsChange {
  readonly fields: readonly SettingsField[]
  readonly patch: SettingsPatch
}

/** What differs from the scenario as it is; the wallet is left out while it cannot be read. */
export function settingsChange(current: CurrentScenario, draft: SettingsDraft, format: Format): SettingsChange {
  const now = settingsDraft(current, format)
  const wallet = walletOf(draft.wallet, format)
  const title = draft.title.trim()
  const patch: { -readonly [Key in keyof SettingsPatch]: SettingsPatch[Key] } = {}
  if (title !== '' && title !== now.title) patch.title = title
  if (wallet !== undefined && wallet !== walletOf(now.wallet, format)) patch.wallet = wallet
  if (draft.positionMode !== now.positionMode) patch.positionMode = draft.positionMode
  if (draft.candlePath !== now.candlePath) patch.candlePath = draft.candlePath
  if (draft.between !== now.between) patch.between = draft.between
  const names = { title: 'title', wallet: 'wallet', positionMode: 'positionMode', candlePath: 'candlePath', between: 'between' } as const
  return { fields: Object.entries(names).flatMap(([key, field]) => (key in patch ? [field] : [])), patch }
}
