import type { CommandDocument } from '../../documents/scenario/CommandDocument.ts'
import type { ScenarioDocument } from '../../documents/scenario/ScenarioDocument.ts'
import type { TapeSource } from '../../documents/scenario/TapeSource.ts'

/**
 * A scenario as JSON values: what is saved, exported and sent to the worker, which alone reads it into the engine.
 * Every command has its id and tick; a command's amounts are decimal text.
 */
export interface ScenarioFile extends Omit<ScenarioDocument, 'tape' | 'commands' | 'title'> {
  readonly title: string
  readonly tape: TapeFile
  readonly commands: readonly ScenarioCommand[]
}

export type ScenarioCommand = CommandDocument & { readonly id: string; readonly tick: number }

/** Prices as JSON values, and what they are made of. */
export type TapeFile = Written<TapeSource>

type Written<S> = S extends { readonly type: 'inline' }
  ? InlineTape
  : 'base' extends keyof S
    ? Omit<S, 'base'> & { readonly base?: TapeFile | undefined }
    : 'of' extends keyof S
      ? Omit<S, 'of'> & { readonly of: TapeFile }
      : S

/** Prices in the document itself. Opaque here: the worker checks them. */
export interface InlineTape {
  readonly type: 'inline'
  readonly [key: string]: unknown
}
