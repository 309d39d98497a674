import { expect, test } from 'vitest';
import { listOf, object, openApi, ref, text } from '../test-api.ts';

const schemas = { Topic: object({ name: text }, 'name') };
const operations = {
  'GET /topics': { answer: listOf('Topic') },
  'POST /topics': { answer: ref('Topic'), sent: ref('Topic'), status: 201 },
  'GET /topics/{name}': { answer: ref('Topic') },
};

test.each([
  ['projects/a/topics/b', 200],
  ['b', 200],
  ['topics/b', 404],
  ['readme', 404],
  ['nothing', 404],
])('among rows with paths as names, %s is answered by %d', async (name, status) => {
  const { call } = await openApi({ operations, schemas });
  for (const one of ['docs/readme', 'projects/a/topics/b'])
    await call('POST /topics', { name: one });
  expect((await call(`GET /topics/${encodeURIComponent(name)}`)).status).toBe(status);
});
