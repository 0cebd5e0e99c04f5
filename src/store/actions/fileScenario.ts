import type { TapePart } from '../../workers/run/TapeData.ts'
import type { ScenarioCommand, ScenarioFile } from '../../workers/run/ScenarioFile.ts'

interface Frame {
  /** What wallet, rules and settings are taken from. */
  readonly current: ScenarioFile | undefined
  readonly between: 'path' | 'jump'
  readonly commands: readonly ScenarioCommand[]
}

/** A scenario on the user's prices: wallet, rules and settings as they are, tick sizes from the decimals seen. */
export function fileScenario(files: readonly { readonly part: TapePart; readonly decimals: number }[], { current, between, commands }: Frame): ScenarioFile {
  return {
    schema: 1,
    title: files.map(({ part }) => part.instrument).join(', '),
    rules: current?.rules ?? 'standard',
    tape: { type: 'file', files: files.map(({ part: { name, instrument, checksum } }) => ({ name, instrument, checksum })) },
    instruments: files.map(({ part, decimals }) => ({ symbol: part.instrument, tickSize: decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1` })),
    wallet: current?.wallet ?? '10000',
    positionMode: current?.positionMode,
    between,
    commands,
    settings: current?.settings,
  }
}
