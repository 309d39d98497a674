import { unwrapWebhook, WebhookError } from '@product/api-client/webhooks';
import { expect, rejection } from '../expect.ts';
import type { Stage } from '../stage.ts';

/** A signed event is verified and typed; one changed byte and it is refused. */
export async function verifyWebhook({ client, mock }: Stage): Promise<string[]> {
  const { secret } = await client.webhookEndpoints.create({
    url: 'https://example.com/hooks',
    events: ['task.created'],
  });
  await client.tasks.create({ title: 'Tell everyone' });
  const delivery = mock.webhooks.deliveries.at(-1);
  expect(delivery !== undefined, 'an event was sent');
  const clock = { now: () => mock.clock.now() };
  const event = await unwrapWebhook(delivery.body, delivery.headers, secret, clock);
  expect(event.type === 'task.created', 'the event is task.created');
  const forged = delivery.body.replace('Tell everyone', 'Tell no one');
  const refused = await rejection(unwrapWebhook(forged, delivery.headers, secret, clock));
  expect(refused instanceof WebhookError, 'the forged event was refused');
  return [
    `${event.type} ${event.id}: “${event.data.title}”`,
    `one word changed: ${refused.name} ${refused.code}`,
  ];
}
