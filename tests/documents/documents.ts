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
