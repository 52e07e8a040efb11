// Checks the partners' pages with the types of the element: node types.mjs FOLDER, which has pages (beside packages) and bare (without).
import { join } from 'node:path';
import ts from 'typescript';

const folder = process.argv[2];
const options = { noEmit: true, strict: true, target: ts.ScriptTarget.ES2022, jsx: ts.JsxEmit.ReactJSX, types: [] };
const resolutions = [
  { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
  { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 },
];
const pages = [
  { names: ['plain.ts', 'react.tsx', 'preact.tsx', 'vue.ts'], within: join(folder, 'pages'), checks: { skipLibCheck: true } },
  { names: ['plain.ts'], within: join(folder, 'bare'), checks: { skipDefaultLibCheck: true } },
];

// TypeScript's own library is parsed once.
const libraries = new Map();
const createHost = settings => {
  const host = ts.createCompilerHost(settings);
  const read = host.getSourceFile;
  host.getSourceFile = (file, ...rest) => {
    if (!file.includes('/typescript/lib/')) return read(file, ...rest);
    if (!libraries.has(file)) libraries.set(file, read(file, ...rest));
    return libraries.get(file);
  };
  return host;
};

const faults = resolutions.flatMap(resolution => pages.flatMap(({ names, within, checks }) => {
  const settings = { ...options, ...resolution, ...checks };
  return ts.getPreEmitDiagnostics(ts.createProgram(names.map(name => join(within, name)), settings, createHost(settings)));
}));
if (faults.length > 0) {
  console.error(ts.formatDiagnostics(faults, {
    getCanonicalFileName: name => name,
    getCurrentDirectory: () => folder,
    getNewLine: () => '\n',
  }));
  process.exit(1);
}
