import type { JsonObject } from '@product/spec-model';
import { expect, test } from 'vitest';
import { flag, object, openApi, ours, ref, text } from '../test-api.ts';

async function openRepos(members: JsonObject) {
  const { call } = await openApi({
    operations: {
      'POST /repos': { answer: ref('Repo'), sent: ref('Repo'), status: 201 },
      'PATCH /repos/{id}': { answer: ref('Repo'), sent: ref('Repo') },
    },
    schemas: { Repo: object({ id: ours(text), ...members }) },
  });
  return call;
}

test.each<[JsonObject, JsonObject]>([
  [{ visibility: 'private' }, { private: true }],
  [{ visibility: 'internal' }, { private: true }],
  [{ visibility: 'public' }, { private: false }],
  [{ private: true }, { visibility: 'private' }],
  [{ private: false }, { visibility: 'public' }],
  [
    { private: true, visibility: 'public' },
    { private: true, visibility: 'public' },
  ],
])('a row of which %j was sent shows %j', async (sent, want) => {
  const call = await openRepos({ private: flag, visibility: text });
  expect((await call('POST /repos', sent)).body).toMatchObject(want);
});

test('a change of one changes the other', async () => {
  const call = await openRepos({ isPublic: flag, visibility: { enum: ['public', 'private'] } });
  const { body } = await call('POST /repos', { isPublic: true });
  expect(body['visibility']).toBe('public');
  const changed = await call(`PATCH /repos/${String(body['id'])}`, { visibility: 'private' });
  expect(changed.body['isPublic']).toBe(false);
});

test('a visibility of other words is left alone', async () => {
  const call = await openRepos({ private: flag, visibility: { enum: ['clear', 'foggy'] } });
  const { body } = await call('POST /repos', { visibility: 'foggy' });
  expect(body['private']).not.toBe(true);
});
