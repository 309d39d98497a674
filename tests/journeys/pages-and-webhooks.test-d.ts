import type { ServerResponse } from 'node:http';
import { createServer, type IncomingMessage } from 'node:http';
import type { ListOptions, Page, ProductClient, Task } from '@product/api-client';
import {
  nodeWebhookHandler,
  unwrapWebhook,
  type WebhookEvent,
  webhookHandler,
} from '@product/api-client/webhooks';
import { assertType, expectTypeOf } from 'vitest';

declare const client: ProductClient;
declare const token: string | undefined;
declare const incoming: IncomingMessage;
declare const outgoing: ServerResponse;

const list = client.tasks.list({ status: 'open' }, { prefetch: true, resume: token });
expectTypeOf(await list).toEqualTypeOf<Page<Task>>();
expectTypeOf(list.toArray({ max: 5 })).toEqualTypeOf<Promise<Task[]>>();
expectTypeOf(list.pages()).toEqualTypeOf<AsyncGenerator<Page<Task>, void, undefined>>();
for await (const task of list) expectTypeOf(task).toEqualTypeOf<Task>();
for await (const page of list.pages()) {
  expectTypeOf(page.resumeToken).toEqualTypeOf<string | undefined>();
  expectTypeOf(await page.next()).toEqualTypeOf<Page<Task> | undefined>();
}
// A bound has to be chosen.
expectTypeOf(list.toArray).parameter(0).toEqualTypeOf<{ readonly max: number }>();
// Only lists are resumed.
expectTypeOf(client.tasks.get).parameter(1).exclude(undefined).not.toEqualTypeOf<ListOptions>();

const handle = webhookHandler({
  secret: () => ['a', 'b'],
  on: {
    'task.created': (event, { id }) => {
      expectTypeOf(event.type).toEqualTypeOf<'task.created'>();
      expectTypeOf(event.data).toEqualTypeOf<Task>();
      expectTypeOf(id).toEqualTypeOf<string>();
    },
    'api_key.revoked': async (event) => assertType<string>(event.data.name),
  },
});
expectTypeOf(handle).toEqualTypeOf<(request: Request) => Promise<Response>>();
expectTypeOf<'task.made'>().not.toExtend<WebhookEvent['type']>();

const handleOnNode = nodeWebhookHandler({ secret: 'a', on: {} });
createServer(handleOnNode);
assertType<Promise<void>>(handleOnNode(incoming, outgoing));

const event = await unwrapWebhook(new ArrayBuffer(0), incoming.headers, 'a');
if (event.type === 'task.deleted') expectTypeOf(event.data).toEqualTypeOf<Task>();
