/**
 * A test that failed, by its file and its title; a file that could not be loaded has no titles.
 * @typedef {{ file: string, title: string }} Notice
 */

/**
 * What failed in a run of vitest, from its JSON report.
 * @param {string} json
 * @param {string} folder where the project lies that was tested
 * @returns {Notice[]}
 */
export function notices(json, folder) {
  /** @type {{ testResults: { name: string, status: string, assertionResults: { status: string, fullName: string }[] }[] }} */
  const { testResults } = JSON.parse(json)
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const file = name
      .replace(folder, '')
      .replace(/^[\\/]/, '')
      .replaceAll('\\', '/')
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (failed.length === 0 && status === 'failed') return [{ file, title: 'does not load' }]
    return failed.map(({ fullName }) => ({ file, title: fullName }))
  })
}

/**
 * What is printed of a fault.
 * @param {import('./list.mjs').Fault} fault
 * @param {readonly Notice[]} noticed
 */
export function account({ name, file, tests, survives, matters }, noticed) {
  const head = `${name} (${file})`
  if (noticed.length > 0) {
    const surprise = survives ? [`It was said to survive: ${survives}`] : []
    return [`✓ ${head}`, ...byFile(noticed), ...surprise].join('\n    ')
  }
  if (survives) return `– ${head}\n    SURVIVED: ${survives}`
  return `✗ ${head}\n    SURVIVED ${tests.join(', ')}\n    ${matters}`
}

/** A line a file: its first test that failed, and how many others did. @param {readonly Notice[]} noticed */
function byFile(noticed) {
  return [...new Set(noticed.map(({ file }) => file))].map((file) => {
    const [first = '', ...others] = noticed.filter((notice) => notice.file === file).map(({ title }) => title)
    return `${file}: ${first}${others.length > 0 ? `, and ${others.length} more` : ''}`
  })
}
