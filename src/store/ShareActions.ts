import type { CsvStyle } from '../documents/csv/tableCsv.ts'
import type { TableName } from './export/TableName.ts'
import type { Screen } from './slices/Screen.ts'

export type { CsvStyle } from '../documents/csv/tableCsv.ts'
export { TABLE_NAMES, type TableName } from './export/TableName.ts'

/** Links: what comes by one, and how one is made; and what is taken away as a file. */
export interface ShareActions {
  /**
   * Opens what a link carries, beside one's own work: nothing is saved until `keepShared`. What is no link, or cannot be
   * opened, leaves everything as it is and is told as a notice.
   * @param text  an address, its fragment, or what stands after `s=`  @returns whether it is open
   */
  readonly openLink: (text: string) => Promise<boolean>
  /** Makes what came by the link one's own: saved from now on, what was there before one undo further back. */
  readonly keepShared: () => Promise<boolean>
  /** Back to one's own work as it was; what was changed in what came by the link is gone. */
  readonly leaveShared: () => Promise<boolean>
  /** Reads what is kept of one's own work from before a link into `storage.beforeLink`. */
  readonly readBeforeLink: () => Promise<void>
  /** Opens one of them, as a change that can be undone; what the calculators hold changes places with what they held then. */
  readonly openBeforeLink: (id: number) => Promise<boolean>
  /** One of them as JSON text; absent where it is gone. */
  readonly textBeforeLink: (id: number) => Promise<string | undefined>
  /** The open scenario as a link. */
  readonly makeLink: (options: LinkOptions) => Promise<MadeLink>
  /** A table of the screen as CSV: amounts exact, up to the cursor. */
  readonly exportTable: (name: TableName, style: CsvStyle) => Promise<string>
  /** The report on the liquidation that is open as JSON; absent where none is. */
  readonly exportIncident: () => Promise<string | undefined>
}

export interface LinkOptions {
  /** The screen it opens on; with `calculate` it holds what the calculators hold. */
  readonly screen: Screen
  /** Whether it opens where the cursor stands, with what is selected; else at the start. */
  readonly hasCursor: boolean
}

export type MadeLink =
  | {
      readonly ok: true
      /** From the `#` on. */
      readonly fragment: string
      /** Of the packed part, characters; above `LONG_LINK_CHARACTERS` chat applications may cut it. */
      readonly isLong: boolean
      /** Files of the user's whose prices were written into it. */
      readonly inside: readonly string[]
      /** Those whose prices it does not hold. */
      readonly outside: readonly string[]
    }
  | { readonly ok: false; readonly problems: readonly string[] }
