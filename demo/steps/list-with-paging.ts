import { expect } from '../expect.ts';
import type { Stage } from '../stage.ts';

/** `for await` reads every page, lazily: one call for each five tasks. */
export async function listWithPaging({ client, mock }: Stage): Promise<string[]> {
  const before = mock.requests.entries.length;
  const titles: string[] = [];
  for await (const task of client.tasks.list({ limit: 5 })) titles.push(task.title);
  const calls = mock.requests.entries.length - before;
  expect(calls === Math.ceil(titles.length / 5) && calls > 1, 'one call for each page');
  return [`${titles.length} tasks in ${calls} calls; the newest is “${titles[0]}”`];
}
