import { useAppStore } from '../store/useAppStore.ts'
import { routeBeside, routePath } from './route.ts'
import styles from './ScreenTabs.module.css'

const SCREENS = [
  { screen: 'simulate', label: 'Simulate' },
  { screen: 'calculate', label: 'Calculate' },
] as const

/** The screens, as links: they open in another tab, and the address can be kept. */
export function ScreenTabs() {
  const current = useAppStore((state) => state.screen)
  const isShared = useAppStore((state) => state.shared.status === 'open')
  return (
    <nav className={styles.nav} aria-label="Screens">
      {SCREENS.map(({ screen, label }) => (
        <a key={screen} href={isShared ? routeBeside(screen, window.location.hash) : routePath(screen)} className={styles.tab} aria-current={screen === current ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  )
}
