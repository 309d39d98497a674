import {
  AbortError,
  ConfigurationError,
  NotFoundError,
  PermissionError,
  ProductClient,
} from '@product/api-client';
import { unwrapWebhook } from '@product/api-client/webhooks';

/** Where the suite finds the mock, and the keys that it may use. */
export interface Surroundings {
  /** The mock's base URL. */
  readonly baseUrl: string;
  /** A key that may do everything. */
  readonly fullKey: string;
  /** A key that may only read. */
  readonly readerKey: string;
}

/** What came of one check: nothing, or what went wrong. */
export interface Verdict {
  /** A true sentence, if nothing went wrong. */
  readonly title: string;
  /** What went wrong. */
  readonly fault?: string;
}

type Check = (surroundings: Surroundings) => Promise<void>;

const checks: { readonly [title: string]: Check } = {
  'an object that was created can be read': async (at) => {
    const client = connect(at);
    const created = await client.tasks.create({ title: 'Written elsewhere' });
    const { data, requestId, rateLimit } = await client.tasks.get(created.id).withResponse();
    expectEqual(data.title, 'Written elsewhere');
    expectEqual(typeof requestId, 'string');
    expectEqual((rateLimit?.length ?? 0) > 0, true);
  },
  'a list is read page by page': async (at) => {
    const client = connect(at);
    for (const title of ['One', 'Two', 'Three']) await client.tasks.create({ title });
    const titles: string[] = [];
    for await (const { title } of client.tasks.list({ limit: 2 })) titles.push(title);
    expectEqual(titles.length >= 3, true);
    expectEqual(new Set(titles).has('One'), true);
  },
  'a call is repeated after 503': async (at) => {
    const { attempts } = await connect(at).projects.list().withResponse();
    expectEqual(attempts.map(({ status }) => status).join(), '503,503,200');
  },
  'an unknown id is a NotFoundError with the id of its request': async (at) => {
    const error = await failureOf(connect(at).tasks.get('task_missing'));
    expectEqual(error instanceof NotFoundError && error.status, 404);
    expectEqual(error instanceof NotFoundError && typeof error.requestId, 'string');
  },
  'a key that may only read is refused': async (at) => {
    const reader = connect({ ...at, fullKey: at.readerKey });
    const error = await failureOf(reader.tasks.create({ title: 'No' }));
    expectEqual(error instanceof PermissionError && error.code, 'insufficient_scope');
  },
  'an aborted call ends with an AbortError': async (at) => {
    const abort = new AbortController();
    const failure = failureOf(connect(at).tasks.list({}, { signal: abort.signal }));
    abort.abort();
    expectEqual((await failure) instanceof AbortError, true);
  },
  'a key that cannot be sent is refused before anything is sent': async (at) => {
    const error = await failureOf(
      Promise.resolve().then(() => connect({ ...at, fullKey: 'sk_test_mock_\n' })),
    );
    expectEqual(error instanceof ConfigurationError, true);
  },
  'the key shows in no text of the client': async (at) => {
    const client = connect(at);
    const error = await failureOf(client.tasks.get('task_missing'));
    const texts = [JSON.stringify(client), String(client), JSON.stringify(error), String(error)];
    expectEqual(texts.join().includes(at.fullKey), false);
  },
  'a webhook is verified by the official vector': async () => {
    const event: unknown = await unwrapWebhook(
      '{"test": 2432232314}',
      {
        'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
        'webhook-timestamp': '1614265330',
        'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
      },
      'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      { toleranceSeconds: Number.MAX_SAFE_INTEGER },
    );
    expectEqual(JSON.stringify(event), '{"test":2432232314}');
  },
};

/** Titles of the checks, in order. */
export const titles: readonly string[] = Object.keys(checks);

/**
 * Makes the checks one after the other, with nothing that only some runtimes have.
 *
 * @param surroundings - Where the mock is.
 */
export async function runCoreSuite(surroundings: Surroundings): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const [title, check] of Object.entries(checks)) {
    const error = await check(surroundings).then(() => undefined, textOf);
    verdicts.push(error === undefined ? { title } : { title, fault: error });
  }
  return verdicts;
}

function connect({ baseUrl, fullKey }: Surroundings): ProductClient {
  return new ProductClient({
    apiKey: fullKey,
    baseUrl,
    allowBrowser: true,
    retry: { baseDelayMs: 1 },
  });
}

async function failureOf(call: PromiseLike<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error('it did not fail');
}

function textOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

function expectEqual(actual: unknown, expected: unknown): void {
  if (!Object.is(actual, expected)) {
    throw new Error(`expected ${String(expected)}, got ${String(actual)}`);
  }
}
