import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A server on loopback, for pages. */
export interface FileServer {
  /** Its URL, with a slash at its end. */
  readonly url: string;
  readonly server: Server;
}

/** What a path gives: media type and text. */
export type Files = { readonly [path: string]: readonly [type: string, body: string] };

/** A page that runs one script. */
export const page: Files[string] = [
  'text/html',
  '<!doctype html><title>SDK</title><script type="module" src="/page.js"></script>',
];

/**
 * A module of this folder with all that it imports, as a script for browsers.
 *
 * @param name - Its file.
 */
export async function bundle(name: string): Promise<string> {
  const outcome = await build({
    entryPoints: [fileURLToPath(new URL(name, import.meta.url))],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    conditions: ['source', 'browser'],
    write: false,
    logLevel: 'silent',
  });
  return outcome.outputFiles[0]?.text ?? '';
}

/**
 * Serves texts on loopback.
 *
 * @param files - The texts, by path.
 */
export async function serveFiles(files: Files): Promise<FileServer> {
  const server = createServer((request, response) => {
    const [type, body] = files[request.url ?? ''] ?? [];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type ?? 'text/plain' });
    response.end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // bound to a port above
  return { url: `http://127.0.0.1:${port}/`, server };
}
