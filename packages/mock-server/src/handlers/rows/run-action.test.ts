import { expect, test } from 'vitest';
import { stemOf } from '../../data/state-after.ts';
import { firstState } from './make/first-value.ts';
import { flag, object, openApi, ours, ref, text } from './test-api.ts';

test.each([
  [['cancel', 'canceled', 'cancelled', 'cancelling', 'cancels']],
  [['close', 'closed', 'closing', 'CLOSED']],
  [['publish', 'published', 'Publishing']],
  [['archive', 'archived']],
  [['verify', 'verified', 'verifies', 'verifying']],
  [['stop', 'stopped']],
  [['process', 'processed', 'processing']],
  [['markAsRead', 'mark_read', 'mark-as-read']],
])('%j are one verb', (words) => {
  expect(new Set(words.map(stemOf)).size).toBe(1);
});

test.each([
  ['close', 'clone'],
  ['pay', 'paid'],
  ['open', 'reopen'],
])('%s is not %s', (left, right) => {
  expect(stemOf(left)).not.toBe(stemOf(right));
});

test.each([
  [['canceled', 'succeeded', 'requires_payment_method'], 'requires_payment_method'],
  [['CLOSED', 'OPEN'], 'OPEN'],
  [['blue', 'red'], 'blue'],
  [['archived', 'inProgress', 'draft'], 'draft'],
])('of %j, a life begins with %s', (choices, first) => {
  expect(firstState(choices)).toBe(first);
});

test('what is merged is closed, at the same time', async () => {
  const end = { type: ['string', 'null'], format: 'date-time', readOnly: true };
  const { call } = await openApi({
    operations: {
      'POST /changes': { answer: ref('Change'), sent: object({ title: text }), status: 201 },
      'GET /changes/{id}': { answer: ref('Change') },
      'PUT /changes/{id}/merge': { answer: object({ message: text }) },
    },
    schemas: {
      Change: object({
        ...{ id: ours(text), title: text, state: ours({ enum: ['open', 'closed'] }) },
        ...{ merged: ours(flag), merged_at: end, closed_at: end, archived_at: end },
      }),
    },
  });
  const { body } = await call('POST /changes', { title: 'One' });
  expect(body['state']).toBe('open');
  expect((await call(`PUT /changes/${String(body['id'])}/merge`)).status).toBe(200);
  const now = '2025-10-14T10:30:00Z';
  const merged = (await call(`GET /changes/${String(body['id'])}`)).body;
  expect(merged).toMatchObject({ state: 'closed', merged: true, merged_at: now, closed_at: now });
  expect(merged['archived_at'] ?? null).toBe(null);
});
