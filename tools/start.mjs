// npm start [-- ARGUMENTS]: sets up what is missing, builds, and starts the program with the arguments.
import { launch } from './electron/launch.mjs'
import { machineSwitches, runsAsRoot } from './electron/runtime.mjs'
import { build } from './setup/build.mjs'
import { withCharset } from './setup/locale.mjs'
import { root, setUp } from './setup/prepare.mjs'
import { run, say } from './setup/say.mjs'
import { hasScreen, openVirtualScreen } from './setup/screen.mjs'

run(async () => {
  const virtualScreen = !hasScreen()
  const executable = await setUp({ virtualScreen })
  build(root)
  if (runsAsRoot()) say("Running as root: Chromium's sandbox is off.")
  const screen = virtualScreen ? await openVirtualScreen() : null
  if (screen) say('There is no screen: the window opens on a virtual one.')
  try {
    const words = [...machineSwitches(), root, ...process.argv.slice(2)]
    return await launch(executable, words, withCharset(screen?.environment ?? process.env))
  } finally {
    screen?.close()
  }
})
