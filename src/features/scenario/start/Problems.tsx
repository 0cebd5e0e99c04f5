import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import { problemWords } from './problemWords.ts'
import styles from './Problems.module.css'

/** What keeps a document from being opened, one line each: where in words, what, and the path as it is written. */
export function Problems({ problems }: { readonly problems: readonly string[] }) {
  return (
    <div role="alert">
      <InlineWarning tone="error">
        <ul className={styles.list}>
          {problems.map((problem) => {
            const { place, path, message } = problemWords(problem)
            return (
              <li key={problem}>
                {place === '' ? null : <strong>{place}: </strong>}
                {message}
                {path === '' ? null : <code className={styles.path}>{path}</code>}
              </li>
            )
          })}
        </ul>
      </InlineWarning>
    </div>
  )
}
