import type { EditCommand } from './editCommand.ts'
import type { EditPreview } from './Edit.ts'
import type { OpenPositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import type { Say } from '../words/Say.ts'

/** What every dialog on a position gets. `Command` is the part of the commands it edits. */
export interface EditDialogProps<Command extends EditCommand = EditCommand> {
  readonly command: Command
  readonly row: OpenPositionRow
  /** Of this command or the one before; absent before the first answer. */
  readonly preview: EditPreview | undefined
  readonly say: Say
  /** Asks for the preview of another command. */
  readonly onChange: (command: EditCommand) => void
  readonly onDeposit: (amount: string) => void
  readonly onApply: () => void
  readonly onClose: () => void
}

/** The command of a type; adding and removing margin share one shape. */
export type CommandOf<Type extends EditCommand['type'], Command = EditCommand> = Command extends { readonly type: infer Own } ? (Type extends Own ? Command : never) : never
