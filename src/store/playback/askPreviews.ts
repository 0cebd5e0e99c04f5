import type { Kit } from '../Kit.ts'

/** Brings the previews of the ticket and of an open dialog up to date with what is typed and with the tick shown. */
export async function askPreviews(kit: Kit): Promise<void> {
  const { ticket, edit, playback, scenario } = kit.get()
  if (scenario.status !== 'open' || ticket.draft.instrument === '') return
  const { tick } = playback
  const [ofTicket, ofEdit] = await Promise.all([
    kit.run.ask({ type: 'preview-ticket', tick, draft: ticket.draft }),
    edit === undefined ? undefined : kit.run.ask({ type: 'preview-edit', tick, command: edit.command }),
  ])
  const now = kit.get()
  if (ofTicket.type === 'ticket-preview' && now.ticket.draft.instrument === ticket.draft.instrument) {
    kit.set({ ticket: { draft: now.ticket.draft, preview: ofTicket.preview, isStale: now.ticket.draft !== ticket.draft } })
  }
  if (ofEdit?.type === 'edit-preview' && now.edit !== undefined) {
    kit.set({ edit: { command: now.edit.command, preview: ofEdit.preview, isStale: now.edit.command !== edit?.command } })
  }
}
