import { createRequire } from 'node:module';
import { assembleMock } from '../assemble-mock.ts';
import { productModel } from '../generated/product-model.ts';
import type { Mock } from '../mock.ts';
import type { FaultReport } from '../mock-document.ts';
import { MockError } from '../mock-error.ts';
import { productAbilities } from '../product-abilities.ts';
import { createBodyMask } from '../requests/mask-secrets.ts';
import { keyNames } from '../requests/secret-names.ts';
import { faultLines } from './fault-lines.ts';
import { type Listener, listen } from './listen.ts';
import { ListenError } from './listen-error.ts';
import { createPaint, type Paint } from './paint.ts';
import { type Arguments, readArguments, UsageError } from './read-arguments.ts';
import { readInspectArguments } from './read-inspect-arguments.ts';
import { requestLine } from './request-line.ts';
import { startScreen } from './start-screen.ts';

/** Where the command writes, and what tells it to stop; `process` is one. */
export interface CommandIo {
  /** For the start screen and a line per request. */
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean };
  /** For what went wrong. */
  readonly stderr: { write(text: string): unknown };
  /** `NO_COLOR` is read. */
  readonly env: { readonly [name: string]: string | undefined };
  /** Registers what to do on a signal. */
  once(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
}

const help = `Usage: product-mock [document] [options]
       product-mock inspect <document> [--overlay f] [--allow-remote] [--json]

Serves a stateful mock of an API, with a console page at /__mock.
Without a document it serves the Product API. "inspect" serves nothing: it says
what each operation does to which rows, and why.

  document      an OpenAPI document, YAML or JSON
  --overlay <f> an OpenAPI Overlay of the document; several are applied in order
  --port, -p <n> TCP port, 0 for any free one        (4010)
  --host <h>    host name or address to bind         (127.0.0.1)
  --seed <n>    the same seed gives the same keys    (1)
  --allow-remote fetch what the document refers to at http(s) URLs
  --security <s> open: any credentials of the right form, strict: only the
                keys that it prints, off: none needed (open)
  --references <r> open: may name rows that do not exist, strict: may not
                (open)
  --strict      refuse query parameters that the document does not describe
  --verbose     show every fault of the document, not only the first ten
  --help        this text
  --version     the version
`;

/**
 * The command `product-mock`: serves until it is told to stop.
 *
 * @param argv - Without the program and the script.
 * @param io - Where it writes, and what tells it to stop.
 * @returns The exit code: 0 done, 1 the address cannot be bound, 2 bad usage or a document that
 * cannot be read.
 */
export async function main(argv: readonly string[], io: CommandIo): Promise<number> {
  try {
    if (argv[0] === 'inspect') return await show(argv.slice(1), io);
    const args = readArguments(argv);
    if (args.help) io.stdout.write(help);
    else if (args.version) io.stdout.write(`${version()}\n`);
    else await serve(args, io);
    return 0;
  } catch (error) {
    return explain(error, io);
  }
}

async function show(argv: readonly string[], io: CommandIo): Promise<number> {
  const args = readInspectArguments(argv);
  if (args === 'help') {
    io.stdout.write(help);
    return 0;
  }
  const { inspect } = await import('./inspect.ts');
  const paint = createPaint(io.stdout.isTTY === true, io.env);
  io.stdout.write(await inspect(args, paint));
  return 0;
}

async function serve(args: Arguments, io: CommandIo): Promise<void> {
  const { port, host, seed } = args;
  const paint = createPaint(io.stdout.isTTY === true, io.env);
  const mock = await createServedMock(args, io);
  const keys = mock.keys.createFirstKeys();
  const mask = createBodyMask(keyNames(mock.model, 'query'));
  const listener = await listen(mock, {
    port,
    host,
    onRequest: (request) => io.stdout.write(`${requestLine(request, paint, mask)}\n`),
  });
  io.stdout.write(startScreen({ mock, listener, keys, seed, document: args.document }, paint));
  await stopped(io);
  await shutDown(listener, io, paint);
}

async function createServedMock(
  { document, overlays, allowRemote, verbose, ...args }: Arguments,
  io: CommandIo,
): Promise<Mock> {
  const { seed, security, strict, references } = args;
  const options = { seed, clock: 'real', security, strict, references } as const;
  // Without msw, which takes longer to load than all the rest.
  if (document === undefined) return assembleMock(productModel, options, productAbilities);
  // Parsers are loaded only for those who bring a document.
  const [{ mockDocument }, { anyAbilities }] = await Promise.all([
    import('../mock-document.ts'),
    import('../any-abilities.ts'),
  ]);
  const onWarning = (line: string): void => void io.stderr.write(`warning: ${line}\n`);
  let report: FaultReport | undefined;
  const onFaults = (found: FaultReport): void => {
    report = found;
  };
  const reading = { ...options, overlays, allowRemote, onWarning, onFaults };
  const mock = await mockDocument(document, reading, (model, own) =>
    assembleMock(model, own, anyAbilities(model, own)),
  );
  if (report !== undefined) io.stderr.write(await faultLines(mock, report, verbose));
  return mock;
}

function stopped(io: CommandIo): Promise<void> {
  return new Promise((resolve) => {
    io.once('SIGINT', resolve);
    io.once('SIGTERM', resolve);
  });
}

async function shutDown(listener: Listener, io: CommandIo, paint: Paint): Promise<void> {
  await listener.close();
  io.stdout.write(`${paint('dim', 'Stopped.')}\n`);
}

function explain(error: unknown, io: CommandIo): number {
  if (error instanceof UsageError) {
    io.stderr.write(`${error.message}\nSee product-mock --help.\n`);
    return 2;
  }
  if (error instanceof MockError || isDocumentError(error)) {
    io.stderr.write(`${error.message}\n`);
    return 2;
  }
  if (!(error instanceof ListenError)) throw error;
  io.stderr.write(`${error.message}\n`);
  return 1;
}

// By its kind: its class would load the parsers that most starts do without.
function isDocumentError(error: unknown): error is Error {
  return error instanceof Error && 'kind' in error && error.kind === 'document';
}

function version(): string {
  // require() finds the package by its own name, from the sources and from the build alike.
  const found: unknown = createRequire(import.meta.url)('@product/mock-server/package.json');
  const { version: text } = found as { readonly version: string }; // every package.json has one
  return text;
}
