// Stands in for Electron's own default_app.asar, which a packaged runtime lacks:
//   electron [switches] [-r MODULE]… APP-FOLDER-OR-FILE [arguments]
// It does only what the program, its tests and Playwright need of the original.
const { app } = require('electron')
const { existsSync, readFileSync } = require('node:fs')
const Module = require('node:module')
const { dirname, join, resolve } = require('node:path')

const modules = []
let target = null
const given = process.argv.slice(1)
while (target === null && given.length > 0) {
  const argument = given.shift()
  if (argument === '-v' || argument === '--version') {
    console.log(`v${process.versions.electron}`)
    process.exit(0)
  }
  if (argument === '-r' || argument === '--require') modules.push(given.shift())
  else if (!argument.startsWith('-')) target = resolve(argument)
}
if (target === null) {
  console.error('usage: electron [switches] APP [arguments]')
  process.exit(2)
}

// Before the app: Playwright's loader has to see app.whenReady first.
Module._preloadModules(modules)
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })

const manifest = join(target, 'package.json')
if (existsSync(manifest)) {
  const { name, productName, version, desktopName } = JSON.parse(readFileSync(manifest, 'utf8'))
  if (version) app.setVersion(version)
  app.setName(productName ?? name)
  app.setPath('userData', join(app.getPath('appData'), app.getName()))
  app.setDesktopName(desktopName ?? `${app.getName()}.desktop`)
  app.setAppPath(target)
} else {
  app.setAppPath(dirname(Module._resolveFilename(target, module, true)))
}
Module._load(target, module, true)
