import { spawnSync } from 'node:child_process'

/** Pythons that may be there; Debian's packages belong to the first. */
const candidates = ['/usr/bin/python3', 'python3']

/** A Python 3 that has NumPy; undefined where there is none. */
export const python: string | undefined = candidates.find(
  (command) => spawnSync(command, ['-c', 'import numpy'], { stdio: 'ignore' }).status === 0
)

const withoutPython = 'there is no Python with NumPy here'

/** What the tests that need it are called: why they are skipped, if they are. */
export const runByPython = python ? 'run by Python' : `run by Python: skipped, ${withoutPython}`

/** What the program prints. An Error with its complaints if it fails; warnings about overflow are none. */
export function printed(program: string): string {
  if (!python) throw new Error(withoutPython)
  const { status, stdout, stderr } = spawnSync(python, ['-W', 'ignore', '-'], {
    input: program,
    encoding: 'utf8',
    maxBuffer: 1 << 28
  })
  if (status !== 0) throw new Error(stderr)
  return stdout
}
