import * as sdk from '@product/api-client';
import { type ClientEvent, ProductClient, ProductError } from '@product/api-client';
import { expect, test } from 'vitest';
import { SkipClock } from '../faults/skip-clock.ts';
import { type CredentialKind, kinds } from './credential-kinds.ts';
import { findLeak, showAll } from './find-leak.ts';
import { type HostileAnswer, hostileAnswers } from './hostile-answers.ts';

/** Classes of the errors that were made, by name. */
const made = new Set<string>();

/** What can be seen of a client's work: errors, events, lines of the log, and the client itself. */
interface Sight {
  readonly what: string;
  readonly shown: unknown;
}

interface Hunt {
  readonly client: ProductClient;
  readonly sights: Sight[];
}

/** A client that meets one hostile answer again and again. */
function startHunt({ options, secrets }: CredentialKind, { answer }: HostileAnswer): Hunt {
  const sights: Sight[] = [];
  const see = (what: string) => (shown: unknown, more?: unknown) => {
    sights.push({ what, shown: [shown, more] });
  };
  const line = see('a line of the log');
  const [secret = ''] = secrets;
  const client = new ProductClient({
    baseUrl: 'https://api.example.com/v1',
    fetch: async (request) => {
      if (request.url.endsWith('/oauth/token')) return grant(secret);
      const response = await answer(secret);
      return Object.defineProperty(response, 'url', {
        configurable: true,
        value: `${request.url}#${encodeURIComponent(secret)}`,
      });
    },
    clock: new SkipClock(),
    random: () => 0.5,
    timeoutMs: 20,
    logger: { debug: line, info: line, warn: line, error: line },
    logLevel: 'debug',
    onEvent: (event: ClientEvent) => see('an event')(event),
    telemetry: {
      trace: async (step, work) => {
        see('a step of a trace')(step);
        await work();
      },
    },
    ...options(),
  });
  return { client, sights };
}

function grant(token: string): Response {
  return Response.json({ access_token: token, token_type: 'bearer', expires_in: 3600 });
}

async function note({ sights }: Hunt, what: string, call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    sights.push({ what, shown: error });
    expect(error).toBeInstanceOf(ProductError);
    made.add(Object(error).constructor.name);
  }
}

/** Makes one call of each sort, and looks at everything that can be seen of it. */
async function hunt(kind: CredentialKind, hostile: HostileAnswer): Promise<Sight[]> {
  const found = startHunt(kind, hostile);
  const { client, sights } = found;
  const once = { retry: { maxAttempts: 1 }, maxWaitMs: 0 };
  await note(found, 'the error of a read', () =>
    client.tasks.get('task_1', { retry: { maxAttempts: 2 } }),
  );
  await note(found, 'the error of a write', () => client.tasks.create({ title: 'a' }, once));
  await note(found, 'the error of a page', async () => {
    for await (const task of client.tasks.list({}, once))
      sights.push({ what: 'an item', shown: task });
  });
  await note(found, 'the error of an answer', () =>
    client.tasks.get('task_1', once).withResponse(),
  );
  await note(found, 'the error of a stream', () => client.tasks.get('task_1', once).asResponse());
  await note(found, 'the error of a raw call', async () => {
    const params = { path: { task_id: 'a' } };
    const { error, response } = await client.api.GET('/tasks/{task_id}', { params });
    const { headers, statusText, url, ok } = response;
    // The headers of a success are data, as its body is.
    const shown = ok ? url : [error, headers, statusText, url];
    sights.push({ what: 'the answer of a raw call', shown });
  });
  const signal = AbortSignal.abort();
  await note(found, 'an abort', () => client.tasks.get('a', { signal }));
  await note(found, 'a refused argument', () => client.tasks.get('..'));
  sights.push(
    { what: 'the client', shown: client },
    { what: 'the rate limit', shown: client.rateLimit },
  );
  return sights;
}

for (const kind of kinds) {
  test(`no secret of ${kind.name} is seen, whatever the server does`, async () => {
    const leaks: string[] = [];
    for (const hostile of hostileAnswers) {
      const sights = await hunt(kind, hostile);
      if (!findLeak(showAll(sights), kind.secrets)) continue;
      for (const { what, shown } of sights) {
        const part = findLeak(showAll(shown), kind.secrets);
        if (part) leaks.push(`${hostile.name}: ${part} in ${what}`);
      }
    }
    expect([...new Set(leaks)]).toEqual([]);
  }, 120_000);
}

/** An error of a new class has no hostile answer that leads to it: this fails until it gets one. */
test('every class of error that a call can throw was made, and so was looked at', () => {
  expect(classesOf(sdk).filter((name) => !made.has(name))).toEqual([]);
});

function classesOf(module: object): string[] {
  return Object.entries(module).flatMap(([name, value]) =>
    typeof value === 'function' && value.prototype instanceof ProductError ? [name] : [],
  );
}

test.each<[string, (key: string) => unknown]>([
  ['apiKey', (apiKey) => new ProductClient({ apiKey })],
  ['bearer', sdk.bearer],
  ['rawAuthorization', sdk.rawAuthorization],
  ['header', (key) => sdk.header('x-key', key)],
  ['query', (key) => sdk.query('key', key)],
  ['cookie', (key) => sdk.cookie('key', key)],
  ['basic', (key) => sdk.basic({ key, secret: 'a' })],
  ['basic, secret', (secret) => sdk.basic({ key: 'a', secret })],
])('a key that %s cannot send is not in the error that says so', (_, make) => {
  const secret = 'sk_test_mock_Zx81QpLw93Tr';
  const errors = ['\n', '\u0000', '\ud800'].map((bad) =>
    thrownBy(() => make(`${secret}:${bad}${secret}`)),
  );
  expect(errors).toMatchObject(
    [1, 2, 3].map(() => ({ kind: 'configuration', code: 'malformed_key' })),
  );
  expect(findLeak(showAll(errors), [secret])).toBeUndefined();
});

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
