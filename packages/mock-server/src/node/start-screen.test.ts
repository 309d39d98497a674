import type { ApiModel } from '@product/spec-model';
import { expect, test } from 'vitest';
import { createMockFromModel } from '../create-mock-from-model.ts';
import { productModel } from '../generated/product-model.ts';
import { startScreen } from './start-screen.ts';

const policy = { 'x-api-key-policy': {} };
const listener = { url: 'http://127.0.0.1:4010/v1', consoleUrl: 'http://127.0.0.1:4010/__mock' };

test.each([
  ['a bearer token', { type: 'http', scheme: 'bearer' }, '-H "Authorization: Bearer SECRET"'],
  ['HTTP Basic', { type: 'http', scheme: 'basic' }, '-u "ID:SECRET"'],
  ['a header of its own', { type: 'apiKey', in: 'header', name: 'X-Key' }, '-H "x-key: SECRET"'],
] as const)('the first call sends the key by %s where the document does', (...row) => {
  const [, scheme, want] = row;
  const bearerAuth = { ...scheme, extensions: policy };
  const model = { ...productModel, securitySchemes: { bearerAuth } };
  const mock = createMockFromModel(model, { seed: 1 });
  const keys = mock.keys.createFirstKeys();
  const screen = startScreen({ mock, listener, keys, seed: 1 }, (_, text) => text);
  const { id, secret } = keys.test;
  expect(screen).toContain(`curl ${want.replace('ID', id).replace('SECRET', secret)} http`);
});

const get = productModel.operations.find(({ id }) => id === 'tasks.list');

test.each([
  ['a list that can be added to', ['GET /a', 'GET /b', 'POST /b'], '/b'],
  ['else what needs no more', ['GET /a/{id}', 'GET /c'], '/c'],
  ['and nothing that is stopped', ['GET /stopped', 'POST /stopped', 'GET /d'], '/d'],
])('the first call is %s', (_, lines, want) => {
  const operations = lines.map((line) => {
    const [method = '', path = ''] = line.split(' ');
    const names = path.includes('{') ? [{ ...get?.parameters[0], required: true }] : [];
    const faults = path === '/stopped' ? { faults: [{ pointer: '#/', message: 'm' }] } : {};
    return { ...get, id: line, method, path, parameters: names, security: [], ...faults };
  });
  const model = { ...productModel, operations } as ApiModel; // the parts that the screen reads
  const { keys } = createMockFromModel(productModel, { seed: 1 });
  const first = keys.createFirstKeys();
  const screen = startScreen(
    { mock: { model }, listener, keys: first, seed: 1 },
    (_, text) => text,
  );
  expect(screen).toContain(`${listener.url}${want}\n`);
  expect(screen).not.toContain(first.live.secret);
});

test('a key that can do what another can, or nothing, is not shown', () => {
  const plain = { type: 'http', scheme: 'bearer', extensions: {} } as const;
  const security = [{ plain: [] }];
  const operations = get === undefined ? [] : [{ ...get, security }];
  const model: ApiModel = { ...productModel, operations, securitySchemes: { plain } };
  const mock = createMockFromModel(model, { seed: 1 });
  const keys = mock.keys.createFirstKeys();
  const screen = startScreen({ mock, listener, keys, seed: 1 }, (_, text) => text);
  const shown = [keys.test, keys.readOnly, keys.live].map(({ secret }) => screen.includes(secret));
  expect(shown).toEqual([true, false, false]);
});
