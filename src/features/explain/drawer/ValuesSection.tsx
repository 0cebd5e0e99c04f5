import type { Expression } from '../../../engine/index.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { leavesOf } from '../math/leaves.ts'
import { words } from '../words/words.ts'
import styles from './drawer.module.css'
import type { FigureLook, Leaf } from './useFigureLook.ts'

/** What goes into the formula; a value that is a figure itself opens its own explanation. */
export function ValuesSection({ formula, look, hasSymbols }: { readonly formula: Expression; readonly look: FigureLook; readonly hasSymbols: boolean }) {
  const leaves = leavesOf(formula)
  if (leaves.length === 0) return null
  return (
    <section className={styles.section}>
      <table className={styles.values}>
        <caption className="visually-hidden">{words.values}</caption>
        {hasSymbols ? <thead className="visually-hidden"><tr><th scope="col">Symbol</th><th scope="col">Value</th><th scope="col">Number</th></tr></thead> : null}
        <tbody>
          {/* Values of one formula never move. */}
          {leaves.map((leaf, index) => (
            <tr key={index}>
              {hasSymbols ? <td className={styles.symbol}><i>{leaf.symbol}</i></td> : null}
              <th scope="row">{look.leafName(leaf)}</th>
              <td><LeafValue leaf={leaf} look={look} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function LeafValue({ leaf, look }: { readonly leaf: Leaf; readonly look: FigureLook }) {
  const openExplain = useAppStore((state) => state.actions.openExplain)
  const { figure } = leaf
  const text = look.leafText(leaf)
  if (figure === undefined) return text
  return (
    <button type="button" className={styles.link} onClick={() => openExplain({ type: 'figure', figure }, { isDeeper: true })}>
      {text}<span className="visually-hidden">, {words.open(look.nameOf(figure))}</span>
    </button>
  )
}
