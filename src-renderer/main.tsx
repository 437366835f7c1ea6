import 'katex/dist/katex.min.css'
import './style/index.css'
import { render } from 'solid-js/web'
import { App } from './App'
import { bridge } from './bridge'
import { answerRenderJobs } from './headless'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root')

if (location.search === '?render') answerRenderJobs()
else {
  const surroundings = await bridge.surroundings()
  render(() => <App surroundings={surroundings} />, root)
}
