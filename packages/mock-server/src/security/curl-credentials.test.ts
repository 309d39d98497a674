import type { SecurityScheme } from '@product/spec-model';
import { expect, test } from 'vitest';
import { curlCredentials } from './curl-credentials.ts';

const scheme = (of: Omit<SecurityScheme, 'extensions'>): SecurityScheme => ({
  ...of,
  extensions: {},
});

const securitySchemes = {
  bearer: scheme({ type: 'http', scheme: 'bearer' }),
  token: scheme({ type: 'http', scheme: 'token' }),
  basic: scheme({ type: 'http', scheme: 'basic' }),
  digest: scheme({ type: 'http', scheme: 'digest' }),
  oauth: scheme({ type: 'oauth2' }),
  header: scheme({ type: 'apiKey', in: 'header', name: 'X-Key' }),
  query: scheme({ type: 'apiKey', in: 'query', name: 'app id' }),
  cookie: scheme({ type: 'apiKey', in: 'cookie', name: 'session' }),
  tls: scheme({ type: 'mutualTLS' }),
};

test.each([
  [[], '', ''],
  [[{}], '', ''],
  [[{ bearer: [] }, { basic: [] }], '-H "Authorization: Bearer k" ', ''],
  [[{ token: [] }], '-H "Authorization: token k" ', ''],
  [[{ basic: [] }], '-u "k:" ', ''],
  [[{ digest: [] }], '--digest -u "k:" ', ''],
  [[{ oauth: ['read'] }], '-H "Authorization: Bearer k" ', ''],
  [[{ header: [], query: [] }], '-H "X-Key: k" ', '?app%20id=k'],
  [[{ cookie: [] }], '-b "session=k" ', ''],
  [[{ tls: [] }], '', ''],
  [[{ gone: [] }], '', ''],
])('curl is let in by %j', (security, flags, query) => {
  expect(curlCredentials({ securitySchemes }, { security }, 'k')).toEqual({ flags, query });
});
