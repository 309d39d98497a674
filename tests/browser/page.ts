/** What runs in the browser: the SDK against the mock, intercepted by MSW's service worker. */
import { PermissionError, ProductClient, type Task } from '@product/api-client';
import { createMock } from '@product/mock-server';
import { setupWorker } from 'msw/browser';

interface Outcome {
  readonly titles: readonly string[];
  readonly created: string;
  readonly refused: string;
  readonly guard: string;
}

async function walk(): Promise<Outcome> {
  const mock = createMock({ seed: 1 });
  const worker = setupWorker(...mock.handlers);
  await worker.start({ quiet: true, serviceWorker: { url: '/mockServiceWorker.js' } });
  const writer = mock.keys.create({ mode: 'test', permissions: ['tasks:read', 'tasks:write'] });
  const reader = mock.keys.create({ mode: 'test', permissions: ['tasks:read'] });
  const client = new ProductClient({ apiKey: writer.secret, allowBrowser: true });
  const created: Task = await client.tasks.create({ title: 'Written in a browser' });
  const titles: string[] = [];
  for await (const task of client.tasks.list({ limit: 5 })) titles.push(task.title);
  const readOnly = new ProductClient({ apiKey: reader.secret, allowBrowser: true });
  const refused = await readOnly.tasks.create({ title: 'Not allowed' }).then(
    () => 'allowed',
    (error) => (error instanceof PermissionError ? error.code : String(error)),
  );
  return { titles, created: created.title, refused: String(refused), guard: guard(writer.secret) };
}

/** Without `allowBrowser` a secret key in a page is refused. */
function guard(apiKey: string): string {
  try {
    new ProductClient({ apiKey });
    return 'no error';
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

Object.assign(globalThis, { outcome: walk() });
