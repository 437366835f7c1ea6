import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import solid from 'vite-plugin-solid'
import { clayglWithoutEval } from './tools/build/claygl'

// The oldest runtime the output has to run on: Electron 33 is Chromium 130 with Node 20.18.
// electron-vite would otherwise look at the installed package, which is newer.
process.env['ELECTRON_MAJOR_VER'] ??= '33'
const node = 'node20.18'
const chromium = 'chrome130'

const at = (path: string) => resolve(import.meta.dirname, path)
// `@shared/…` and `@core/…` are said once, in tsconfig.base.json.
const aliases = { tsconfigPaths: true }

export default defineConfig({
  main: {
    resolve: aliases,
    build: {
      target: node,
      sourcemap: true,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('src-main/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' }
      }
    }
  },
  preload: {
    resolve: aliases,
    build: {
      target: node,
      // A sandboxed preload cannot require files: everything goes into one.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('src-main/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].js' }
      }
    }
  },
  renderer: {
    root: at('src-renderer'),
    plugins: [solid(), clayglWithoutEval()],
    resolve: aliases,
    build: {
      target: chromium,
      cssTarget: chromium,
      minify: true,
      // KaTeX's fonts would become data: URLs, which the content security policy refuses.
      assetsInlineLimit: 0,
      // The page is read from the disk: one file of some megabytes is no slower than many small ones.
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { input: { index: at('src-renderer/index.html') } }
    }
  }
})
