/**
 * `npm run bench` measures the engine; `npm run bench -- screen` the frames in Chromium; `npm run bench -- all` both.
 * Nothing is asserted: figures go into a note or a commit, beside the baselines of the same run.
 */
import { benchEngine } from './bench/engine.ts'
import { benchScreen } from './bench/screen.ts'

const what = process.argv[2] ?? 'engine'
if (!['engine', 'screen', 'all'].includes(what)) {
  console.error('npm run bench -- engine | screen | all')
  process.exit(2)
}
if (what !== 'screen') benchEngine()
if (what !== 'engine') await benchScreen()
