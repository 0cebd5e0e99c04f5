import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { classNames } from '../../../ui/theme/classNames.ts'
import { Figure } from '../../../ui/primitives/Figure.tsx'
import { Icon } from '../../../ui/primitives/Icon.tsx'
import { IconButton } from '../../../ui/primitives/IconButton.tsx'
import { useCalculation } from '../Calculator.tsx'
import type { CardView, FieldView } from '../useCard.ts'
import { Slider } from '../../../ui/primitives/Slider.tsx'
import { words } from '../words.ts'
import styles from './FieldRow.module.css'
import { fieldSpec, type FieldId } from './FieldSpec.ts'
import { stepText } from './stepText.ts'

export interface FieldRowProps {
  readonly card: CardView
  readonly id: FieldId
  /** Under the label, quieter. */
  readonly note?: ReactNode
  /** Another name than the usual one. */
  readonly label?: string
  /** The figure of the card. */
  readonly isMain?: boolean
  /** Where a hand wants to feel the relation: under the field while it is given. */
  readonly slider?: FieldSlider | undefined
}

/** In what the field shows: percent, not a fraction. */
export interface FieldSlider {
  readonly least: number
  readonly most: number
  readonly step: number
}

/** One field with its lock: given is typed, solved is read; each can become the other. */
export function FieldRow({ card, id, note, label: named, isMain = false, slider }: FieldRowProps) {
  const field = card.field(id)
  const label = named ?? field.label
  const inputId = useId()
  const row = useRef<HTMLDivElement>(null)
  const message = messageOf(field)
  const describedBy = message === undefined ? undefined : `${inputId}-note`
  const swap = (): void => {
    card.swap(id)
    // What became given wants to be typed.
    if (!field.isGiven) requestAnimationFrame(() => row.current?.querySelector('input')?.select())
  }
  return (
    <div ref={row} className={styles.row} data-field={id}>
      <label htmlFor={inputId} className={styles.label}>
        {label}
        {note === undefined ? null : <small className={styles.note}>{note}</small>}
      </label>
      <span className={classNames(styles.box, !field.isGiven && styles.solved)}>
        {field.isGiven ? (
          <Typed card={card} id={id} inputId={inputId} describedBy={describedBy} />
        ) : (
          <output id={inputId} className={classNames(styles.output, sizeOf(field.shown, isMain))} title={field.shown} aria-describedby={describedBy}>
            <Figure figure={field.figure} amount={field.value}>{field.shown}</Figure>
          </output>
        )}
        <span className={styles.unit}>{field.unit}</span>
      </span>
      <Lock field={field} label={label} onSwap={swap} />
      {slider === undefined || !field.isGiven ? null : <FieldRange card={card} id={id} label={label} slider={slider} />}
      {message === undefined ? null : (
        <p id={describedBy} className={classNames(styles.message, message.isError && styles.error)}>
          <Icon name={message.isError ? 'warning' : 'info'} size={12} />
          {message.text}
        </p>
      )}
    </div>
  )
}

/** Long figures are written smaller before they are cut. */
function sizeOf({ length }: string, isMain: boolean): string | undefined {
  if (length > 11) return styles.long
  return isMain && length <= 9 ? styles.main : undefined
}

/** What is wrong or missing; a field that nobody has filled yet is no mistake. */
function messageOf({ isGiven, error, isMissing, none }: FieldView): { readonly text: string; readonly isError: boolean } | undefined {
  if (isGiven && error !== undefined) return { text: error, isError: !isMissing }
  return none === undefined ? undefined : { text: none, isError: false }
}

function FieldRange({ card, id, label, slider }: { readonly card: CardView; readonly id: FieldId; readonly label: string; readonly slider: FieldSlider }) {
  const { text, shown, unit } = card.field(id)
  const { format } = card.writing
  const typed = format.parse(text === '' ? shown : text)
  return (
    <div className={styles.slider}>
      <Slider
        label={label}
        {...slider}
        value={typed.ok ? Number(typed.value) : slider.least}
        valueText={`${text === '' ? shown : text} ${unit}`}
        onChange={(value) => card.setText(id, format.typed(String(Number(value.toPrecision(6)))))}
      />
    </div>
  )
}

function Lock({ field, label, onSwap }: { readonly field: FieldView; readonly label: string; readonly onSwap: () => void }) {
  const { isReadOnly } = useCalculation()
  const { isGiven, canSwap } = field
  return (
    <IconButton
      icon={isGiven ? 'lock' : 'equals'}
      label={isGiven ? words.lock.unlock(label) : words.lock.lock(label)}
      className={isGiven ? styles.given : undefined}
      reason={isReadOnly ? words.lock.readOnly : canSwap ? undefined : isGiven ? words.lock.noInverse(label) : words.lock.noInput(label)}
      onClick={onSwap}
    />
  )
}

interface TypedProps {
  readonly card: CardView
  readonly id: FieldId
  readonly inputId: string
  readonly describedBy: string | undefined
}

function Typed({ card, id, inputId, describedBy }: TypedProps) {
  const { isReadOnly } = useCalculation()
  const field = card.field(id)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isReadOnly || event.altKey || event.ctrlKey || event.metaKey) return
    const direction = event.key === 'ArrowUp' || event.key === 'PageUp' ? 1 : event.key === 'ArrowDown' || event.key === 'PageDown' ? -1 : undefined
    if (direction === undefined) return
    event.preventDefault()
    const isLarge = event.shiftKey || event.key.startsWith('Page')
    card.setText(id, stepText({ unit: fieldSpec(id).unit, text: field.text === '' ? field.shown : field.text, direction, isLarge }, card.writing.format))
  }
  return (
    <input
      id={inputId}
      className={styles.input}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      readOnly={isReadOnly}
      value={field.text}
      placeholder={field.shown === '—' ? undefined : field.shown}
      aria-invalid={field.error === undefined || field.isMissing ? undefined : true}
      aria-describedby={describedBy}
      onChange={(event) => card.setText(id, event.target.value)}
      onKeyDown={onKeyDown}
    />
  )
}
