import 'katex/dist/katex.min.css'
import './style/index.css'
import { render } from 'solid-js/web'
import { App } from './App'
import { bridge } from './bridge'
import { answerRenderJobs } from './headless'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root')

// A canvas draws with the fonts that are there.
const drawn = { Raised: '⁶', Mathematics: '∇', Variables: 'x' }
await Promise.all(
  Object.entries(drawn).map(([face, sign]) => document.fonts.load(`12px ${face}`, sign).catch(() => []))
)

if (location.search === '?render') answerRenderJobs()
else {
  const surroundings = await bridge.surroundings()
  // A page that was loaded again after a crash goes on where it stopped.
  const before = await bridge.recover(null)
  render(() => <App surroundings={surroundings} before={before.kind === 'recovered' ? before : null} />, root)
}
