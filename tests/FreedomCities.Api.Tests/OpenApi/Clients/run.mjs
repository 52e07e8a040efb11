// Generates the TypeScript clients with the defaults of their generators, compiles all of them strictly at once, and runs each.
// Run: node run.mjs API FOLDER. Prints what each client tells, as JSON.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient } from '@hey-api/openapi-ts';
import openapiTS, { astToString } from 'openapi-typescript';
import { generate } from 'orval';
import ts from 'typescript';

const [, , api, folder] = process.argv;
const programs = ['openapi-fetch', 'hey-api', 'orval'];
const document = join(folder, 'document.json');

async function generateAll() {
  writeFileSync(document, await (await fetch(`${api}/openapi/public.v1.json`)).text());
  mkdirSync(join(folder, 'openapi-typescript'));
  writeFileSync(join(folder, 'openapi-typescript/api.ts'), astToString(await openapiTS(pathToFileURL(document))));
  await createClient({ input: document, output: join(folder, 'hey-api'), logs: { level: 'silent' } });
  await generate({ input: document, output: { target: join(folder, 'orval/api.ts'), client: 'fetch' } });
  await generate({ input: document, output: { target: join(folder, 'orval/zod.ts'), client: 'zod' } });
}

function compile() {
  for (const file of [...programs, 'seen']) cpSync(join(import.meta.dirname, `${file}.ts`), join(folder, `${file}.ts`));
  const compiled = ts.createProgram(programs.map(name => join(folder, `${name}.ts`)), {
    strict: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: ['node'],
  });
  const faults = [...ts.getPreEmitDiagnostics(compiled), ...compiled.emit().diagnostics];
  if (faults.length > 0) throw new Error(ts.formatDiagnostics(faults, {
    getCanonicalFileName: name => name,
    getCurrentDirectory: () => folder,
    getNewLine: () => '\n',
  }));
}

// The service as it may be in a later version: with a word and a member that the document doesn't have.
const present = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const answer = await present(typeof input === 'string' ? new URL(input, api) : input, init);
  const body = (await answer.text()).replaceAll('"origin":"human"', '"origin":"dictated","dictatedBy":null');
  return new Response(body, { status: answer.status, headers: { 'content-type': answer.headers.get('content-type') } });
};

const print = console.log;
console.log = console.error; // generators talk
await generateAll();
compile();
const required = createRequire(join(folder, 'document.json'));
for (const name of programs) print(name, JSON.stringify(await required(`./${name}.js`).use(api)));
