import type { FilePart } from '../../documents/scenario/TapeSource.ts'
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
  const marks = [...new Set(files.flatMap(({ part }) => ((part.kind ?? 'mark') === 'mark' ? [part.instrument] : [])))]
  return {
    schema: 1,
    title: marks.join(', '),
    rules: current?.rules ?? 'standard',
    tape: { type: 'file', files: files.map(({ part }) => filePart(part)) },
    instruments: marks.map((symbol) => ({ symbol, tickSize: tickOf(finest(files, symbol)) })),
    wallet: current?.wallet ?? '10000',
    positionMode: current?.positionMode,
    between,
    commands,
    settings: current?.settings,
  }
}

function filePart({ name, entry, instrument, kind, barMillis, checksum }: TapePart): FilePart {
  return { name, ...(entry === undefined ? {} : { entry }), instrument, ...(kind === undefined ? {} : { kind }), ...(barMillis === undefined ? {} : { barMillis }), checksum }
}

/** Orders trade at the last price, so the tick is fine enough for every price of the instrument. */
function finest(files: readonly { readonly part: TapePart; readonly decimals: number }[], instrument: string): number {
  return Math.max(...files.flatMap(({ part, decimals }) => (part.instrument === instrument && part.kind !== 'funding' ? [decimals] : [])))
}

function tickOf(decimals: number): string {
  return decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`
}
