import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const { resolve } = createRequire(import.meta.url);

/** GitHub's document as Octokit publishes it: 13 MB, OpenAPI 3.0, 1,223 operations. */
export const githubDocument: string = join(
  dirname(resolve('@octokit/openapi/package.json')),
  'generated/api.github.com.json',
);

/** Where Stripe's document is: in `STRIPE_SPEC`, else beside the checkout; absent when nowhere. */
export const stripeDocument: string | undefined = [
  process.env['STRIPE_SPEC'],
  fileURLToPath(new URL('../../../shared/specs/stripe.json', import.meta.url)),
].find((path) => path !== undefined && existsSync(path));

/** A document of `@readme/oas-examples`. */
export interface ExampleDocument {
  /** `3.0/json/petstore.json` */
  readonly name: string;
  readonly path: string;
}

/** Every document of `@readme/oas-examples`: Swagger 2.0, OpenAPI 3.0 and 3.1, JSON and YAML. */
export function exampleDocuments(): readonly ExampleDocument[] {
  const root = dirname(resolve('@readme/oas-examples/package.json'));
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((name) => /^\d\.\d\/.*\.(json|yaml)$/.test(name))
    .sort()
    .map((name) => ({ name, path: join(root, name) }));
}

/** A document of an API that npm has in some package. */
export interface OtherDocument {
  readonly title: string;
  /** The package, and the file in it. */
  readonly source: readonly [name: string, file: string];
  readonly operations: number;
  readonly path: string;
}

const epilot = 'dist/openapi.json';
const openPayments = '@interledger/open-payments';

const OTHERS: readonly (readonly [title: string, name: string, file: string, count: number])[] = [
  ['Figma', '@figma/rest-api-spec', 'openapi/openapi.yaml', 54],
  ['Directus', '@directus/specs', 'dist/openapi.json', 136],
  ['Blockfrost (Cardano)', '@blockfrost/openapi', 'openapi.yaml', 129],
  ['GitBook', '@gitbook/api', 'spec/openapi.json', 377],
  ['epilot entities', '@epilot/entity-client', epilot, 84],
  ['epilot prices', '@epilot/pricing-client', epilot, 22],
  ['Open Payments: wallets', openPayments, 'dist/openapi/specs/wallet-address-server.yaml', 3],
  ['Open Payments: payments', openPayments, 'dist/openapi/specs/resource-server.yaml', 10],
  ['Open Payments: grants', openPayments, 'dist/openapi/specs/auth-server.yaml', 5],
  ['Scalar Galaxy (3.1)', '@scalar/galaxy', 'dist/latest.json', 10],
];

/** Documents of real APIs, each from a package of its owner. */
export function otherDocuments(): readonly OtherDocument[] {
  const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
  return OTHERS.map(([title, name, file, operations]) => ({
    ...{ title, source: [name, file], operations },
    path: join(modules, name, file),
  }));
}

const IMPOSSIBLE = /^(POST|PUT) \/(api-specification(\/\{id\})?|version): 400/;

/**
 * Whether no answer could keep to the document: an error that must be exactly one of several that
 * are the same.
 *
 * @param fault - As `askEveryOperation` tells it.
 */
export function isImpossible(fault: string): boolean {
  return IMPOSSIBLE.test(fault);
}
