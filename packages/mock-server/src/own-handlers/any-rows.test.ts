import type { JsonObject } from '@product/spec-model';
import { expect, test } from 'vitest';
import type { Mock } from '../mock.ts';
import { MockError } from '../mock-error.ts';
import { createMockFromSpec } from '../spec.ts';
import type { OperationState } from './operation-state.ts';
import type { AnyOperations } from './operation-types.ts';

const json = (schema: JsonObject) => ({ 'application/json': { schema } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const parameter = (name: string) => ({
  ...{ name, in: 'path', required: true, schema: { type: 'string' } },
});
const answer = (schema: JsonObject) => ({ 200: { description: 'Done', content: json(schema) } });
const made = (schema: JsonObject) => ({ 201: { description: 'Made', content: json(schema) } });

function document(): JsonObject {
  const [repo, issue] = [parameter('repo'), parameter('number')];
  return {
    openapi: '3.1.0',
    info: { title: 'Repos', version: '1' },
    servers: [{ url: 'https://repos.example.com' }],
    paths: {
      '/repos': {
        get: { operationId: 'listRepos', responses: answer({ type: 'array', items: ref('Repo') }) },
        post: {
          operationId: 'createRepo',
          requestBody: { content: json(ref('Repo')) },
          responses: made(ref('Repo')),
        },
      },
      '/repos/{repo}': {
        get: { operationId: 'getRepo', parameters: [repo], responses: answer(ref('Repo')) },
        delete: {
          operationId: 'deleteRepo',
          parameters: [repo],
          responses: { 204: { description: 'Gone' } },
        },
      },
      '/repos/{repo}/issues': {
        get: {
          operationId: 'listIssues',
          parameters: [repo],
          responses: answer({ type: 'array', items: ref('Issue') }),
        },
        post: {
          operationId: 'createIssue',
          parameters: [repo],
          requestBody: {
            content: json({
              type: 'object',
              required: ['title'],
              properties: { title: { type: 'string' } },
            }),
          },
          responses: made(ref('Issue')),
        },
      },
      '/repos/{repo}/issues/{number}': {
        get: {
          operationId: 'getIssue',
          parameters: [repo, issue],
          responses: answer(ref('Issue')),
        },
      },
      '/hello': {
        get: {
          operationId: 'hello',
          responses: answer({
            type: 'object',
            required: ['text'],
            properties: { text: { type: 'string' } },
          }),
        },
      },
    },
    components: {
      schemas: {
        Repo: {
          type: 'object',
          required: ['id', 'name'],
          properties: { id: { type: 'string', readOnly: true }, name: { type: 'string' } },
        },
        Issue: {
          type: 'object',
          required: ['number', 'title', 'state'],
          properties: {
            number: { type: 'integer', readOnly: true },
            title: { type: 'string' },
            state: { type: 'string', enum: ['open', 'closed'], readOnly: true },
            updated_at: { type: 'string', format: 'date-time', readOnly: true },
          },
        },
      },
    },
  };
}

async function open() {
  const mock = await createMockFromSpec(document(), { seed: 1, firstRows: 0 });
  const send = async (method: string, path: string, body?: JsonObject) => {
    const response = await mock.fetch(`https://repos.example.com${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  return { mock, send };
}

type Act = (state: OperationState<AnyOperations>) => unknown;

/** Does something with the state of a call, and gives what came of it, or the code of its error. */
async function during(mock: Mock, path: string, [operation, act]: readonly [string, Act]) {
  let outcome: unknown;
  const back = mock.operation(operation, ({ state }) => {
    try {
      outcome = act(state);
    } catch (error) {
      outcome = error instanceof MockError ? error.code : error;
    }
    return undefined;
  });
  await mock.fetch(`https://repos.example.com${path}`);
  back();
  return outcome;
}

test('a row that is put in is completed as the API completes it, and other calls see it', async () => {
  const { mock, send } = await open();
  const repo = (await send('POST', '/repos', { name: 'one' })).body.id;
  const path = `/repos/${repo}/issues`;
  const issue = await during(mock, path, [
    'listIssues',
    (state) => state.rows('/repos/{repo}/issues').insert({ title: 'A' }),
  ]);
  expect(issue).toMatchObject({ number: 1, title: 'A', state: 'open' });
  expect((await send('GET', `${path}/1`)).body).toEqual(issue);
  const closed = await during(mock, path, [
    'listIssues',
    (state) =>
      state.rows('/repos/{repo}/issues').insert({ number: 9, title: 'B', state: 'closed' }),
  ]);
  expect(closed).toMatchObject({ number: 9, state: 'closed' });
  expect((await send('GET', path)).body).toHaveLength(2);
});

test('whose rows are meant is said by the path of the call, or by hand', async () => {
  const { mock, send } = await open();
  const [one, two] = ['one', 'two'].map(
    async (name) => (await send('POST', '/repos', { name })).body.id,
  );
  const [first, second] = [await one, await two];
  await send('POST', `/repos/${first}/issues`, { title: 'A' });
  const counts = await during(mock, `/repos/${second}/issues`, [
    'listIssues',
    (state) => {
      const name = '/repos/{repo}/issues';
      return [state.rows(name), state.rows(name, { repo: first })].map(
        (rows) => rows.list().length,
      );
    },
  ]);
  expect(counts).toEqual([0, 1]);
  const all = await during(mock, '/hello', [
    'hello',
    (state) => state.rows('/repos/{repo}/issues').list().length,
  ]);
  expect(all).toBe(1);
});

test('changes and deletions do what those of the API do', async () => {
  const { mock, send } = await open();
  const repo = (await send('POST', '/repos', { name: 'one' })).body.id;
  await send('POST', `/repos/${repo}/issues`, { title: 'A' });
  const scope = { repo };
  const changed = await during(mock, '/hello', [
    'hello',
    (state) =>
      state.rows('/repos/{repo}/issues', scope).update('1', { number: 5, state: 'closed' }),
  ]);
  expect(changed).toMatchObject({ number: 1, title: 'A', state: 'closed' });
  const gone = await during(mock, '/hello', [
    'hello',
    (state) => [
      state.rows('/repos').delete(repo),
      state.rows('/repos/{repo}/issues', scope).list(),
    ],
  ]);
  expect(gone).toEqual([true, []]);
});

test.each<[string, Act]>([
  [
    'a value that rows cannot show',
    (state) => state.rows('/repos').insert({ name: { first: 'A' } }),
  ],
  [
    'an id that is taken',
    (state) => {
      const repos = state.rows('/repos');
      repos.insert({ id: 'mine', name: 'one' });
      return repos.insert({ id: 'mine', name: 'two' });
    },
  ],
  [
    'a change to such a value',
    (state) => {
      const repos = state.rows('/repos');
      repos.insert({ id: 'mine', name: 'one' });
      return repos.update('mine', { name: [] });
    },
  ],
])('%s makes no row', async (_, act) => {
  const { mock } = await open();
  expect(await during(mock, '/hello', ['hello', act])).toBe('invalid_row');
});

test('an answer of a handler is not mended, and a broken one is a 500', async () => {
  const { mock, send } = await open();
  mock.operation('hello', () => ({ body: { text: 5 } }));
  expect((await send('GET', '/hello')).status).toBe(500);
  expect(mock.violations[0]?.fault).toContain('/text');
  mock.operation('hello', () => ({ body: { text: 5 }, unchecked: true }));
  expect(await send('GET', '/hello')).toEqual({ status: 200, body: { text: 5 } });
});

test('next tells a refusal in the words of the document', async () => {
  const { mock, send } = await open();
  const plain = await send('GET', '/repos/none');
  mock.operation('getRepo', async ({ next }) => {
    const { status, body } = await next();
    return { status, body, unchecked: true };
  });
  const { status, body } = await send('GET', '/repos/none');
  expect([status, body.code, body.detail]).toEqual([404, plain.body.code, plain.body.detail]);
  mock.operation('getRepo', ({ next }) => next());
  expect((await send('GET', '/repos/none')).status).toBe(404);
  expect(mock.violations).toEqual([]);
});
