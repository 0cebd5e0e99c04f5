import { classNames } from '../../../ui/theme/classNames.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { IconButton } from '../../../ui/primitives/IconButton.tsx'
import { useToast } from '../../../ui/primitives/Toasts.tsx'
import type { CalculateCompare } from '../../../store/slices/CalculateState.ts'
import { useCalculation, type Calculation } from '../Calculator.tsx'
import { CARDS, type CardId, type CardSpec } from '../cards/CardSpec.ts'
import { cardTitle } from '../cards/cardTitle.ts'
import { inverseOf } from '../ownMarket.ts'
import { words } from '../words.ts'
import { compareRows, compareText, type ComparedVariant, type CompareRow } from './compareRows.ts'
import styles from './compare.module.css'
import { keepVariant, LETTERS, restoredVariant, withoutVariant } from './variants.ts'

/** Three variants of one calculator side by side; the last column follows the form. */
export function ComparePanel() {
  const calculation = useCalculation()
  const { compare } = calculation.desk
  if (compare === undefined || !(compare.card in CARDS)) return null
  return <Panel calculation={calculation} compare={compare} spec={CARDS[compare.card as CardId]} />
}

function Panel({ calculation, compare, spec }: { readonly calculation: Calculation; readonly compare: CalculateCompare; readonly spec: CardSpec }) {
  const { change } = calculation
  const toast = useToast()
  const isFull = compare.kept.length >= LETTERS.length
  const next = LETTERS[compare.kept.length]
  const variants = variantsOf(calculation, spec, compare)
  const rows = compareRows(spec, variants)
  const copy = (): void => {
    navigator.clipboard.writeText(compareText(rows, variants.map(({ letter }) => letter))).then(
      () => toast({ message: words.compare.copied }),
      () => toast({ message: words.compare.notCopied }),
    )
  }
  return (
    <section className={styles.panel} aria-labelledby="compare-title">
      <header className={styles.head}>
        <h2 id="compare-title">{words.compare.title(cardTitle(spec.id))}</h2>
        <p className={styles.hint}>{words.compare.hint}</p>
        <Button size="small" reason={isFull ? words.compare.full : undefined} onClick={() => change((before) => keepVariant(before, { spec, draft: draftIn(before, spec) }))}>
          {words.compare.keep(next ?? 'C')}
        </Button>
        <Button size="small" icon="copy" onClick={copy}>{words.compare.copy}</Button>
        <IconButton icon="close" label={words.compare.close} onClick={() => change((before) => ({ ...before, compare: undefined }))} />
      </header>
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div role="group" tabIndex={0} aria-label={words.compare.title(cardTitle(spec.id))} className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <td />
              {variants.map(({ letter }, index) => (
                <th key={letter} scope="col">
                  {letter}
                  {index < compare.kept.length ? (
                    <>
                      <IconButton icon="undo" size="small" label={words.compare.use(letter)} onClick={() => change((before) => restoredVariant(before, index))} />
                      <IconButton icon="close" size="small" label={words.compare.remove(letter)} onClick={() => change((before) => withoutVariant(before, index))} />
                    </>
                  ) : null}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => <Row key={row.id} row={row} letters={variants.map(({ letter }) => letter)} />)}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Row({ row, letters }: { readonly row: CompareRow; readonly letters: readonly string[] }) {
  return (
    <tr>
      <th scope="row">{row.label}</th>
      {row.cells.map((cell, index) => (
        <td key={letters[index]} className={classNames(row.differs[index] === true && styles.differs)}>
          {cell}
          {row.differs[index] === true ? <span className="visually-hidden">, {words.compare.differs}</span> : null}
          {row.shares === undefined ? null : <span className={styles.bar} style={{ width: `${Math.round((row.shares[index] ?? 0) * 100)}%` }} aria-hidden="true" />}
        </td>
      ))}
      <td className={styles.unit}>{row.unit}</td>
    </tr>
  )
}

function draftIn(desk: Calculation['desk'], spec: CardSpec) {
  return desk.drafts[spec.id] ?? { fields: {}, asked: spec.start?.asked ?? [], wanted: spec.start?.wanted ?? [] }
}

/** Those that are kept, and the form as it stands while there is room for it. */
function variantsOf({ answers, contextOf, desk, context }: Calculation, spec: CardSpec, { kept }: CalculateCompare): readonly ComparedVariant[] {
  const reportOf = (key: string): ComparedVariant['report'] => {
    const outcome = answers[key]?.outcome
    return outcome?.ok === true ? outcome.report : undefined
  }
  const market = (of: typeof context.market): typeof context.market => (spec.isInverse === true ? inverseOf(of) : of)
  const { format } = context
  return [
    ...kept.map(({ inputs }, index) => ({ letter: LETTERS[index] ?? '', report: reportOf(`compare#${index}`), writing: { format, market: market(contextOf(inputs).market), side: inputs.side } })),
    { letter: words.compare.now, report: reportOf(spec.id), writing: { format, market: market(context.market), side: desk.inputs.side } },
  ]
}
