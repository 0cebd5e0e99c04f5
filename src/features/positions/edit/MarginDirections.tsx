import type { OpenPositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import { SegmentedControl } from '../../../ui/primitives/SegmentedControl.tsx'
import { editWords } from '../words/editWords.ts'
import { editCommand, NOTHING, type EditCommand } from './editCommand.ts'
import type { CommandOf } from './EditDialogProps.ts'

export interface MarginDirectionsProps {
  readonly command: CommandOf<'add-margin' | 'set-auto-margin'>
  /** Absent for a bucket's margin. */
  readonly row: OpenPositionRow | undefined
  readonly onChange: (command: EditCommand) => void
}

/** Add, remove, or let the wallet add: the last for positions behind a wall of their own. */
export function MarginDirections({ command, row, onChange }: MarginDirectionsProps) {
  const words = editWords.margin
  const options = [{ value: 'add-margin', label: words.add }, { value: 'remove-margin', label: words.remove }, { value: 'set-auto-margin', label: words.auto }] as const
  const pick = (type: (typeof options)[number]['value']): void => {
    if (type === 'set-auto-margin') {
      if (row !== undefined) onChange(editCommand('auto-margin', row))
    } else onChange(command.type === 'set-auto-margin' ? { type, leg: command.leg, amount: NOTHING } : { ...command, type })
  }
  return <SegmentedControl label={words.direction} isWide options={row === undefined ? options.slice(0, 2) : options} value={command.type} onChange={pick} />
}
