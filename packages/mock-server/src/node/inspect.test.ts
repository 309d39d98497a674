import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { main } from './product-mock.ts';

const card = { $ref: '#/components/schemas/Card' };
const content = { 'application/json': { schema: card } };
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
const deck = {
  openapi: '3.1.0',
  info: { title: 'Decks', version: '1.0.0' },
  paths: {
    '/cards': {
      post: { requestBody: { content }, responses: { 201: { description: '', content } } },
    },
    '/cards/{id}': { get: { parameters: [id], responses: { 200: { description: '', content } } } },
    '/shuffle': { post: { operationId: 'shuffle', responses: { 204: { description: '' } } } },
  },
  components: { schemas: { Card: { type: 'object', properties: { id: { type: 'string' } } } } },
};

async function inspect(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(['inspect', ...argv], {
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
    env: {},
    once: () => undefined,
  });
  return { code, out: out.join(''), err: err.join('') };
}

async function file(name: string, value: object): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'inspect-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(value));
  return path;
}

test('inspect says what each operation does, why, and how to say better', async () => {
  const { code, out } = await inspect(await file('deck.json', deck));
  expect(code).toBe(0);
  expect(out).toMatch(/3 operations, 2 with state in 1 collection/);
  expect(out).toMatch(
    /\/cards\n {2}card, id in "id" \(drawn, card_…\)\n {2}create {3}POST {3}\/cards\n/,
  );
  expect(out).toMatch(/ {2}- {8}POST {3}\/shuffle\n {11}It/);
  expect(out.split('\n').filter((line) => line.length > 100)).toEqual([]);
});

test('inspect --json gives tools the same', async () => {
  const { out } = await inspect('--json', await file('deck.json', deck));
  expect(JSON.parse(out)).toMatchObject({
    title: 'Decks',
    collections: [{ name: '/cards', id: 'id', row: 'Card' }],
    operations: [
      { method: 'POST', path: '/cards', verb: 'create', collection: '/cards' },
      { method: 'GET', path: '/cards/{id}', verb: 'get', idParameter: 'id' },
      { id: 'shuffle', verb: null },
    ],
  });
});

test('inspect shows a document with its overlays', async () => {
  const overlay = {
    overlay: '1.0.0',
    info: { title: 'Shuffling', version: '1.0.0' },
    actions: [
      {
        target: "$.paths['/shuffle'].post",
        update: { 'x-mock-role': { verb: 'action', collection: '/cards', row_from: 'newest' } },
      },
    ],
  };
  const { out } = await inspect(
    await file('deck.json', deck),
    '--overlay',
    await file('shuffle.json', overlay),
  );
  expect(out).toMatch(/action {3}POST {3}\/shuffle/);
});

test('inspect refuses what it cannot read', async () => {
  const path = await file('deck.json', { ...deck, 'x-mock-collections': { '/decks': {} } });
  expect(await inspect(path)).toMatchObject({ code: 2, out: '' });
  expect(await inspect()).toMatchObject({ code: 2, out: '' });
  expect(await inspect('--jsn', path)).toMatchObject({ code: 2, out: '' });
  expect(await inspect('a.yaml', 'b.yaml')).toMatchObject({ code: 2, out: '' });
});

test('inspect --help shows how to use it', async () => {
  const { code, out } = await inspect('--help');
  expect(code).toBe(0);
  expect(out).toContain('product-mock inspect <document>');
});

test('inspect names what stops an operation', async () => {
  const gone = { 'application/json': { schema: { $ref: '#/components/schemas/Gone' } } };
  const get = { responses: { 200: { description: '', content: gone } } };
  const path = await file('deck.json', { ...deck, paths: { ...deck.paths, '/bad': { get } } });
  expect((await inspect(path)).out).toMatch(/GET {4}\/bad\n {11}Answers 501: #\/paths\/~1bad/);
  const { operations } = JSON.parse((await inspect('--json', path)).out);
  expect(operations.filter((one: { faults?: object }) => one.faults !== undefined)).toMatchObject([
    { path: '/bad', faults: [{ pointer: expect.stringMatching(/^#\/paths\/~1bad/) }] },
  ]);
});

test('inspect says which rows stay when they are deleted, and in which state', async () => {
  const status = { type: 'string', enum: ['open', 'canceled'] };
  const schemas = { Card: { type: 'object', properties: { id: { type: 'string' }, status } } };
  const summary = 'Cancel a card';
  const remove = { summary, parameters: [id], responses: { 200: { description: '', content } } };
  const item = { ...deck.paths['/cards/{id}'], delete: remove };
  const paths = { ...deck.paths, '/cards/{id}': item };
  const path = await file('deck.json', { ...deck, paths, components: { schemas } });
  expect((await inspect(path)).out.replaceAll(/\s+/g, ' ')).toMatch(
    /So the row stays, and its "status" is "canceled"/,
  );
  const { operations } = JSON.parse((await inspect('--json', path)).out);
  const one = operations.find(({ method }: { method: string }) => method === 'DELETE');
  expect(one.because.join(' ')).toMatch(/So the row stays/);
});

test('inspect names the parameters that choose among the rows of a list', async () => {
  const text = { type: 'string' };
  const query = (name: string, schema: object = text) => ({ name, in: 'query', schema });
  const filter = { type: 'object', properties: { suit: text, colour: text } };
  const none = { type: 'object', properties: { colour: text } };
  const schema = { type: 'array', items: card };
  const list = {
    parameters: [
      ...[query('suit'), query('q'), query('limit'), query('colour'), query('made_before')],
      ...[query('filter', filter), query('where', none)],
    ],
    responses: { 200: { description: '', content: { 'application/json': { schema } } } },
  };
  const Card = { type: 'object', properties: { id: text, suit: text, made_at: text } };
  const path = await file('deck.json', {
    ...{ ...deck, paths: { ...deck.paths, '/cards': { get: list } } },
    components: { schemas: { Card } },
  });
  expect((await inspect(path)).out).toContain('Filtered by suit, made_before, filter.');
  const { operations } = JSON.parse((await inspect(path, '--json')).out);
  expect(operations[0].list.filters).toEqual(['suit', 'made_before', 'filter']);
});
