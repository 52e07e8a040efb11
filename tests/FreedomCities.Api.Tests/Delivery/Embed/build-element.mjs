// Builds the script of the element: node build-element.mjs FOLDER writes fc-faq.js (classic) and fc-faq.mjs there.
import { build, transform } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const banner = '// <fc-faq>: questions and answers of the service that serves this file. No request goes elsewhere, and nothing is stored.';

const styleAsText = {
  name: 'style-as-text',
  setup: ({ onLoad }) => onLoad({ filter: /\.css$/ }, async ({ path }) => {
    const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true });
    return { contents: code.trim(), loader: 'text' };
  }),
};

for (const [format, extension] of [['iife', 'js'], ['esm', 'mjs']]) {
  await build({
    entryPoints: [join(import.meta.dirname, '../../../../src/FreedomCities.Api/Delivery/Embed/Element/fc-faq.js')],
    outfile: join(process.argv[2], `fc-faq.${extension}`),
    format,
    bundle: true,
    minify: true,
    target: 'es2022',
    charset: 'utf8',
    plugins: [styleAsText],
    banner: { js: banner },
    logOverride: { 'empty-import-meta': 'silent' }, // a classic script has document.currentScript
  });
}
