import { Button } from '../../../ui/primitives/Button.tsx'
import { IconButton } from '../../../ui/primitives/IconButton.tsx'
import { NumberField } from '../../../ui/primitives/NumberField.tsx'
import { useCalculation } from '../Calculator.tsx'
import type { CardView } from '../useCard.ts'
import { words } from '../words.ts'
import { fillKey, fillRows } from './documentOf.ts'
import fillStyles from './FillRows.module.css'

/** Fills so far: as many as there are, each with its price and size. */
export function FillRows({ card }: { readonly card: CardView }) {
  const { change, errors } = useCalculation()
  const rows = fillRows(card.draft)
  const shown = rows.length === 0 ? [0] : rows
  const set = (fields: Readonly<Record<string, string | undefined>>): void =>
    change((desk) => {
      const draft = desk.drafts[card.spec.id] ?? card.draft
      const merged = Object.fromEntries(Object.entries({ ...draft.fields, ...fields }).flatMap(([key, text]) => (text === undefined ? [] : [[key, text]])))
      return { ...desk, drafts: { ...desk.drafts, [card.spec.id]: { ...draft, fields: merged } } }
    })
  const next = Math.max(...shown) + 1
  return (
    <fieldset className={fillStyles.fills}>
      <legend className={fillStyles.legend}>{words.fills.title}</legend>
      {shown.map((row, index) => (
        <div key={row} className={fillStyles.row}>
          {(['price', 'size'] as const).map((part) => (
            <NumberField
              key={part}
              label={words.fills[part](index + 1)}
              value={card.draft.fields[fillKey(row, part)] ?? ''}
              unit={part === 'price' ? card.market.quote : card.market.sizeUnit}
              error={errors[card.spec.id]?.[fillKey(row, part)]}
              onChange={(text) => set({ [fillKey(row, part)]: text })}
            />
          ))}
          <IconButton icon="close" label={words.fills.remove(index + 1)} onClick={() => set({ [fillKey(row, 'price')]: undefined, [fillKey(row, 'size')]: undefined })} />
        </div>
      ))}
      <Button size="small" icon="plus" onClick={() => set({ [fillKey(next, 'price')]: '', [fillKey(next, 'size')]: '' })}>{words.fills.add}</Button>
    </fieldset>
  )
}
