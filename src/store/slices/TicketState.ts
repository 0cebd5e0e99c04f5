import type { CommandDocument } from '../../documents/scenario/CommandDocument.ts'
import type { EditPreview } from '../../workers/run/EditPreview.ts'
import type { TicketDraft } from '../../workers/run/TicketDraft.ts'
import type { TicketPreview } from '../../workers/run/TicketPreview.ts'

export interface TicketState {
  readonly draft: TicketDraft
  /** Of an earlier draft or tick while `isStale`; absent before the first answer. */
  readonly preview: TicketPreview | undefined
  readonly isStale: boolean
}

export interface EditState {
  readonly command: CommandDocument
  readonly preview: EditPreview | undefined
  readonly isStale: boolean
}
