import { expect } from '../expect.ts';
import type { Stage } from '../stage.ts';

/** 120 calls at once on a plan of 100 a minute: the gate holds the rest until the window turns. */
export async function waitOutTheLimit({ clientFor, mock }: Stage): Promise<string[]> {
  const free = clientFor({ mode: 'test', permissions: ['tasks:read'], plan: 'free' });
  const startedAt = mock.clock.now();
  const before = mock.requests.entries.length;
  await Promise.all(Array.from({ length: 120 }, () => free.tasks.list({ limit: 1 })));
  const answers = mock.requests.entries.slice(before).map(({ status }) => status);
  const refused = answers.filter((status) => status === 429).length;
  const waitedSeconds = Math.round((mock.clock.now() - startedAt) / 1000);
  expect(answers.filter((status) => status === 200).length === 120, 'all 120 calls succeeded');
  expect(waitedSeconds > 0, 'the client waited for the next minute');
  return [`120 succeeded, ${refused} refused; ${waitedSeconds} s waited, in virtual time`];
}
