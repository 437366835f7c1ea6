import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

// `@shared/…` and `@core/…` are said once, in tsconfig.base.json.
const resolve = { tsconfigPaths: true }

/** In milliseconds: only a test that hangs takes so long, also where other programs have the processors. */
const patient = 120_000

/** Tests that put something in a module's place: whatever is loaded before or after them must not meet it. */
const apart = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((path) => join('test', path))
  .filter((path) => /\.test\.tsx?$/.test(path) && readFileSync(path, 'utf8').includes('vi.mock('))

/** Tests without a window, and of the page in a window that is made believe. */
const kinds = [
  { name: 'unit', environment: 'node', all: 'test/**/*.test.ts' },
  { name: 'page', environment: 'happy-dom', all: 'test/**/*.test.tsx' }
] as const

export default defineConfig({
  test: {
    // By default one processor is left to somebody who watches.
    maxWorkers: '100%',
    projects: [
      ...kinds.flatMap(({ name, environment, all }) => {
        const isPage = environment === 'happy-dom'
        const shared = {
          testTimeout: patient,
          environment,
          ...(isPage && { setupFiles: ['test/support/page.ts'] })
        }
        const plugins = isPage ? [solid({ hot: false })] : []
        return [
          // The files of a worker share what the first of them has loaded.
          {
            resolve,
            plugins,
            test: {
              ...shared,
              name,
              include: [all],
              exclude: ['test/app/**', ...apart],
              isolate: false,
              mockReset: true,
              restoreMocks: true,
              unstubGlobals: true
            }
          },
          {
            resolve,
            plugins,
            test: { ...shared, name: `${name}-apart`, include: apart.filter((path) => path.endsWith('x') === isPage) }
          }
        ]
      }),
      {
        resolve,
        test: {
          name: 'app',
          // They share nothing but what is never changed.
          isolate: false,
          environment: 'node',
          include: ['test/app/**/*.test.ts'],
          // As many files at a time as there are screens.
          maxWorkers: process.env['TEST_DISPLAYS']?.split(' ').length ?? 1,
          testTimeout: 60_000,
          hookTimeout: 90_000,
          // Only what never comes is waited for so long.
          expect: { poll: { timeout: 20_000 } }
        }
      }
    ]
  }
})
