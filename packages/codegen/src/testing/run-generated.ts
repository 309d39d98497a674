import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import type { GeneratedFile } from '../generated-file.ts';

/** One call that generated code made to the runtime. */
export interface RecordedCall {
  /** `call` or `paginate`. */
  readonly kind: string;
  /** The facts of the operation. */
  readonly operation: { readonly id: string };
  /** What was to be sent. */
  readonly input: { readonly path?: object; readonly query?: object; readonly body?: unknown };
}

// Stands in for the runtime: remembers the calls and sends nothing.
const RUNTIME = `
export const calls = [];
const record = (kind) => (operation, input) => { calls.push({ kind, operation, input }); return Promise.resolve(); };
export const byCursor = {};
export const paginate = (caller, style, { operation, input }) => caller.paginate(operation, input);
export class Resource { constructor(caller) { this.caller = caller; } }
export class RateLimitResource extends Resource {}
export class Client { constructor(setup) { this.setup = setup; this.caller = { call: record('call'), paginate: record('paginate') }; } }
`;

/**
 * Executes generated code: strips its types, imports it and makes a client.
 *
 * @param folder - An empty folder that ends with the test.
 * @param files - The generated files, without the one that exports the runtime again.
 * @param clientName - The class to make an instance of.
 */
export async function runGenerated(
  folder: string,
  files: readonly GeneratedFile[],
  clientName: string,
): Promise<{ client: object; calls: readonly RecordedCall[] }> {
  const runtime = join(folder, 'node_modules/@product/client-runtime');
  await mkdir(runtime, { recursive: true });
  await writeFile(join(runtime, 'package.json'), '{ "type": "module", "exports": "./index.js" }');
  await writeFile(join(runtime, 'index.js'), RUNTIME);
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  for (const { path, content } of files) {
    const target = join(folder, path.replace(/\.ts$/, '.js'));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, stripTypes(content));
  }
  const load = (path: string): Promise<unknown> => import(pathToFileURL(join(folder, path)).href);
  // The stand-in above has these exports.
  const { calls } = (await load('node_modules/@product/client-runtime/index.js')) as {
    calls: RecordedCall[];
  };
  // The generated module exports the class of this name.
  const module = (await load('client.js')) as { [name: string]: new () => object };
  const ClientClass = module[clientName];
  if (ClientClass === undefined) {
    throw new TypeError(`cannot run the client: client.ts does not export ${clientName}.`);
  }
  return { client: new ClientClass(), calls };
}

function stripTypes(content: string): string {
  return ts.transpileModule(content, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
    },
  }).outputText;
}
