/** Says what the set-up is doing, on the error stream: the standard one belongs to the program. */
export const say = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`)

/** Something the user has to do, or to know. Ends the set-up without a stack trace. */
export class SetupError extends Error {
  /** @override */
  name = 'SetupError'
}

/**
 * Runs the set-up's main function; a SetupError is printed and ends the process with exit code 1.
 * @param {() => Promise<number>} main returns the exit code
 */
export async function run(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    say(error.message)
    process.exitCode = 1
  }
}
