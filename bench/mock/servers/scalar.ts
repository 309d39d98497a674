/** Scalar's mock server behind Hono's own HTTP server. It is told port and document. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

// Its packages are installed beside the bench, not in the workspace.
const require = createRequire(new URL('../toolchain/package.json', import.meta.url));
const { serve } = await load('@hono/node-server');
const { createMockServer } = await load('@scalar/mock-server');
const { parse } = await load('yaml');

const [, , port, document = ''] = process.argv;
const app: { readonly fetch: unknown } = await createMockServer({
  document: parse(await readFile(document, 'utf8')),
});
serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' });

interface Peers {
  readonly parse: (text: string) => unknown;
  readonly serve: (options: object) => void;
  readonly createMockServer: (options: object) => Promise<{ readonly fetch: unknown }>;
}

// What a package that is not installed here exports is only known from its README.
async function load(name: string): Promise<Peers> {
  return (await import(pathToFileURL(require.resolve(name)).href)) as Peers;
}
