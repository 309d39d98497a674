import { fileURLToPath } from 'node:url';
import { generate } from '@product/codegen';
import { createMockFromSpec } from '@product/mock-server/spec';
import { loadApi } from '@product/spec-model';
import { expect, test } from 'vitest';
import { productDocument } from '../contract/open-document.ts';

const info = { title: 'Ping', version: '1.0.0' };
const pong = { 204: { description: 'Pong.' } };
const overlay = {
  overlay: '1.1.0',
  info,
  extends: productDocument.href,
  actions: [
    { target: '$.paths', update: { '/ping': { get: { operationId: 'system.ping' } } } },
    { target: "$.paths['/ping'].get", update: { security: [], tags: ['System'], responses: pong } },
    { target: "$.paths[?@.get.operationId == 'tasks.list'].get.summary", update: 'Find tasks' },
    { target: "$.paths['/projects'].post", remove: true },
  ],
};
const names = { clientName: 'ProductClient', packageName: '@product/api-client' };

test('an overlay changes what is generated, in every file of the document', async () => {
  const api = await loadApi(productDocument, { overlays: [overlay] });
  const files = new Map((await generate(api, names)).map(({ path, content }) => [path, content]));
  expect(files.get('resources/system.ts')).toContain('ping(');
  expect(files.get('resources/tasks.ts')).toContain('Find tasks');
  expect(files.get('resources/projects.ts')).not.toContain('create(');
  expect(files.get('resources/webhook-endpoints.ts')).toContain('create(');
});

test('the same overlay changes what the mock answers', async () => {
  const mock = await createMockFromSpec(productDocument, { overlays: [overlay] });
  const { secret } = mock.keys.create({ mode: 'test', permissions: ['admin:*'] });
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ name: 'P' });
  const ping = await mock.fetch(`${mock.baseUrl}/ping`);
  const made = await mock.fetch(`${mock.baseUrl}/projects`, { method: 'POST', headers, body });
  expect([ping.status, made.status]).toEqual([204, 405]);
});

test('the warnings of one reading are those of another', async () => {
  const { warnings } = await loadApi(fileURLToPath(productDocument), {
    overlays: [overlay, { overlay: '1.0.0', info, actions: [{ target: '$.none', remove: true }] }],
  });
  expect(warnings).toMatchObject([{ code: 'no-match', file: '<overlay 2>' }]);
});
