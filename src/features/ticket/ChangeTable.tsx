import { useState } from 'react'
import { Button } from '../../ui/primitives/Button.tsx'
import { Icon } from '../../ui/primitives/Icon.tsx'
import { ModeBadge } from '../../ui/primitives/ModeBadge.tsx'
import styles from './ChangeTable.module.css'
import { changeRows, type ChangeContext, type ChangeRow, type ChangeRows } from './changeRows.ts'
import { SIDES, type Preview } from './Preview.ts'
import { words } from './words.ts'

const FEW = 4

/** Old → new of everything else the order moves. Two columns of "after" only when the sides differ. */
export function ChangeTable({ preview, context }: { readonly preview: Preview; readonly context: ChangeContext }) {
  const [isWhole, setIsWhole] = useState(false)
  const table = changeRows(preview, context)
  const hidden = isWhole ? 0 : Math.max(0, table.others.length - FEW)
  const rows = [...table.account, ...table.others.slice(0, table.others.length - hidden)]
  return (
    <>
      <table className={styles.table}>
        <caption className="visually-hidden">{words.change.caption}</caption>
        <thead><Header sides={table.sides} /></thead>
        <tbody>{rows.map((row) => <Row key={row.id} row={row} sides={table.sides} />)}</tbody>
      </table>
      {hidden === 0 ? null : <Button variant="ghost" size="small" onClick={() => setIsWhole(true)}>{words.change.more(hidden)}</Button>}
    </>
  )
}

type Sides = ChangeRows['sides']

function Header({ sides }: { readonly sides: Sides }) {
  if (sides === 'each') {
    return (
      <tr>
        <td />
        <th scope="col" className={styles.head}>{words.change.before}</th>
        {SIDES.map((side) => <th key={side} scope="col" className={styles.head}>{words.change.if[side]}</th>)}
      </tr>
    )
  }
  const which = sides === 'buy' || sides === 'sell' ? words.change.onlyIf[sides] : words.change.either
  return (
    <tr>
      <th scope="col" className={styles.title} colSpan={4}>
        {words.change.before} <Icon name="arrow-right" size={10} className={styles.arrow} /> {words.change.after}, {which}
      </th>
    </tr>
  )
}

function Row({ row, sides }: { readonly row: ChangeRow; readonly sides: Sides }) {
  const label = (
    <th scope="row" className={styles.label}>
      {row.label}{row.mode === undefined ? null : <> <ModeBadge mode={row.mode} /></>}
    </th>
  )
  if (sides === 'each') {
    return <tr>{label}<td className={styles.before}><span data-figure={row.figure.before}>{row.before}</span></td>{SIDES.map((side) => <td key={side} className={styles.after}><span data-figure={row.figure.after[side]}>{row.after[side]}</span></td>)}</tr>
  }
  const only = sides === 'sell' ? 'sell' : 'buy'
  return (
    <tr>
      {label}
      <td className={styles.before}><span data-figure={row.figure.before}>{row.before}</span></td>
      <td className={styles.arrow}><Icon name="arrow-right" size={10} /><span className="visually-hidden">becomes</span></td>
      <td className={styles.after}><span data-figure={row.figure.after[only]}>{row.after[only]}</span></td>
    </tr>
  )
}
