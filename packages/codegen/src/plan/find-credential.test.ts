import { loadApi } from '@product/spec-model';
import { expect, test } from 'vitest';
import { findCredential, needsCredential } from './find-credential.ts';

const OAUTH = { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/token', scopes: {} } } };
const SIGN_IN = {
  type: 'oauth2',
  flows: { authorizationCode: { authorizationUrl: '/a', tokenUrl: '/t', scopes: {} } },
};

function documentWith(securitySchemes: object, security: unknown, operation: object = {}): object {
  return {
    openapi: '3.1.0',
    info: { title: 'Notes', version: '1' },
    servers: [{ url: 'https://notes.example/v2' }],
    ...(security !== undefined && { security }),
    paths: {
      '/notes': {
        get: {
          operationId: 'notes.list',
          responses: { 204: { description: 'None' } },
          ...operation,
        },
      },
    },
    components: { securitySchemes },
  };
}

test.each<[string, object, string]>([
  ['http bearer', { type: 'http', scheme: 'Bearer' }, 'bearer'],
  ['http basic', { type: 'http', scheme: 'basic' }, 'basic'],
  ['a header', { type: 'apiKey', in: 'header', name: 'X-Key' }, '(key) => header("X-Key", key)'],
  ['Authorization', { type: 'apiKey', in: 'header', name: 'authorization' }, 'rawAuthorization'],
  ['a query parameter', { type: 'apiKey', in: 'query', name: 'k"' }, '(key) => query("k\\"", key)'],
  ['a cookie', { type: 'apiKey', in: 'cookie', name: 'sid' }, '(key) => cookie("sid", key)'],
  [
    'client credentials',
    OAUTH,
    '(client) => clientCredentials({ tokenUrl: "https://notes.example/token", client })',
  ],
  ['another flow of OAuth', SIGN_IN, 'bearer'],
  ['OpenID Connect', { type: 'openIdConnect', openIdConnectUrl: 'https://a.example' }, 'bearer'],
  ['a scheme that no key serves', { type: 'http', scheme: 'digest' }, 'bearer'],
  ['client certificates', { type: 'mutualTLS' }, 'bearer'],
])('a key is sent as the scheme says: %s', async (_, scheme, want) => {
  const { model, document } = await loadApi(documentWith({ key: scheme }, [{ key: [] }]));
  expect(findCredential(model, document).code).toBe(want);
});

const BASIC = { type: 'http', scheme: 'basic' };
const HEADER = { type: 'apiKey', in: 'header', name: 'X-Key' };
const DIGEST = { type: 'http', scheme: 'digest' };

test.each<[string, object, unknown, object, string]>([
  ['the first alternative', { a: HEADER, b: BASIC }, [{ b: [] }, { a: [] }], {}, 'basic'],
  ['the first that a key serves', { a: DIGEST, b: BASIC }, [{ a: [] }, { b: [] }], {}, 'basic'],
  [
    "an operation's own, if the root says nothing",
    { a: HEADER, b: BASIC },
    undefined,
    { security: [{ b: [] }] },
    'basic',
  ],
  ['the first scheme, if nothing is said', { b: BASIC, a: HEADER }, undefined, {}, 'basic'],
  ['a bearer token, if there is no scheme', {}, undefined, {}, 'bearer'],
])('of several schemes counts %s', async (...row) => {
  const [, schemes, security, operation, want] = row;
  const { model, document } = await loadApi(documentWith(schemes, security, operation));
  expect(findCredential(model, document).code).toBe(want);
});

test.each<[unknown, object, boolean]>([
  [[{ b: [] }], {}, true],
  [[{ b: [] }, {}], {}, false],
  [[{ b: [] }], { security: [] }, false],
  [undefined, { security: [{ b: [] }] }, true],
  [undefined, {}, false],
])('with the security %j and that of its operation %j, an API needs a key: %s', async (...row) => {
  const [security, operation, want] = row;
  const { model } = await loadApi(documentWith({ b: BASIC }, security, operation));
  expect(needsCredential(model)).toBe(want);
});
