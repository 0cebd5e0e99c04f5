import { useId, useRef, type ChangeEvent, type ClipboardEvent, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { classNames } from '../theme/classNames.ts'
import { FigureWords, type SaidFigure } from '../primitives/FigureWords.tsx'
import { Icon } from '../primitives/Icon.tsx'
import { IconButton } from '../primitives/IconButton.tsx'
import styles from './EditableGrid.module.css'

export type GridColumn = {
  readonly id: string
  readonly label: string
  /** What it means, on hover and for readers. */
  readonly hint?: string | undefined
  readonly unit?: string | undefined
  readonly isText?: boolean | undefined
  readonly options?: readonly { readonly value: string; readonly label: string }[] | undefined
}

export type GridRow = {
  /** As typed, by column. */
  readonly cells: Readonly<Record<string, string>>
  /** The old value of cells that differ from it. */
  readonly was?: Readonly<Record<string, string>> | undefined
  /** The keys under which old values are explained. */
  readonly wasFigures?: Readonly<Record<string, string>> | undefined
}

export type GridIssue = { readonly row: number; readonly column?: string | undefined; readonly tone: 'error' | 'warning'; readonly message: string; readonly figures?: readonly SaidFigure[] | undefined }

export type EditableGridProps = {
  readonly label: string
  readonly columns: readonly GridColumn[]
  readonly rows: readonly GridRow[]
  readonly issues?: readonly GridIssue[]
  readonly onCell: (row: number, column: string, text: string) => void
  readonly onDuplicate: (row: number) => void
  readonly onRemove: (row: number) => void
  /** Why the last row must stay. */
  readonly keepsOne?: string | undefined
  /** Takes what is pasted when it is more than one cell. */
  readonly onPasteTable?: ((text: string) => void) | undefined
}

/** A table of inputs. ↑ ↓ and Enter go from row to row; what is wrong with a row stands under it, in words. */
export function EditableGrid({ label, columns, rows, issues = [], onCell, onDuplicate, onRemove, keepsOne, onPasteTable }: EditableGridProps) {
  const id = useId()
  const table = useRef<HTMLTableElement>(null)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const { row, column } = (event.target as HTMLElement).dataset
    const by = rowStep(event)
    if (by === 0 || row === undefined || column === undefined) return
    const next = table.current?.querySelector<HTMLInputElement>(`[data-row="${Number(row) + by}"][data-column="${column}"]`)
    if (next === null || next === undefined) return
    event.preventDefault()
    next.focus()
    if (next instanceof HTMLInputElement) next.select()
  }
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain')
    if (onPasteTable === undefined || !/[\t\n;]/.test(text.trim())) return
    event.preventDefault()
    onPasteTable(text)
  }
  const remove = (row: number): void => {
    flushSync(() => onRemove(row))
    // The button is gone with its row; its neighbour takes the focus, so that the keyboard stays where it was.
    const buttons = [...(table.current?.querySelectorAll<HTMLElement>('[data-remove]') ?? [])]
    buttons[Math.min(row, buttons.length - 1)]?.focus()
  }
  const isAlone = rows.length === 1 ? keepsOne : undefined
  return (
    <div className={styles.scroll}>
      {/* Keys and pastes of the inputs inside arrive here. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <table ref={table} className={styles.table} aria-label={label} onKeyDown={onKeyDown} onPaste={onPaste}>
        <thead>
          <tr>
            <th scope="col" className={styles.number}>#</th>
            {columns.map((column) => (
              <th key={column.id} scope="col" title={column.hint} className={classNames(isNumber(column) && styles.end)}>
                {column.label}
                {column.unit === undefined ? null : <span className={styles.unit}> {column.unit}</span>}
              </th>
            ))}
            <th scope="col"><span className="visually-hidden">Actions</span></th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const own = issues.filter((issue) => issue.row === index)
            const noteId = `${id}-${index}`
            return [
              // Rows have no identity but their number.
              <tr key={index} className={classNames(own.some(({ tone }) => tone === 'error') && styles.wrong)}>
                <th scope="row" data-name="" className={styles.number}>{index + 1}</th>
                {columns.map((column) => (
                  <td key={column.id}>
                    <GridCell
                      column={column}
                      row={index}
                      text={row.cells[column.id] ?? ''}
                      was={row.was?.[column.id]}
                      wasFigure={row.wasFigures?.[column.id]}
                      issue={own.find((issue) => issue.column === column.id)}
                      noteId={noteId}
                      onCell={onCell}
                    />
                  </td>
                ))}
                <td className={styles.actions}>
                  <IconButton icon="copy" size="small" label={`Duplicate row ${index + 1}`} onClick={() => onDuplicate(index)} />
                  <IconButton icon="close" size="small" label={`Remove row ${index + 1}`} reason={isAlone} data-remove onClick={() => remove(index)} />
                </td>
              </tr>,
              own.length === 0 ? null : (
                <tr key={`${index} note`} className={styles.note}>
                  <td />
                  <td colSpan={columns.length + 1} id={noteId}>
                    {own.map(({ tone, message, figures = [] }) => (
                      <span key={message} className={styles[tone]}>
                        <Icon name="warning" size={12} />
                        <span className="visually-hidden">{tone === 'error' ? 'Error' : 'Warning'}: </span>
                        <span><FigureWords text={message} figures={figures} /></span>
                      </span>
                    ))}
                  </td>
                </tr>
              ),
            ]
          })}
        </tbody>
      </table>
    </div>
  )
}

function isNumber({ isText, options }: GridColumn): boolean {
  return isText !== true && options === undefined
}

function rowStep({ key, altKey, ctrlKey, metaKey, target }: KeyboardEvent): number {
  if (altKey || ctrlKey || metaKey || !(target instanceof HTMLInputElement)) return 0
  if (key === 'ArrowUp') return -1
  return key === 'ArrowDown' || key === 'Enter' ? 1 : 0
}

type GridCellProps = {
  readonly column: GridColumn
  readonly row: number
  readonly text: string
  readonly was: string | undefined
  readonly wasFigure: string | undefined
  readonly issue: GridIssue | undefined
  readonly noteId: string
  readonly onCell: EditableGridProps['onCell']
}

function GridCell({ column, row, text, was, wasFigure, issue, noteId, onCell }: GridCellProps) {
  const wasId = `${noteId}-${column.id}`
  const isEnd = isNumber(column)
  const shared = {
    'aria-label': `${column.label}, row ${row + 1}`,
    'aria-invalid': issue?.tone === 'error' ? true : undefined,
    'aria-describedby': describedBy(was === undefined ? undefined : wasId, issue === undefined ? undefined : noteId),
    'data-row': row,
    'data-column': column.id,
    className: classNames(styles.input, isEnd && styles.end, was !== undefined && styles.changed, issue?.tone === 'warning' && styles.warned),
    value: text,
  }
  const change = (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>): void => onCell(row, column.id, event.target.value)
  return (
    <>
      {column.options === undefined
        ? <input {...shared} type="text" inputMode={isEnd ? 'decimal' : 'text'} autoComplete="off" spellCheck={false} onChange={change} />
        : <select {...shared} onChange={change}>{column.options.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}</select>}
      {was === undefined ? null : <span id={wasId} className={classNames(styles.was, isEnd && styles.end)}>was {was === '' ? 'empty' : <span data-figure={wasFigure}>{was}</span>}</span>}
    </>
  )
}

function describedBy(...ids: readonly (string | undefined)[]): string | undefined {
  const known = ids.filter((id) => id !== undefined)
  return known.length === 0 ? undefined : known.join(' ')
}
