import { spawnSync } from 'node:child_process'

/**
 * The environment with a character set in which every file name can be written. Where the locale that is named is not
 * installed, as in a container, Chromium would drop files with Japanese names; the language of the user stays.
 * @param {NodeJS.ProcessEnv} environment
 * @param {string} charset what `locale charmap` says
 * @returns {NodeJS.ProcessEnv}
 */
export function withCharset(environment, charset = charsetOf(environment)) {
  if (process.platform !== 'linux' || /^utf-?8$/i.test(charset)) return environment
  const language = environment['LANGUAGE'] || environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG']
  return { ...environment, LC_ALL: 'C.UTF-8', ...(language ? { LANGUAGE: language } : {}) }
}

/**
 * @param {NodeJS.ProcessEnv} environment
 * @returns {string} empty where it cannot be asked
 */
function charsetOf(environment) {
  return (
    spawnSync('locale', ['charmap'], {
      encoding: 'utf8',
      env: environment,
      stdio: ['ignore', 'pipe', 'ignore']
    }).stdout?.trim() ?? ''
  )
}
