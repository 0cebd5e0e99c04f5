import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Button } from '../../../ui/primitives/Button.tsx'
import { IconButton } from '../../../ui/primitives/IconButton.tsx'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import { NumberField } from '../../../ui/primitives/NumberField.tsx'
import { MOST_PARTS, movedPart, typedPart, withoutPart, withPart } from './changedParts.ts'
import { type PartDraft, PART_FIELDS, PART_TYPES, type ScriptErrors } from './ScriptDraft.ts'
import styles from './ScriptSection.module.css'
import { scriptWords as words } from './scriptWords.ts'

export type PartListProps = {
  readonly parts: readonly PartDraft[]
  readonly errors: ScriptErrors
  readonly onChange: (parts: readonly PartDraft[]) => void
}

/** What happens, one after the other: each part can be changed, moved and taken out, by hand and by keyboard. */
export function PartList({ parts, errors, onChange }: PartListProps) {
  const format = useFormat()
  const list = useRef<HTMLOListElement>(null)
  const [said, setSaid] = useState('')
  // What moves in the page loses the focus; it is given back to the same button of the same part.
  const wanted = useRef<string | undefined>(undefined)
  useLayoutEffect(() => {
    if (wanted.current === undefined) return
    list.current?.querySelector<HTMLElement>(wanted.current)?.focus()
    wanted.current = undefined
  }, [parts])
  const move = (index: number, by: 1 | -1, focus: string): void => {
    const part = parts[index]
    if (part === undefined || parts[index + by] === undefined) return
    wanted.current = focus
    setSaid(words.moved(part.type, index + by + 1, parts.length))
    onChange(movedPart(parts, index, by))
  }
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    const by = event.key === 'ArrowUp' ? -1 : 1
    move(index, by, `[data-part="${String(parts[index]?.key)}"] [data-move="${by === 1 ? 'down' : 'up'}"]`)
  }
  const remove = (index: number): void => {
    const next = parts[index + 1] ?? parts[index - 1]
    wanted.current = `[data-part="${String(next?.key)}"] [data-move="remove"]`
    onChange(withoutPart(parts, index))
  }
  return (
    <div role="group" aria-label={words.list} className={styles.list}>
      <div className={styles.legend}>{words.list}</div>
      <ol ref={list} className={styles.parts}>
        {parts.map((part, i) => (
          // A key press in any of its fields moves the part.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li key={part.key} data-part={part.key} aria-label={words.partLabel(i + 1, part.type)} className={styles.part} onKeyDown={(event) => onKeyDown(event, i)}>
            <div className={styles.partWords}>
              <span className={styles.partTitle}>{words.parts[part.type].title}</span>
              <span className={styles.hint}>{words.parts[part.type].what}</span>
            </div>
            <div className={styles.partFields}>
              {PART_FIELDS[part.type].map((field) => (
                <NumberField
                  key={field}
                  label={words.fields[field].label}
                  unit={words.fields[field].unit}
                  value={part.values[field]}
                  error={errors[`parts.${i}.${field}`]}
                  step={({ text, direction }) => format.step(text, { stepSize: '1', direction })}
                  onChange={(text) => onChange(typedPart(parts, i, field, text))}
                />
              ))}
            </div>
            <div className={styles.partButtons}>
              <IconButton icon="chevron-up" data-move="up" label={words.up(i + 1, part.type)} reason={i === 0 ? words.isFirst : undefined} onClick={() => move(i, -1, `[data-part="${part.key}"] [data-move="up"]`)} />
              <IconButton icon="chevron-down" data-move="down" label={words.down(i + 1, part.type)} reason={i === parts.length - 1 ? words.isLast : undefined} onClick={() => move(i, 1, `[data-part="${part.key}"] [data-move="down"]`)} />
              <IconButton icon="close" data-move="remove" label={words.remove(i + 1, part.type)} reason={parts.length === 1 ? words.onlyPart : undefined} onClick={() => remove(i)} />
            </div>
          </li>
        ))}
      </ol>
      <div role="status" className="visually-hidden">{said}</div>
      {errors['parts'] === undefined ? null : <InlineWarning tone="error">{errors['parts']}</InlineWarning>}
      <div role="group" aria-label={words.add} className={styles.add}>
        {PART_TYPES.map((type) => (
          <Button
            key={type}
            size="small"
            icon="plus"
            aria-label={words.addOf(type)}
            reason={parts.length >= MOST_PARTS ? words.atMost(MOST_PARTS) : undefined}
            onClick={() => onChange(withPart(parts, type, format))}
          >
            {words.parts[type].title}
          </Button>
        ))}
      </div>
      <p className={styles.hint}>{words.keysHint}</p>
    </div>
  )
}
