import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../..')

/** A source file with everything it imports as one file that Node can run, e.g. as a worker thread. */
export interface Bundle {
  readonly file: string
  remove(): void
}

/** Bundles the source file at `path`, seen from the project's folder, into a temporary folder. */
export async function bundle(path: string): Promise<Bundle> {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    // The short forms of paths are said once, in tsconfig.base.json.
    resolve: { tsconfigPaths: true },
    build: {
      ssr: path,
      outDir: folder,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: '[name].mjs' } }
    },
    ssr: { noExternal: true }
  })
  return {
    file: join(folder, `${basename(path, '.ts')}.mjs`),
    remove: () => rmSync(folder, { recursive: true, force: true })
  }
}
