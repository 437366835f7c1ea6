import { resolve } from 'node:path'
import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

const at = (folder: string) => resolve(import.meta.dirname, folder)
const alias = { '@shared': at('src-shared'), '@core': at('src-main/core') }

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/app/**', 'test/src-renderer/**/*.dom.test.ts']
        }
      },
      {
        resolve: { alias },
        plugins: [solid()],
        test: {
          name: 'page',
          environment: 'happy-dom',
          include: ['test/**/*.test.tsx'],
          setupFiles: ['test/support/happy-dom.ts']
        }
      },
      {
        resolve: { alias },
        test: {
          name: 'app',
          environment: 'node',
          include: ['test/app/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 90_000
        }
      }
    ]
  }
})
