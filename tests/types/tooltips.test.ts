import { expect, test } from 'vitest';
import { readTooltips } from './read-tooltips.ts';
import { writeTooltips } from './write-tooltips.ts';

/** Ten calls that every user makes, and what they give; a mark stands before each word to rest on. */
const calls = `
import { ProductClient, RateLimitError } from '@product/api-client';
import { unwrapWebhook } from '@product/api-client/webhooks';

declare const error: unknown;
declare const request: Request;

const client = new /**/ProductClient({ /**/apiKey: 'sk_test_mock_0123456789', /**/timeoutMs: 5_000 });
const /**/task = await client./**/tasks./**/create({ /**/title: 'Ship it', priority: 'high' });
const /**/found = await client.tasks./**/get(task.id);
const /**/result = await client.tasks.get(task.id)./**/result();
const { /**/data, requestId } = await client.tasks.get(task.id)./**/withResponse();
for await (const /**/open of client.tasks./**/list({ /**/status: 'open' }, { /**/prefetch: true })) console.log(open);
const /**/all = await client.projects.list()./**/toArray({ max: 100 });
const /**/key = await client.apiKeys./**/create({ name: 'CI', permissions: ['tasks:read'] });
await client.tasks./**/delete(task.id);
const { /**/snapshot } = client./**/rateLimit;
const raw = await client./**/api./**/GET('/tasks/{task_id}', { params: { path: { task_id: 'a' } } });
const impatient = client./**/withOptions({ /**/deadlineMs: 1_000 });
if (error instanceof RateLimitError) console.log(error./**/retryAfterMs);
const /**/event = await /**/unwrapWebhook(await request.text(), request.headers, 'whsec_mock');
export { raw, found, result, all, key, snapshot, impatient, event, data, requestId };
`;

test('the tooltips of ten common calls are those that were looked at', async () => {
  const tooltips = readTooltips(calls);
  const bad = tooltips.filter(
    // A link that begins the text of `@throws` is taken for the braces of a type.
    ({ signature, tags }) =>
      /^$|\bany\b/.test(signature) || tags.some((tag) => tag.startsWith('@link')),
  );
  expect(bad).toEqual([]);
  await expect(writeTooltips(tooltips)).toMatchFileSnapshot('tooltips.md');
});
