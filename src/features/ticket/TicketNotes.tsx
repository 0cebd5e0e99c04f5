import { InlineWarning } from '../../ui/primitives/InlineWarning.tsx'
import type { NoteFix, NotePlace, TicketNote } from './ticketNotes.ts'

export interface TicketNotesProps {
  readonly notes: readonly TicketNote[]
  readonly place: NotePlace
  readonly onFix: (fix: NoteFix) => void
}

/** The notes that belong beside one part of the ticket. */
export function TicketNotes({ notes, place, onFix }: TicketNotesProps) {
  return notes.filter((note) => note.place === place).map(({ key, tone, text, fix }) => (
    <InlineWarning key={key} tone={tone} fix={fix === undefined ? undefined : { label: fix.label, onFix: () => onFix(fix) }}>{text}</InlineWarning>
  ))
}
