import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { laterList } from './scripts/laterList.mjs'

// Two threads may share memory only behind these; the host of a release may lack them, so shared memory is optional.
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
}

// Modules of these rooms only define things: what a chunk does not use of them (the venues' tables) stays out of it.
const treeshake = { moduleSideEffects: (id: string) => !/\/src\/(engine|kernel|documents|tapes|sources)\//.test(id) }

const { CI, DISPLAY, WAYLAND_DISPLAY, BULKHEAD_PORT, npm_lifecycle_event: script } = process.env
const hasDesktop = process.platform === 'darwin' || process.platform === 'win32' || Boolean(DISPLAY ?? WAYLAND_DISPLAY)

export default defineConfig({
  base: './',
  plugins: [react(), laterList()],
  // What a worker starts with is one file: split where its later parts begin, it would be larger and come in two steps.
  worker: { format: 'es', rolldownOptions: { treeshake, output: { codeSplitting: { groups: [{ name: 'initial', tags: ['$initial'] }] } } } },
  // `npm start` opens the app where there is a desktop to open it on.
  server: { host: '127.0.0.1', strictPort: false, headers, open: script === 'start' && hasDesktop && !CI },
  preview: { host: '127.0.0.1', port: Number(BULKHEAD_PORT ?? 4173), strictPort: true, headers },
  build: {
    manifest: true, // scripts/budgets.mjs reads it
    modulePreload: { polyfill: false },
    rolldownOptions: {
      treeshake,
      output: {
        codeSplitting: {
          // What the first paint needs stays out of the chart libraries' files, also where they share a package with it.
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|use-sync-external-store)[\\/]/, priority: 3 },
            { name: 'vendor', test: /node_modules/, tags: ['$initial'], priority: 2 },
            // One file: in many small ones, as other screens share it, it would be larger.
            { name: 'app', test: /\/src\/(?!main\.tsx)/, tags: ['$initial'], priority: 1 },
            { name: 'price-chart', test: /node_modules[\\/](lightweight-charts|fancy-canvas)[\\/]/, priority: 1 },
            { name: 'charts', test: /node_modules[\\/](recharts|victory-vendor)[\\/]/, priority: 1 },
          ],
        },
      },
    },
  },
})
