import { FigureWords, type SaidFigure } from '../../ui/primitives/FigureWords.tsx'
import { InlineWarning } from '../../ui/primitives/InlineWarning.tsx'
import type { NoteFix, NotePlace, TicketNote } from './ticketNotes.ts'

export interface TicketNotesProps {
  readonly notes: readonly TicketNote[]
  readonly place: NotePlace
  readonly onFix: (fix: NoteFix) => void
  /** Figures the notes may name. */
  readonly figures: readonly SaidFigure[]
}

/** The notes that belong beside one part of the ticket. */
export function TicketNotes({ notes, place, onFix, figures }: TicketNotesProps) {
  return notes.filter((note) => note.place === place).map(({ key, tone, text, fix }) => (
    <InlineWarning key={key} tone={tone} fix={fix === undefined ? undefined : { label: fix.label, onFix: () => onFix(fix) }}><FigureWords text={text} figures={figures} /></InlineWarning>
  ))
}
