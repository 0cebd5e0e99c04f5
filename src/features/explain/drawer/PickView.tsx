import { useMemo, useState, type FormEvent } from 'react'
import { useAppStore } from '../../../store/useAppStore.ts'
import { TextField } from '../../../ui/primitives/TextField.tsx'
import { words } from '../words/words.ts'
import styles from './drawer.module.css'
import { figuresOnScreen, type ScreenFigure } from './figuresOnScreen.ts'
import { useFigureLook } from './useFigureLook.ts'

/** Every figure that is shown now, by the region it stands in: the way to each of them without a pointer. */
export function PickView({ only }: { readonly only: readonly string[] | undefined }) {
  const { nameOf, whoseOf } = useFigureLook()
  const openExplain = useAppStore((state) => state.actions.openExplain)
  const [typed, setTyped] = useState('')
  // As they are when the list opens: figures that change while somebody reads them would run away.
  const [all] = useState(() => figuresOnScreen().filter(({ key }) => only === undefined || only.includes(key)))
  const named = useMemo(() => all.map((each) => ({ ...each, name: nameIn(each, nameOf, whoseOf) })), [all, nameOf, whoseOf])
  const wanted = typed.toLowerCase().split(/\s+/).filter((part) => part !== '')
  const found = named.filter(({ name, text, region }) => wanted.every((part) => `${name} ${text} ${region}`.toLowerCase().includes(part)))
  const regions = [...new Set(found.map(({ region }) => region))]
  const open = (each: ScreenFigure | undefined): void => {
    if (each !== undefined) openExplain(each.view, { isDeeper: true })
  }
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    open(found[0])
  }
  return (
    <form className={styles.section} onSubmit={onSubmit}>
      <h3 className={styles.heading}>{words.pick}</h3>
      <TextField label={words.find} hint={words.pickHelp} type="search" value={typed} onChange={setTyped} />
      <p className={styles.note} aria-live="polite">{found.length === 0 ? words.nothingFound : words.found(found.length)}</p>
      {regions.map((region) => (
        <section key={region} className={styles.group} aria-label={region}>
          <h4 className={styles.note}>{region}</h4>
          <ul className={styles.list}>
            {found.filter((each) => each.region === region).map((each) => (
              <li key={each.key}>
                <button type="button" className={styles.item} onClick={() => open(each)}>
                  <span>{each.name}</span>
                  <span className={styles.shown}>{each.text}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </form>
  )
}

function nameIn({ view, text }: ScreenFigure, nameOf: ReturnType<typeof useFigureLook>['nameOf'], whoseOf: ReturnType<typeof useFigureLook>['whoseOf']): string {
  if (view.type !== 'figure') return text
  const whose = whoseOf(view.figure)
  return whose === '' ? nameOf(view.figure) : `${nameOf(view.figure)}, ${whose}`
}
