import { spawn } from 'node:child_process'
import { SetupError } from './say.mjs'

/** Whether a window opened now would be seen. Other systems than Linux always have a screen. */
export function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

/**
 * Starts a virtual X screen of 1600×1000 pixels. It picks a free number by itself, so that several can be
 * started at once.
 * @returns {Promise<{ environment: NodeJS.ProcessEnv, close: () => void }>} the environment for programs on it
 */
export function openVirtualScreen() {
  return new Promise((opened, failed) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe']
    })
    let complaint = ''
    server.stderr?.on('data', (text) => {
      complaint += text
    })
    server.on('error', (error) => failed(new SetupError(`Xvfb could not be started: ${error.message}`)))
    server.on('exit', (code) => failed(new SetupError(`Xvfb ended (${code}): ${complaint.trim()}`)))
    const close = () => void server.kill()
    process.on('exit', close)
    server.stdio[3]?.once('data', (number) => {
      const { WAYLAND_DISPLAY: _, ...environment } = process.env
      opened({ environment: { ...environment, DISPLAY: `:${String(number).trim()}`, XDG_SESSION_TYPE: 'x11' }, close })
    })
  })
}
