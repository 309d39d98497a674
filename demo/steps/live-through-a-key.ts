import { AuthenticationError, ProductClient } from '@product/api-client';
import { expect, rejection } from '../expect.ts';
import type { Stage } from '../stage.ts';

/** A key is shown once, works beside its successor for the grace period, and ends when revoked. */
export async function liveThroughAKey({ client, mock }: Stage): Promise<string[]> {
  const created = await client.apiKeys.create({ name: 'Deploy', permissions: ['tasks:read'] });
  const rotated = await client.apiKeys.rotate(created.id, { grace_period_seconds: 3600 });
  const [old, current] = [created.key, rotated.key].map(
    (apiKey) => new ProductClient({ apiKey, clock: mock.clock }),
  );
  expect(old !== undefined && current !== undefined, 'both secrets were shown');
  await Promise.all([old.tasks.list({ limit: 1 }), current.tasks.list({ limit: 1 })]);
  mock.clock.advance({ hours: 2 });
  const late = await rejection(old.tasks.list());
  expect(late instanceof AuthenticationError, 'the old secret ended with its grace period');
  await current.tasks.list({ limit: 1 });
  const revoked = await client.apiKeys.revoke(created.id);
  const refused = await rejection(current.tasks.list());
  expect(refused instanceof AuthenticationError, 'the revoked key was refused');
  expect(refused.code === 'invalid_api_key', 'the code is that of an unknown key');
  return [
    `${created.id} created, its key shown once: ${created.prefix}${created.tail}`,
    'rotated: both secrets worked; two hours on, only the new one',
    `revoked at ${revoked?.revoked_at}: ${refused.status} ${refused.code}`,
  ];
}
