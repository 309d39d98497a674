import { fileURLToPath } from 'node:url';

/** A mock server, and how it is started for a document. */
export interface Contender {
  readonly name: string;
  /** The program and its arguments. */
  readonly command: (where: Where) => readonly [program: string, ...argv: string[]];
  /** Whether it serves the path of the document's server, `/v1`, too. */
  readonly hasBasePath: boolean;
}

/** Where a server listens, and what it serves. */
export interface Where {
  readonly port: number;
  /** Path of the document. */
  readonly document: string;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const script = (name: string): string => here(`servers/${name}.ts`);
const peer = (name: string): string => here(`toolchain/node_modules/.bin/${name}`);
const node = process.execPath;

/** The contenders; the first is what the others are compared with. */
export const contenders: readonly Contender[] = [
  {
    name: 'node:http, fixed JSON',
    command: ({ port }) => [node, script('floor'), String(port)],
    hasBasePath: true,
  },
  {
    name: 'ours',
    command: ({ port, document }) => [node, script('ours'), String(port), document],
    hasBasePath: true,
  },
  {
    name: 'Prism',
    command: ({ port, document }) => [
      peer('prism'),
      ...['mock', '-v', 'silent', '-m', 'false', '-p', String(port), document],
    ],
    hasBasePath: false,
  },
  {
    name: 'Scalar',
    command: ({ port, document }) => [node, script('scalar'), String(port), document],
    hasBasePath: false,
  },
  {
    name: 'Mockoon',
    command: ({ port, document }) => [
      peer('mockoon-cli'),
      ...['start', '--data', document, '--port', String(port), '--disable-log-to-file'],
    ],
    hasBasePath: true,
  },
];
