/**
 * Express with a webhook handler in each place of its chain, in a process of its own: Vitest resolves what
 * Express requires by conditions for `import`.
 */
import { nodeWebhookHandler } from '@product/api-client/webhooks';
import express, { type RequestHandler } from 'express';

const [secret = '', now = ''] = process.argv.slice(2);

const parsers: { readonly [path: string]: readonly RequestHandler[] } = {
  plain: [],
  raw: [express.raw({ type: '*/*' })],
  text: [express.text({ type: '*/*' })],
  kept: [
    express.json({ verify: (request, _, raw) => void Object.assign(request, { rawBody: raw }) }),
  ],
  idle: [express.json({ type: 'text/other' })],
  parsed: [express.json()],
};

const app = express();
for (const [path, before] of Object.entries(parsers)) {
  const handled: string[] = [];
  const handler = nodeWebhookHandler({
    secret,
    now: () => Number(now),
    on: { 'task.deleted': ({ data }) => handled.push(data.id) },
    onError: () => undefined,
  });
  app.get(`/${path}/handled`, (_, response) => void response.json(handled));
  app.use(`/${path}`, ...before, handler);
}
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : undefined);
});
