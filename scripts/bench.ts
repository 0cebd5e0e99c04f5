/**
 * `npm run bench` measures the engine; `npm run bench -- screen` the frames in Chromium; `npm run bench -- travel`
 * seeks and branches of a long tape; `npm run bench -- paths` the making of prices; `npm run bench -- all` all of it.
 * Nothing is asserted: figures go into a note or a commit, beside the baselines of the same run.
 */
import { benchBranches } from './bench/branches.ts'
import { benchEngine } from './bench/engine.ts'
import { benchPaths } from './bench/paths.ts'
import { benchScreen } from './bench/screen.ts'

const what = process.argv[2] ?? 'engine'
if (!['engine', 'screen', 'travel', 'paths', 'all'].includes(what)) {
  console.error('npm run bench -- engine | screen | travel | paths | all')
  process.exit(2)
}
if (what === 'engine' || what === 'all') benchEngine()
if (what === 'paths' || what === 'all') benchPaths()
if (what === 'travel' || what === 'all') await benchBranches()
if (what === 'screen' || what === 'all') await benchScreen()
