import type { ExchangeDeps } from '../sources/exchange/ExchangeDeps.ts'

/** What a command may touch: so that tests run it without a process. */
export interface Io {
  /** The text of a document: a path, or `-` for standard input. Rejects with a reason a person can read. */
  readonly read: (path: string) => Promise<string>
  /** A file that lies beside a document; rejects like `read`. */
  readonly beside: (document: string, name: string) => Promise<Blob>
  /** The text of a file that ships with the program, by its path under `public`. */
  readonly asset: (path: string) => Promise<string>
  /** The day it is, ISO: rules tell how old they are. */
  readonly today: () => string
  /** For `load` alone, which asks exchanges; absent where there is no network. */
  readonly network?: Pick<ExchangeDeps, 'fetch' | 'now' | 'sleep'>
  /** Standard output: results, and nothing else. */
  readonly out: (text: string) => void
  /** Standard error: messages, one a line. */
  readonly say: (line: string) => void
}

export const DONE = 0
/** The input was refused; what is wrong stands on standard error, one line a problem. */
export const REFUSED = 1
/** The command line itself was not understood. */
export const USAGE = 2
export type ExitCode = typeof DONE | typeof REFUSED | typeof USAGE
