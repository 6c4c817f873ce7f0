/// <reference types="vitest/config" />
// How the screen is built. The content policy allows no inlined assets and no inline scripts, hence the two `build` lines.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  clearScreen: false,
  server: { port: 5173, strictPort: true, fs: { allow: [root] } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One sheet of styles: what is fetched later already has its looks, and there is one thing less that could be missing.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        // A room is called by its folder; what most of them share stands together.
        chunkFileNames: ({ name, facadeModuleId }) =>
          `assets/${name === 'pages' ? (facadeModuleId?.split('/').at(-2) ?? name) : name}-[hash].js`,
        codeSplitting: { groups: [{ name: 'shared', test: /\/ui\/src\/lib\/|node_modules/ }] },
      },
    },
    outDir: mode === 'browser' ? 'dist-browser' : 'dist',
  },
  // Component tests run in a page without a server, so Svelte must give its browser side.
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/test/setup.ts'],
    restoreMocks: true,
  },
}));
