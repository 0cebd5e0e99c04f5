import { useRef, useState, type KeyboardEvent } from 'react'
import { figureTag } from '../../store/figures/figureTag.ts'
import type { BranchRow } from '../../store/selectors/rows/BranchRow.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { Menu } from '../../ui/primitives/Menu.tsx'
import { Tag } from '../../ui/primitives/Tag.tsx'
import styles from './BranchTree.module.css'
import { branchMenu, type BranchDoor } from './branchMenu.ts'
import { words } from './words.ts'

interface Props {
  readonly rows: readonly BranchRow[]
  readonly names: ReadonlyMap<string, string>
  readonly door: BranchDoor
}

/** The lines as a tree: arrows go through it, Enter opens, C compares, F2 renames, Delete takes away. */
export function BranchTree({ rows, names, door }: Props) {
  const format = useFormat()
  const currency = useAppStore((state) => state.scenario.info?.currency.code ?? '')
  const tree = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<string>()
  const current = rows.find(({ id }) => id === chosen) ?? rows.find(({ isOpen }) => isOpen)
  const focus = (row: BranchRow | undefined): void => {
    if (row === undefined) return
    setChosen(row.id)
    tree.current?.querySelector<HTMLElement>(`[data-branch="${CSS.escape(row.id)}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent, row: BranchRow): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const act = keyAct(event.key, row, { rows, focus, door })
    if (act === undefined) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  return (
    <div ref={tree} role="tree" aria-label={words.title} className={styles.tree}>
      {rows.map((row) => (
        <div
          key={row.id}
          role="treeitem"
          data-branch={row.id}
          aria-level={row.level}
          aria-selected={row.isOpen}
          aria-expanded={row.children > 0 ? true : undefined}
          aria-label={[labelOf(row, names.get(row.id) ?? ''), stoodWords(row, (amount) => `${format.money(amount)} ${currency}`)].join(', ')}
          aria-keyshortcuts="Enter C F2 Delete"
          tabIndex={row === current ? 0 : -1}
          className={styles.row}
          data-open={row.isOpen || undefined}
          style={{ paddingInlineStart: `calc(var(--s-4) + ${String((row.level - 1) * 16)}px)` }}
          onFocus={() => setChosen(row.id)}
          onClick={(event) => {
            if (!(event.target as HTMLElement).closest('button, [data-figure], [role=menu]')) door.open(row.id)
          }}
          onKeyDown={(event) => onKeyDown(event, row)}
        >
          <Row row={row} name={names.get(row.id) ?? ''} />
          <Menu label={words.menu(names.get(row.id) ?? '')} align="end" trigger={{ icon: 'more' }} items={branchMenu(row, rows.length, door)} />
        </div>
      ))}
    </div>
  )
}

function Row({ row, name }: { readonly row: BranchRow; readonly name: string }) {
  const format = useFormat()
  const currency = useAppStore((state) => state.scenario.info?.currency.code ?? '')
  const { stood, isOpen } = row
  return (
    <>
      <span className={styles.glyph} aria-hidden="true">{row.level === 1 ? '●' : '└'}</span>
      <span data-name="" className={styles.name} title={name}>{name}</span>
      {row.parent === undefined ? null : <span data-name="" className={styles.from}>{words.from(row.forkTick)}</span>}
      <span className={styles.tags}>
        {isOpen ? <Tag>{words.open}</Tag> : null}
        {row.isCompared ? <Tag tone="warn">{words.compared}</Tag> : null}
      </span>
      <span className={styles.stood}>
        {stood === undefined ? (
          words.notShown
        ) : (
          <>
            <b data-figure={figureTag('account.equity', { twin: 'as-set', tick: stood.tick, ...(isOpen ? {} : { branch: row.id }) })}>{format.money(stood.equity)}</b> {currency}{' '}
            <span data-name="" className={styles.quiet}>{words.atBar(stood.tick)} · {words.liquidations(stood.liquidations)}</span>
          </>
        )}
      </span>
    </>
  )
}

function labelOf(row: BranchRow, name: string): string {
  return [name, ...(row.parent === undefined ? [] : [words.from(row.forkTick)]), ...(row.isOpen ? [words.open] : []), ...(row.isCompared ? [words.compared] : [])].join(', ')
}

/** What its label hides of it. */
function stoodWords({ stood }: BranchRow, money: (amount: string) => string): string {
  return stood === undefined ? words.notShown : `${money(stood.equity)} ${words.atBar(stood.tick)}, ${words.liquidations(stood.liquidations)}`
}

interface Around {
  readonly rows: readonly BranchRow[]
  readonly focus: (row: BranchRow | undefined) => void
  readonly door: BranchDoor
}

/** As the tree pattern has it; the tree is always open, so left goes to the parent and right to the first that grew from it. */
function keyAct(key: string, row: BranchRow, { rows, focus, door }: Around): (() => void) | undefined {
  const at = rows.indexOf(row)
  const go = (to: BranchRow | undefined) => () => focus(to)
  const acts: Readonly<Record<string, () => void>> = {
    ArrowDown: go(rows[at + 1]),
    ArrowUp: go(rows[at - 1]),
    Home: go(rows[0]),
    End: go(rows.at(-1)),
    ArrowLeft: go(rows.find(({ id }) => id === row.parent)),
    ArrowRight: go(rows.find(({ parent }) => parent === row.id)),
    Enter: () => door.open(row.id),
    ' ': () => door.open(row.id),
    c: () => door.compare(row),
    F2: () => door.rename(row),
    Delete: () => {
      focus(rows[at - 1] ?? rows[at + 1])
      door.remove(row.id)
    },
  }
  return acts[key.length === 1 ? key.toLowerCase() : key]
}
