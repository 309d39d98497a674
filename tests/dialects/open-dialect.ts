import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Clock, Credential } from '@product/client-runtime';
import { type GeneratedFile, generate, writeFiles } from '@product/codegen';
import { createMockFromSpec } from '@product/mock-server/spec';
import { type DocumentSource, loadApi } from '@product/spec-model';
import { productDocument } from '../contract/open-document.ts';

/** What a call of a dialect's client answers; the generated types are checked in `clients.test.ts`. */
export interface Answer {
  readonly id: string;
  readonly key: string;
  readonly secret: string;
  readonly token: string;
  readonly apikey: Answer;
  readonly data: readonly Answer[];
  readonly [name: string]: unknown;
}

/** The options of a dialect's client that the tests use. */
export interface LooseOptions {
  readonly apiKey?: string;
  readonly auth?: Credential;
  readonly baseUrl?: string;
  readonly clock?: Clock;
  readonly retry?: { readonly maxAttempts: number };
  readonly [name: string]: unknown;
}

/** A dialect's client, with its methods by name: the class is made while the tests run. */
export interface LooseClient {
  readonly [resource: string]: {
    readonly [method: string]: (...input: unknown[]) => Promise<Answer>;
  };
}

/** A system of keys: its document, its client and its mock, all from the same overlay. */
export interface Dialect {
  readonly mock: Awaited<ReturnType<typeof createMockFromSpec>>;
  readonly createClient: (options: LooseOptions) => LooseClient;
  /** A generated file. */
  readonly read: (path: string) => string;
}

/**
 * Makes client and mock of the Product API, turned into a dialect.
 *
 * @param name - Of the client's folder.
 * @param overlay - The only thing that tells one dialect from another; absent for the Product API.
 */
export async function openDialect(name: string, overlay?: DocumentSource): Promise<Dialect> {
  const overlays = overlay === undefined ? [] : [overlay];
  const files = await generateClient(name, overlay);
  const client = await importClient(name, files);
  return {
    mock: await createMockFromSpec(productDocument, { overlays, seed: 1 }),
    createClient: (options) => new client(options),
    read: (path) => files.find((file) => file.path === path)?.content ?? '',
  };
}

/** The source of a dialect's client. */
export async function generateClient(
  name: string,
  overlay?: DocumentSource,
): Promise<readonly GeneratedFile[]> {
  const overlays = overlay === undefined ? [] : [overlay];
  const api = await loadApi(productDocument, { overlays });
  return generate(api, { clientName: 'DialectClient', packageName: `@dialect/${name}` });
}

/** The overlay of a dialect in `spec/dialects`. */
export function overlayOf(name: string): URL {
  return new URL(`../../spec/dialects/${name}.overlay.yaml`, import.meta.url);
}

type ClientClass = new (options: LooseOptions) => LooseClient;

async function importClient(name: string, files: readonly GeneratedFile[]): Promise<ClientClass> {
  const folder = fileURLToPath(new URL(`../.dialects/${name}`, import.meta.url));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await writeFiles(folder, files);
  // The generated module exports the class of the name that was given to the generator.
  const module = (await import(pathToFileURL(`${folder}/client.ts`).href)) as {
    readonly DialectClient: ClientClass;
  };
  return module.DialectClient;
}
