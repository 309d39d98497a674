import type { SecurityRequirement } from '@product/spec-model';
import { expect, test } from 'vitest';
import type { Mock } from '../mock.ts';
import { createMockFromSpec } from '../spec.ts';
import type { SecurityOption } from './security-option.ts';

const securitySchemes = {
  bearer: { type: 'http', scheme: 'bearer' },
  basic: { type: 'http', scheme: 'Basic' },
  digest: { type: 'http', scheme: 'digest' },
  custom: { type: 'http', scheme: 'hoba' },
  header: { type: 'apiKey', in: 'header', name: 'X-Key' },
  query: { type: 'apiKey', in: 'query', name: 'app_id' },
  cookie: { type: 'apiKey', in: 'cookie', name: 'session' },
  oauth: {
    type: 'oauth2',
    flows: { implicit: { authorizationUrl: 'https://a.example', scopes: {} } },
  },
  oidc: { type: 'openIdConnect', openIdConnectUrl: 'https://a.example' },
  tls: { type: 'mutualTLS' },
};

interface Setup {
  readonly security: readonly SecurityRequirement[];
  readonly option?: SecurityOption;
}

async function createSecured({ security, option }: Setup): Promise<Mock> {
  const document = {
    openapi: '3.1.0',
    info: { title: 'Secured "API"', version: '1' },
    servers: [{ url: 'https://a.example' }],
    components: { securitySchemes },
    paths: { '/x': { get: { security, responses: { 204: { description: 'Fine' } } } } },
  };
  return createMockFromSpec(document, {
    seed: 1,
    ...(option === undefined ? {} : { security: option }),
  });
}

interface Sent {
  readonly query?: string;
  readonly headers?: { readonly [name: string]: string | readonly string[] };
}

async function send(mock: Mock, { query = '', headers = {} }: Sent = {}) {
  const listed = Object.entries(headers).map(([name, value]) => [name, [value].flat()]);
  const answer = await mock.exchange({
    method: 'GET',
    url: `/x${query}`,
    headers: Object.fromEntries(listed),
    body: undefined,
  });
  if ('fault' in answer) throw new Error('reset');
  const text = String(answer.body ?? '');
  return {
    status: answer.status,
    code: text === '' ? undefined : JSON.parse(text).code,
    detail: text === '' ? '' : String(JSON.parse(text).detail),
    challenge: answer.headers['WWW-Authenticate'],
  };
}

const digest =
  'Digest username="u", realm="r", nonce="n", uri="/x", qop=auth, nc=1, cnonce="c", response="0"';

test.each<[string, string, Sent]>([
  ['a bearer token', 'bearer', { headers: { authorization: 'Bearer any.Token|1' } }],
  ['a lower-case scheme', 'bearer', { headers: { authorization: 'bearer  t' } }],
  ['user and password', 'basic', { headers: { authorization: 'BASIC dTpw' } }],
  ['a user alone', 'basic', { headers: { authorization: 'Basic dTo=' } }],
  ['a digest', 'digest', { headers: { authorization: digest } }],
  ['another scheme', 'custom', { headers: { authorization: 'HOBA result="x"' } }],
  ['a key in a header', 'header', { headers: { 'x-key': 'k' } }],
  ['a key in the query', 'query', { query: '?app_id=k%20k' }],
  ['a key in a cookie', 'cookie', { headers: { cookie: 'a=b; session=k' } }],
  ['an access token', 'oauth', { headers: { authorization: 'Bearer t' } }],
  ['an access token in the query', 'oauth', { query: '?access_token=t' }],
  ['an id token', 'oidc', { headers: { authorization: 'Bearer t' } }],
  ['whoever has a certificate', 'tls', {}],
])('open security lets in %s', async (_, scheme, sent) => {
  const mock = await createSecured({ security: [{ [scheme]: [] }] });
  expect((await send(mock, sent)).status).toBe(204);
});

const realm = `realm="Secured 'API'"`;
const invalid = 'error="invalid_token", error_description="The credentials have another form.';

test.each<[string, string, Sent, string, RegExp]>([
  ['no token', 'bearer', {}, 'missing', /^Bearer realm="Secured 'API'"$/],
  ['an empty header', 'bearer', { headers: { authorization: ' ' } }, 'missing', /^Bearer realm/],
  [
    'another scheme',
    'bearer',
    { headers: { authorization: 'Token t' } },
    'malformed',
    new RegExp(`^Bearer ${realm}, ${invalid}`),
  ],
  [
    'a token without scheme',
    'bearer',
    { headers: { authorization: 't' } },
    'malformed',
    /^Bearer /,
  ],
  ['two tokens', 'bearer', { headers: { authorization: 'Bearer a b' } }, 'malformed', /^Bearer /],
  [
    'two headers',
    'bearer',
    { headers: { authorization: ['Bearer a', 'Bearer a'] } },
    'malformed',
    /^Bearer /,
  ],
  [
    'two headers in one',
    'bearer',
    { headers: { authorization: 'Bearer a,Bearer b' } },
    'malformed',
    /^Bearer /,
  ],
  [
    'a huge header',
    'bearer',
    { headers: { authorization: `Bearer ${'ä'.repeat(100_000)}` } },
    'malformed',
    /^Bearer /,
  ],
  [
    'base64 that is none',
    'basic',
    { headers: { authorization: 'Basic %%%' } },
    'malformed',
    /^Basic realm="Secured 'API'", charset="UTF-8"$/,
  ],
  ['no colon', 'basic', { headers: { authorization: 'Basic dXA=' } }, 'malformed', /^Basic /],
  ['no credentials', 'basic', {}, 'missing', /^Basic /],
  [
    'half a digest',
    'digest',
    { headers: { authorization: 'Digest username="u"' } },
    'malformed',
    /^Digest realm=.*nonce="req_/,
  ],
  ['no credentials', 'custom', {}, 'missing', /^Hoba realm/],
  ['no key', 'header', {}, 'missing', /^ApiKey realm="Secured 'API'", in="header", name="X-Key"$/],
  ['an empty key', 'header', { headers: { 'x-key': '' } }, 'missing', /^ApiKey /],
  ['two keys', 'header', { headers: { 'x-key': ['a', 'b'] } }, 'malformed', /^ApiKey /],
  ['two keys', 'query', { query: '?app_id=a&app_id=b' }, 'malformed', /in="query", name="app_id"/],
  ['no key', 'query', { query: '?app_id' }, 'missing', /^ApiKey /],
  ['a query that cannot be read', 'query', { query: '?app_id=%zz' }, 'missing', /^ApiKey /],
  [
    'no cookie',
    'cookie',
    { headers: { cookie: 'xsession=1' } },
    'missing',
    /in="cookie", name="session"/,
  ],
  ['no token', 'oauth', {}, 'missing', /^Bearer realm/],
])('%s is refused with a challenge: %s', async (...row) => {
  const [, scheme, sent, code, challenge] = row;
  const mock = await createSecured({ security: [{ [scheme]: [] }] });
  const answer = await send(mock, sent);
  expect(answer).toMatchObject({ status: 401, code: `${code}_credentials` });
  expect(answer.challenge).toMatch(challenge);
});

const both = [{ header: [], query: [] }, { bearer: [] }];

test.each<[string, Sent, number]>([
  ['the other alternative', { headers: { authorization: 'Bearer t' } }, 204],
  ['both schemes of one', { headers: { 'x-key': 'k' }, query: '?app_id=k' }, 204],
  ['half of one', { headers: { 'x-key': 'k' } }, 401],
  ['nothing', {}, 401],
])('alternatives and combinations: %s', async (_, sent, status) => {
  const mock = await createSecured({ security: both });
  const answer = await send(mock, sent);
  expect(answer.status).toBe(status);
  if (status === 204) return;
  expect(answer.detail).toBe(
    'Send the header "X-Key: YOUR_KEY" and the query parameter "app_id=YOUR_KEY", or the header "Authorization: Bearer YOUR_TOKEN".',
  );
  expect(answer.challenge).toBe(
    `ApiKey ${realm}, in="header", name="X-Key", ApiKey ${realm}, in="query", name="app_id", Bearer ${realm}`,
  );
});

test.each<[string, Setup]>([
  ['nothing is asked', { security: [] }],
  ['one alternative asks for nothing', { security: [{ bearer: [] }, {}] }],
  ['security is off', { security: [{ bearer: [] }], option: 'off' }],
])('everybody is let in when %s', async (_, setup) => {
  expect((await send(await createSecured(setup))).status).toBe(204);
});

const option: SecurityOption = {
  credentials: [
    { scheme: 'bearer', value: 'reader', scopes: ['read'] },
    { scheme: 'bearer', value: 'all' },
    { scheme: 'basic', username: 'ada', password: 'secret' },
    { scheme: 'digest', username: 'ada' },
    { scheme: 'digest', username: 'bob', password: 'secret' },
    { scheme: 'basic', username: 'eve', password: '' },
    { scheme: 'header', value: 'k' },
  ],
};

const as = (authorization: string): Sent => ({ headers: { authorization } });

test.each<[string, SecurityRequirement, Sent, number, string | undefined]>([
  ['a listed token', { bearer: ['read'] }, as('Bearer reader'), 204, undefined],
  [
    'a token without the scope',
    { bearer: ['read', 'write'] },
    as('Bearer reader'),
    403,
    'insufficient_scope',
  ],
  ['a token with all scopes', { bearer: ['write'] }, as('Bearer all'), 204, undefined],
  ['an unknown token', { bearer: [] }, as('Bearer x'), 401, 'invalid_credentials'],
  ['a token of another scheme', { oauth: [] }, as('Bearer all'), 401, 'invalid_credentials'],
  ['user and password', { basic: [] }, as(`Basic ${btoa('ada:secret')}`), 204, undefined],
  ['another password', { basic: [] }, as(`Basic ${btoa('ada:x')}`), 401, 'invalid_credentials'],
  ['a listed user', { digest: [] }, as(digest.replace('"u"', '"ada"')), 204, undefined],
  ['another user', { digest: [] }, as(digest), 401, 'invalid_credentials'],
  [
    'a digest of another password',
    { digest: [] },
    as(digest.replace('"u"', '"bob"')),
    401,
    'invalid_credentials',
  ],
  [
    'a name in the place of the password',
    { basic: [] },
    as(`Basic ${btoa('secret:ada')}`),
    401,
    'invalid_credentials',
  ],
  ['no password where that is right', { basic: [] }, as(`Basic ${btoa('eve:')}`), 204, undefined],
  ['a key behind a scheme', { header: [] }, { headers: { 'x-key': 'Token k' } }, 204, undefined],
  ['a certificate', { tls: [] }, {}, 204, undefined],
])('strict security answers %s as it should', async (...row) => {
  const [, needed, sent, status, code] = row;
  const mock = await createSecured({ security: [needed], option });
  const answer = await send(mock, sent);
  expect([answer.status, answer.code]).toEqual([status, code]);
  if (status === 403) expect(answer.challenge).toMatch(/error="insufficient_scope".*scope="write"/);
});

test.each(['open', 'strict'] as const)(
  'when %s, a key of the mock has its own scopes and its end',
  async (mode) => {
    const mock = await createSecured({
      security: [{ bearer: ['write'] }, { basic: ['write'] }],
      option: mode,
    });
    const reader = mock.keys.create({ permissions: ['read'] });
    const writer = mock.keys.create({ permissions: ['write'] });
    const as = (secret: string) => send(mock, { headers: { authorization: `Bearer ${secret}` } });
    expect((await as(reader.secret)).code).toBe('insufficient_scope');
    expect((await as(writer.secret)).status).toBe(204);
    const basic = { headers: { authorization: `Basic ${btoa(`${writer.secret}:`)}` } };
    expect((await send(mock, basic)).status).toBe(204);
    mock.keys.revoke(writer.id);
    expect((await as(writer.secret)).code).toBe('invalid_api_key');
    expect((await as('sk_test_mock_unknown')).status).toBe(mode === 'open' ? 204 : 401);
  },
);

test('of several refusals the nearest is told', async () => {
  const mock = await createSecured({ security: [{ header: [] }, { bearer: [] }, { query: [] }] });
  const answer = await send(mock, { headers: { authorization: 'Token t' } });
  expect(answer).toMatchObject({ status: 401, code: 'malformed_credentials' });
});

test('where credentials are optional, a key is known when it is sent, and never too weak', async () => {
  const mock = await createSecured({ security: [{}, { bearer: ['write'] }] });
  const [weak, strong] = [['read'], ['write']].map((permissions) =>
    mock.keys.create({ permissions }),
  );
  const uses = () => JSON.stringify(mock.snapshot()).match(/"inMonth":1/g)?.length ?? 0;
  const as = (secret = '') => send(mock, { headers: { authorization: `Bearer ${secret}` } });
  expect((await as(weak?.secret)).status).toBe(204);
  expect(uses()).toBe(0);
  expect((await as(strong?.secret)).status).toBe(204);
  expect(uses()).toBe(1);
});

test.each<[string, unknown]>([
  ['an unknown mode', 'closed'],
  ['no credentials', {}],
  ['an unknown scheme', { credentials: [{ scheme: 'bearre', value: 'x' }] }],
  ['an empty credential', { credentials: [{ scheme: 'bearer' }] }],
  ['an unknown member', { credentials: [{ scheme: 'bearer', token: 'x' }] }],
])('the option with %s is refused', async (_, wrong) => {
  const asked = createSecured({ security: [], option: wrong as SecurityOption }); // it is not one
  await expect(asked).rejects.toMatchObject({ code: 'invalid_option' });
});

test('keys in headers, queries and cookies do not stay readable in the log', async () => {
  const mock = await createSecured({ security: [{ header: [], query: [], cookie: [] }] });
  const secret = 'sk_live_mock_0123456789';
  await send(mock, {
    query: `?app_id=${secret}`,
    headers: { 'x-key': secret, cookie: `session=${secret}`, authorization: `Digest x=${secret}` },
  });
  expect(mock.requests.entries).toHaveLength(1);
  expect(JSON.stringify(mock.requests.entries)).not.toContain(secret);
});
