import { join } from 'node:path'
import { app, session } from 'electron'
import { launch } from './command-line'
import workerFile from './compute/worker?modulePath'
import { openProgram } from './program'
import { render } from './render/render'
import { registerScheme, servePage } from './scheme'
import { confine, lockDown, setSwitches } from './security'

const server = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const developmentServer = server ? new URL(server).href : null
const start = launch(process.argv, app.isPackaged ? null : app.getAppPath(), process.cwd())

// The runtime would show the stack trace in a dialog.
process.on('uncaughtException', (error) => console.error(error))

// Before the app is ready: Chromium reads both while it starts.
setSwitches(app.commandLine, developmentServer)
registerScheme()
confine(app)

/** The page is served and locked in before anything shows it. */
async function ready(): Promise<void> {
  await app.whenReady()
  lockDown(session.defaultSession, developmentServer)
  servePage(session.defaultSession, join(__dirname, '../renderer'))
}

if (start.kind === 'render') {
  void render(start.words, { workerFile, developmentServer, ready })
} else if (app.requestSingleInstanceLock({ file: start.file })) {
  void ready().then(() => openProgram({ workerFile, developmentServer, file: start.file }))
} else {
  // The window that is already open takes over the file.
  app.quit()
}
