import { ProductClient } from '@product/api-client';
import { createMock } from '@product/mock-server';
import { setupServer } from 'msw/node';
import type { Narrator } from './narrator.ts';
import type { Stage } from './stage.ts';
import { createAndReadBack } from './steps/create-and-read-back.ts';
import { listWithPaging } from './steps/list-with-paging.ts';
import { liveThroughAKey } from './steps/live-through-a-key.ts';
import { refusePermission } from './steps/refuse-permission.ts';
import { retryAfterFault } from './steps/retry-after-fault.ts';
import { verifyWebhook } from './steps/verify-webhook.ts';
import { waitOutTheLimit } from './steps/wait-out-the-limit.ts';

/** Starts the mock in this process and walks the SDK through it, step by step. */
export async function walk(narrator: Narrator): Promise<void> {
  const mock = createMock({ seed: 1 });
  const server = setupServer(...mock.handlers);
  server.listen({ onUnhandledFrame: 'error' });
  const clientFor: Stage['clientFor'] = (key) =>
    new ProductClient({ apiKey: mock.keys.create(key).secret, clock: mock.clock });
  const client = clientFor({ mode: 'test', permissions: ['admin:*'], plan: 'enterprise' });
  const stage: Stage = { mock, client, clientFor };

  await narrator.step('list every task, page by page', stage, listWithPaging);
  await narrator.step('create a task and read it back', stage, createAndReadBack);
  await narrator.step('be refused what a key may not do', stage, refusePermission);
  await narrator.step('reach the rate limit and wait it out', stage, waitOutTheLimit);
  await narrator.step('meet a 503 and try again', stage, retryAfterFault);
  await narrator.step('create, rotate and revoke a key', stage, liveThroughAKey);
  await narrator.step('receive a webhook and verify it', stage, verifyWebhook);
  server.close();
}
