import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { DocumentWitness } from '../contract/document-witness.ts';
import { type Json, members, productDocument } from '../contract/open-document.ts';
import { places, properties } from './walk-document.ts';

const witness = await DocumentWitness.open(productDocument);
const specFolder = fileURLToPath(new URL('../../spec', import.meta.url));
const operations = witness.operations.map((operation) => [operation.id, operation] as const);

const everywhere = [
  'X-Request-Id',
  'X-RateLimit-Limit',
  'X-RateLimit-Remaining',
  'X-RateLimit-Reset',
  'RateLimit-Policy',
  'RateLimit',
];

test.each(operations)('%s declares the headers of every response', (_id, operation) => {
  const missing = Object.entries(members(operation.node['responses'])).flatMap(([status, one]) => {
    const { node } = witness.resolve(one, `${operation.pointer}/responses/${status}`);
    const declared = Object.keys(members(node['headers']));
    return headersOf(status)
      .filter((name) => !declared.includes(name))
      .map((name) => `${status} ${name}`);
  });
  expect(missing).toEqual([]);
});

function headersOf(status: string): string[] {
  if (status === '401') return [...everywhere, 'WWW-Authenticate'];
  if (status === '429' || status === '503') return [...everywhere, 'Retry-After'];
  return everywhere;
}

test.each(operations)('%s gives an example of each error code it can answer', (_id, operation) => {
  const faults = Object.entries(members(operation.node['responses']))
    .filter(([status]) => Number(status) >= 400)
    .flatMap(([status, one]) => {
      const { node } = witness.resolve(one, `${operation.pointer}/responses/${status}`);
      return Object.values(members(node['content'])).flatMap((content) => {
        const examples = Object.entries(members(members(content)['examples']));
        if (examples.length === 0) return [`${status} has no example`];
        return examples
          .filter(([name, example]) => codeOf(example) !== name)
          .map(([name]) => `${status} example ${name} shows another code`);
      });
    });
  expect(faults).toEqual([]);
});

function codeOf(example: unknown): unknown {
  const { node } = witness.resolve(JSON.parse(JSON.stringify(example)), '');
  const value = members(node['value']);
  return value['code'] ?? value['error']; // RFC 6749 names it error
}

test.each(operations.filter(([, operation]) => operation.method === 'POST'))(
  '%s accepts an idempotency key',
  (_id, operation) => {
    const parameters = operation.node['parameters'];
    const names = Array.isArray(parameters)
      ? parameters.map((one) => witness.resolve(one, '').node['name'])
      : [];
    expect(names).toContain('Idempotency-Key');
  },
);

test('every schema has a description and an example', () => {
  const schemas = Object.entries(members(members(witness.document['components'])['schemas']));
  const bare = schemas
    .filter(([, node]) => !('description' in members(node)) || !hasExample(members(node)))
    .map(([name]) => name);
  expect(bare).toEqual([]);
});

test('every property has a description and an example', () => {
  const bare = [...properties(witness.document)]
    .filter(({ node }) => node['description'] === undefined || !hasExample(node))
    .map(({ pointer }) => pointer);
  expect(bare).toEqual([]);
});

function hasExample(node: { readonly [name: string]: unknown }): boolean {
  return ['example', 'examples', 'const'].some((name) => name in node);
}

const extensionSchemas = readdirSync(`${specFolder}/extensions`).map(
  (file) =>
    [
      file.replace('.schema.json', ''),
      JSON.parse(readFileSync(`${specFolder}/extensions/${file}`, 'utf8')),
    ] as const,
);
const guide = readFileSync(`${specFolder}/extensions.md`, 'utf8');

const dialects = readdirSync(`${specFolder}/dialects`).map((file): [string, Json] => [
  file,
  parse(readFileSync(`${specFolder}/dialects/${file}`, 'utf8')),
]);

// What an action puts in place is whole but for `x-env`, of which it replaces members.
const uses = [...places({ ...witness.document }), ...places(Object.fromEntries(dialects))].flatMap(
  ({ pointer, node }) =>
    Object.keys(node)
      .filter((name) => name.startsWith('x-'))
      .map((name) => ({ name, at: `${pointer}/${name}`, value: node[name] })),
);

test('every x- field that the document and its dialects use is explained and has a JSON Schema', () => {
  const known = extensionSchemas.map(([name]) => name);
  expect(uses.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
  expect(known.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});

test.each(extensionSchemas)('every use of %s is valid', (name, schema) => {
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);
  const faults = uses
    .filter((use) => use.name === name && !validate(use.value))
    .map((use) => use.at);
  expect(faults).toEqual([]);
});
