// Bundles the partners' pages: node bundle.mjs FOLDER, which has their sources, the element's module and its types.
import { build } from 'vite';

const folder = process.argv[2];
await build({
  root: folder,
  configFile: false,
  logLevel: 'error',
  build: {
    outDir: 'site',
    modulePreload: false,
    rollupOptions: {
      input: Object.fromEntries(['plain.ts', 'react.tsx', 'vue.ts'].map(name => [name.split('.')[0], `${folder}/${name}`])),
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
});
