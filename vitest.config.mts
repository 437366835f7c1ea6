import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

// `@shared/…` and `@core/…` are said once, in tsconfig.base.json.
const resolve = { tsconfigPaths: true }

/** In milliseconds: only a test that hangs takes so long, also where other programs have the processors. */
const patient = 120_000

/** Tests of what needs no file, process or window. */
const alone = ['test/src-main/core/**/*.test.ts', 'test/src-shared/**/*.test.ts', 'test/src-renderer/**/*.test.ts']

export default defineConfig({
  test: {
    // By default one processor is left to somebody who watches.
    maxWorkers: '100%',
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          testTimeout: patient,
          environment: 'node',
          // Nothing stands in for a module here: the files of a worker share what the first of them has loaded.
          isolate: false,
          include: alone
        }
      },
      {
        resolve,
        test: {
          name: 'shell',
          testTimeout: patient,
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/app/**', ...alone]
        }
      },
      {
        resolve,
        plugins: [solid({ hot: false })],
        test: {
          name: 'page',
          testTimeout: patient,
          environment: 'happy-dom',
          include: ['test/**/*.test.tsx'],
          setupFiles: ['test/support/happy-dom.ts']
        }
      },
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
          hookTimeout: 90_000
        }
      }
    ]
  }
})
