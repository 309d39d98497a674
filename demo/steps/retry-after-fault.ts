import { expect } from '../expect.ts';
import type { Stage } from '../stage.ts';

/** A scripted 503 is retried no sooner than its Retry-After, under the same idempotency key. */
export async function retryAfterFault({ client, mock }: Stage): Promise<string[]> {
  mock.faults.add({ operation: 'tasks.create', status: 503, times: 1, retryAfter: 2 });
  const { data, attempts } = await client.tasks.create({ title: 'Sent twice' }).withResponse();
  const [first, second] = attempts;
  expect(attempts.length === 2 && first?.status === 503, 'the first of two attempts met the 503');
  expect((second?.waitMs ?? 0) >= 2000, 'the wait was at least what the server asked for');
  let rows = 0;
  for await (const task of client.tasks.list({ limit: 100 })) {
    if (task.title === data.title) rows += 1;
  }
  expect(rows === 1, 'one task was made');
  return [
    `attempt 1: ${first.status}, asked to wait 2 s`,
    `attempt 2: ${second?.status} after ${((second?.waitMs ?? 0) / 1000).toFixed(1)} s; ${rows} task made`,
  ];
}
