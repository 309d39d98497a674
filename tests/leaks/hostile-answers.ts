/** What a server, or the way to it, does with a request to harm who sent it. */
export interface HostileAnswer {
  readonly name: string;
  /** The answer, made of the secret that came with the request. */
  readonly answer: (secret: string) => Response | Promise<Response>;
}

const STATUSES = [400, 401, 403, 404, 409, 410, 422, 429, 451, 500, 501, 502, 503];

/** Header fields that a client reads, or shows. */
const TOLD = [
  ...['x-request-id', 'request-id', 'www-authenticate', 'location', 'link', 'x-anything', 'server'],
  ...['retry-after', 'x-should-retry', 'ratelimit', 'ratelimit-policy', 'x-ratelimit-reset'],
  ...['deprecation', 'sunset', 'date', 'set-cookie', 'content-language'],
];

function headersWith(secret: string, type: string): Headers {
  const headers = new Headers({ 'content-type': type });
  for (const name of TOLD) headers.set(name, secret);
  headers.set('ratelimit', `"${secret.replaceAll(/["\\]/g, '')}";r=0;t=1`);
  headers.set('ratelimit-policy', `"${secret.replaceAll(/["\\]/g, '')}";q=1;w=1`);
  headers.set('link', `<https://api.example.com/${secret}>; rel="deprecation"`);
  headers.set('deprecation', '@1700000000');
  return headers;
}

function problemOf(secret: string): object {
  return {
    type: `https://api.example.com/${secret}`,
    title: secret,
    detail: `No key ${secret} here.`,
    code: secret,
    instance: secret,
    errors: [{ pointer: `/${secret}`, code: secret, detail: secret, [secret]: [{ deep: secret }] }],
    error: { code: secret, message: secret, type: secret },
    [secret]: secret,
  };
}

/** Each character as JSON can also write it. */
const escaped = (secret: string): string =>
  [...secret]
    .map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

const PROBLEM = 'application/problem+json';
const JSON_TYPE = 'application/json';

/** Bodies by what they are, for any status. */
const bodies: readonly (readonly [
  name: string,
  type: string,
  write: (secret: string) => string,
])[] = [
  ['a problem', PROBLEM, (secret) => JSON.stringify(problemOf(secret))],
  [
    'a problem in escapes',
    PROBLEM,
    (secret) => `{"code":"${escaped(secret)}","detail":"${escaped(secret)}"}`,
  ],
  ['a problem that is cut off', PROBLEM, (secret) => `{"detail":"${secret.slice(0, -4)}`],
  [
    'an error of OAuth',
    JSON_TYPE,
    (secret) => JSON.stringify({ error: secret, error_description: secret }),
  ],
  ['text', 'text/plain', (secret) => `Bearer ${secret}`],
  ['the end of a key', 'text/plain', (secret) => `…${secret.slice(6)}`],
  ['a page', 'text/html', (secret) => `<p>${encodeURIComponent(secret)}</p>`],
  ['bytes', 'application/octet-stream', (secret) => secret],
];

function refusal(status: number, [name, type, write]: (typeof bodies)[number]): HostileAnswer {
  return {
    name: `${status} with ${name}`,
    answer: (secret) => {
      const headers = headersWith(
        secret,
        `${type}; charset=utf-8; key=${encodeURIComponent(secret)}`,
      );
      return new Response(write(secret), { status, statusText: secret, headers });
    },
  };
}

/** Each body with one status, and each status with one body: they are read apart from each other. */
const refusals: readonly HostileAnswer[] = [
  ...bodies.map((body) => refusal(400, body)),
  ...STATUSES.flatMap((status) => bodies.slice(0, 1).map((body) => refusal(status, body))),
];

const failures: readonly HostileAnswer[] = [
  { name: 'a 403 without a limit', answer: (secret) => new Response(secret, { status: 403 }) },
  {
    name: 'a 200 with a page',
    answer: (secret) => new Response(`<b>${secret}`, { headers: headersWith(secret, 'text/html') }),
  },
  {
    name: 'a 200 with broken JSON',
    answer: (secret) =>
      new Response(`{"a":"${secret}`, { headers: headersWith(secret, JSON_TYPE) }),
  },
  {
    name: 'a 200 without a body',
    answer: (secret) => new Response('', { headers: headersWith(secret, JSON_TYPE) }),
  },
  {
    name: 'a 200 that is no UTF-8',
    answer: (secret) =>
      new Response(Buffer.concat([Buffer.from(secret), Buffer.from([0xff])]), {
        headers: headersWith(secret, JSON_TYPE),
      }),
  },
  {
    name: 'a redirect to another origin',
    answer: (secret) =>
      new Response(null, {
        status: 307,
        statusText: secret,
        headers: { location: `https://evil.example/${secret}` },
      }),
  },
  {
    name: 'a body that ends in an error',
    answer: (secret) =>
      new Response(brokenBody(secret), { headers: headersWith(secret, JSON_TYPE) }),
  },
  { name: 'an error with the header', answer: (secret) => Promise.reject(requestError(secret)) },
  { name: 'a text', answer: (secret) => Promise.reject(`authorization: ${secret}`) },
  { name: 'an object', answer: (secret) => Promise.reject({ secret, headers: { secret } }) },
  { name: 'a symbol', answer: (secret) => Promise.reject(Symbol(secret)) },
  {
    name: 'a function',
    answer: (secret) => Promise.reject(Object.assign(() => secret, { secret })),
  },
  {
    name: 'many errors in one',
    answer: (secret) => Promise.reject(new AggregateError([requestError(secret)], secret)),
  },
  { name: 'no answer, ever', answer: () => new Promise(() => undefined) },
];

function brokenBody(secret: string): ReadableStream {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(`{"key":"${secret}`));
    },
    pull(controller) {
      controller.error(requestError(secret));
    },
  });
}

/** As HTTP libraries throw them: with the whole request. */
function requestError(secret: string): Error {
  const deeper = Object.assign(new Error(`connect ${secret}`), { code: secret, [secret]: secret });
  const error = new TypeError(`cannot send authorization: ${secret}`, { cause: deeper });
  return Object.assign(error, {
    name: secret,
    request: new Request('https://api.example.com', {
      headers: { authorization: 'x', 'x-key': encodeURIComponent(secret) },
    }),
    config: { headers: { authorization: secret } },
    [Symbol('secret')]: secret,
  });
}

/** Everything a client may meet. */
export const hostileAnswers: readonly HostileAnswer[] = [...refusals, ...failures];
