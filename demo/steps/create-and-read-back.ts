import { expect } from '../expect.ts';
import type { Stage } from '../stage.ts';

/** What was posted comes back, with the fields that the server adds. */
export async function createAndReadBack({ client }: Stage): Promise<string[]> {
  const created = await client.tasks.create({ title: 'Ship it', priority: 'high' });
  const { data, requestId, rateLimit } = await client.tasks.get(created.id).withResponse();
  expect(data.title === 'Ship it' && data.status === 'open', 'the task came back as it was made');
  const hour = rateLimit.find(({ policy }) => policy === 'hour');
  expect(hour !== undefined, 'the answer told of the hourly limit');
  return [
    `${data.id} “${data.title}” is ${data.status}, priority ${data.priority}`,
    `request ${requestId}; ${hour.remaining} of ${hour.limit} calls left this hour`,
  ];
}
