import { expect, test } from 'vitest';
import { bench, KEY, ok } from '../testing/example-client.ts';
import { VirtualClock } from '../testing/virtual-clock.ts';
import { type ClientCredentialsOptions, clientCredentials } from './client-credentials.ts';

const tokenUrl = 'https://auth.example.com/token';
const clientSecret = 'cs_mock_secret_4f9a2c7e1b';
const plain: ClientCredentialsOptions = { tokenUrl, clientId: 'client_1', clientSecret };

interface Sent {
  readonly request: Request;
  readonly init: RequestInit | undefined;
  readonly body: string;
}

/** Asks once, at an endpoint that answers so. */
async function ask(
  answer: () => Response | Promise<Response>,
  options: Partial<ClientCredentialsOptions> = {},
) {
  const sent: Sent[] = [];
  const clock = new VirtualClock();
  const credential = clientCredentials({ ...plain, ...options });
  const fetch = async (request: Request, init?: RequestInit): Promise<Response> => {
    sent.push({ request, init, body: await request.clone().text() });
    return answer();
  };
  const obtain = async () => credential.obtain({ clock, fetch, timeoutMs: 1000 });
  return {
    credential,
    clock,
    sent,
    obtain,
    asked: clock.run(obtain()).catch((error: unknown) => error),
  };
}

const granted = (body: object = {}): Response =>
  Response.json({ access_token: 'at_mock_1', token_type: 'Bearer', expires_in: 3600, ...body });

test('id and secret are sent as Basic authentication, encoded as a form first', async () => {
  const { sent, asked } = await ask(granted, {
    clientId: 'a:b',
    clientSecret: 'c d+é',
    scopes: ['x', 'y'],
  });
  await asked;
  expect(sent[0]?.request.headers.get('authorization')).toBe(`Basic ${btoa('a%3Ab:c+d%2B%C3%A9')}`);
  expect(sent[0]?.body).toBe('grant_type=client_credentials&scope=x+y');
  expect(sent[0]).toMatchObject({
    init: { redirect: 'manual' },
    request: { method: 'POST', url: tokenUrl },
  });
});

test('id and secret can be sent in the body, with further parameters', async () => {
  const parameters = { audience: 'https://api.example.com' };
  const { sent, asked } = await ask(granted, { authentication: 'body', parameters });
  await asked;
  expect(sent[0]?.request.headers.has('authorization')).toBe(false);
  expect(Object.fromEntries(new URLSearchParams(sent[0]?.body))).toEqual({
    grant_type: 'client_credentials',
    audience: 'https://api.example.com',
    client_id: 'client_1',
    client_secret: clientSecret,
  });
});

test('both can be given in one text', async () => {
  const { sent, asked } = await ask(granted, {
    clientId: undefined,
    clientSecret: undefined,
    client: 'a:b:c',
  });
  await asked;
  expect(sent[0]?.request.headers.get('authorization')).toBe(`Basic ${btoa('a:b%3Ac')}`);
});

test.each([
  ['a number of seconds', 100, 49, 50],
  ['digits', '100', 49, 50],
])('expires_in can be %s', async (...[, expires_in, before, after]) => {
  const { sent, asked, clock, obtain } = await ask(() => granted({ expires_in }));
  await asked;
  await clock.run(clock.sleep(before * 1000));
  await obtain();
  expect(sent).toHaveLength(1);
  await clock.run(clock.sleep((after - before) * 1000));
  await obtain();
  await clock.run(clock.sleep(1));
  expect(sent).toHaveLength(2);
});

test('a token without expires_in is kept until it is rejected', async () => {
  const { sent, asked, clock, obtain } = await ask(() => granted({ expires_in: undefined }));
  await asked;
  await clock.run(clock.sleep(1e9));
  await obtain();
  expect(sent).toHaveLength(1);
});

const oauth = (status: number, body: object): Response => Response.json(body, { status });

test.each<[string, () => Response | Promise<Response>, object]>([
  [
    'no answer',
    () => Promise.reject(new TypeError('fetch failed')),
    { kind: 'connection', code: 'token_endpoint_failed' },
  ],
  [
    '503',
    () => new Response('', { status: 503 }),
    { kind: 'connection', code: 'token_endpoint_failed' },
  ],
  [
    '429',
    () => new Response('', { status: 429 }),
    { kind: 'connection', code: 'token_endpoint_failed' },
  ],
  [
    'a redirect',
    () => new Response('', { status: 307, headers: { location: 'https://evil.example' } }),
    { kind: 'connection', code: 'redirect_refused' },
  ],
  [
    'invalid_client',
    () => oauth(401, { error: 'invalid_client', error_description: 'Unknown.' }),
    { kind: 'authentication', status: 401, code: 'invalid_client' },
  ],
  [
    'invalid_scope',
    () => oauth(400, { error: 'invalid_scope' }),
    { kind: 'authentication', status: 400, code: 'invalid_scope' },
  ],
  [
    '404 in HTML',
    () => new Response('<html>', { status: 404 }),
    { kind: 'authentication', code: 'http_404' },
  ],
  ['a page', () => new Response('<html>'), { kind: 'configuration', code: 'key_source_failed' }],
  ['JSON null', () => new Response('null'), { kind: 'configuration', code: 'key_source_failed' }],
  [
    'a token of another type',
    () => granted({ token_type: 'mac' }),
    { kind: 'configuration', code: 'key_source_failed' },
  ],
  [
    'a token that cannot be sent',
    () => granted({ access_token: 'a b' }),
    { kind: 'configuration', code: 'malformed_key' },
  ],
])('%s from the token endpoint is a typed error', async (_, answer, want) => {
  expect(await (await ask(answer)).asked).toMatchObject(want);
});

test('a token endpoint that echoes the secret does not get it into the error', async () => {
  const basic = btoa(`client_1:${clientSecret}`);
  const { asked } = await ask(() =>
    oauth(400, { error: clientSecret, error_description: `${basic} ${clientSecret}` }),
  );
  const error = await asked;
  expect(error).toMatchObject({ kind: 'authentication', code: '[secret]' });
  expect(`${error}${JSON.stringify(error)}`).not.toMatch(/4f9a2c7e1b|Y2xpZW50/);
});

test('a token endpoint that never answers is cut off', async () => {
  let isAborted = false;
  const clock = new VirtualClock();
  const fetch = (_: Request, init?: RequestInit): Promise<Response> =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => {
        isAborted = true;
        reject(init.signal?.reason);
      });
    });
  const asked = async () => clientCredentials(plain).obtain({ clock, fetch, timeoutMs: 1000 });
  await expect(clock.run(asked())).rejects.toMatchObject({ code: 'token_endpoint_failed' });
  expect([isAborted, clock.pending]).toEqual([true, 0]);
});

test.each<[string, Partial<ClientCredentialsOptions>, string]>([
  ['no secret', { clientSecret: undefined }, 'missing_key'],
  ['no id', { clientId: '' }, 'missing_key'],
  [
    'a text without a colon',
    { clientId: undefined, clientSecret: undefined, client: 'abc' },
    'missing_key',
  ],
  ['a function', { client: () => 'a:b' }, 'malformed_key'],
  ['a control character', { clientSecret: 'a\u0000' }, 'malformed_key'],
  ['http to a host', { tokenUrl: 'http://auth.example.com/token' }, 'insecure_url'],
  ['a relative URL', { tokenUrl: '/token' }, 'invalid_base_url'],
])('%s is refused', (_, options, code) => {
  expect(() => clientCredentials({ ...plain, ...options })).toThrow(
    expect.objectContaining({ code }),
  );
});

test('a call gets its token through the fetch of its client, and repeats a question that failed', async () => {
  let asked = 0;
  const { client, clock, seen } = bench(
    [() => new Response('', { status: 503 }), () => granted(), () => ok()],
    {
      auth: clientCredentials(plain),
      apiKey: undefined,
      onEvent: () => {
        asked += 1;
      },
    },
  );
  await clock.run(client.update({}));
  expect(seen.map(({ line }) => line)).toEqual([
    `POST ${tokenUrl}`,
    `POST ${tokenUrl}`,
    'PATCH https://api.example.com/v1/tasks/a',
  ]);
  expect(seen[2]?.headers.get('authorization')).toBe('Bearer at_mock_1');
  expect(asked).toBeGreaterThan(0);
});

test('a rejected access token is exchanged for a new one, once', async () => {
  const unauthorized = (): Response => new Response('{}', { status: 401 });
  const { client, clock, seen } = bench(
    [() => granted(), unauthorized, () => granted({ access_token: 'at_mock_2' }), () => ok()],
    { auth: clientCredentials(plain), apiKey: undefined },
  );
  await clock.run(client.get('a'));
  expect(seen.map(({ headers }) => headers.get('authorization')?.at(-1))).toEqual([
    '=',
    '1',
    '=',
    '2',
  ]);
});

test('the rate limit is counted by client, not by token', () => {
  expect(clientCredentials(plain).account).toBe('client_1');
});

test('no secret is in what a credential shows', () => {
  expect(JSON.stringify(clientCredentials({ ...plain, client: `a:${KEY}` }))).toBe(
    '{"renewable":true}',
  );
});
