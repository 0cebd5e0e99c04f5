import { Button } from '../../../ui/primitives/Button.tsx'
import { Dialog } from '../../../ui/primitives/Dialog.tsx'
import { editWords } from '../words/editWords.ts'
import type { Say } from '../words/Say.ts'

/** The position was closed or liquidated while its dialog was open, or stands in an account that is not shown. */
export function GonePosition({ leg, say, onClose }: { readonly leg: string | undefined; readonly say: Say; readonly onClose: () => void }) {
  return (
    <Dialog isOpen onClose={onClose} title={editWords.gone.title} actions={<Button onClick={onClose}>{editWords.gone.close}</Button>}>
      <p>{editWords.gone.text(leg === undefined ? '' : say.leg(leg))}</p>
    </Dialog>
  )
}
