import { readFileSync } from 'node:fs';
import { createMockFromSpec } from '@product/mock-server/spec';
import { type ApiModel, isObject, type JsonValue, readApi } from '@product/spec-model';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { exampleDocuments, githubDocument, stripeDocument } from './documents.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

const documents = exampleDocuments();

test('there are examples of each version', () => {
  const versions = new Set(documents.map(({ name }) => name.slice(0, 3)));
  expect([...versions]).toEqual(['2.0', '3.0', '3.1']);
  expect(documents.length).toBeGreaterThan(100);
});

// Names a security scheme that it does not have, on each of its operations.
const FAULTS: { readonly [name: string]: number } = {
  '3.0/json/response-http-behavior.json': 3,
  '3.0/yaml/response-http-behavior.yaml': 3,
};

test.each(documents)('$name is read, every operation of it', async ({ name, path }) => {
  const { model, faults } = await readApi(path);
  expect(faults.map(({ code }) => code)).toEqual(
    Array.from({ length: FAULTS[name] ?? 0 }, () => 'unknown-security-scheme'),
  );
  expect(model.operations.map(({ method, path: at }) => `${method} ${at}`)).toEqual(
    writtenOperations(readFileSync(path, 'utf8')),
  );
  expect(model.operations.filter((operation) => operation.faults !== undefined)).toEqual([]);
  expect(danglingRefs(model)).toEqual([]);
});

test.each(documents)('a mock of $name starts', async ({ path }) => {
  const mock = await createMockFromSpec(path);
  expect(mock.baseUrl).toMatch(/^https?:/);
});

test("GitHub's document is read, every operation of it", async () => {
  const { model, faults } = await readApi(githubDocument);
  expect(faults).toEqual([]);
  expect(model.operations.length).toBe(1_223);
  expect(danglingRefs(model)).toEqual([]);
});

test.skipIf(stripeDocument === undefined)(
  "Stripe's document (STRIPE_SPEC) is read, every operation of it",
  async () => {
    const { model, faults } = await readApi(String(stripeDocument));
    expect(faults).toEqual([]);
    expect([model.operations.length, Object.keys(model.schemas).length]).toEqual([468, 819]);
    expect(danglingRefs(model)).toEqual([]);
  },
);

/** The operations of a document, by another reader. */
function writtenOperations(text: string): string[] {
  const { paths = {} } = parse(text) as { paths?: { [path: string]: { $ref?: string } } }; // the documents are sound
  const followed = ({ $ref, ...own }: { $ref?: string }): object => ({
    ...paths[$ref?.replace('#/paths/', '').replaceAll('~1', '/') ?? ''],
    ...own,
  });
  return Object.entries(paths).flatMap(([path, pathItem]) =>
    Object.keys(followed(pathItem))
      .filter((method) => METHODS.includes(method))
      .map((method) => `${method.toUpperCase()} ${path}`),
  );
}

/** References of a model that lead to no schema of it. */
function danglingRefs({ schemas, operations }: ApiModel): string[] {
  const named = new Set(Object.keys(schemas));
  const dangling: string[] = [];
  const visit = (value: JsonValue | undefined, isData: boolean): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, isData);
    if (!isObject(value) || isData) return;
    const ref = value['$ref'];
    if (typeof ref === 'string' && !named.has(ref.replace('#/components/schemas/', ''))) {
      dangling.push(ref);
    }
    for (const [name, held] of Object.entries(value)) {
      visit(held, name.startsWith('x-') || /^(examples?|value|default|enum)$/.test(name));
    }
  };
  for (const schema of Object.values(schemas)) visit(schema, false);
  visit(JSON.parse(JSON.stringify(operations)), false);
  return dangling;
}
