// First, so that every component's own styles come after it.
import './ui/theme/base.css'
import './ui/theme/print.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { createBrowserStore } from './app/createBrowserStore.ts'
import { embedView } from './app/embed/embedRoute.ts'
import { StoreProvider } from './app/StoreProvider.tsx'

/** Mounts App; nothing else. */
const embed = embedView(window.location.search)
const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <StoreProvider store={createBrowserStore(embed !== undefined)}>
        <App embed={embed} />
      </StoreProvider>
    </StrictMode>,
  )
}
