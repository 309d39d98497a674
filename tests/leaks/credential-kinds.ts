import {
  basic,
  bearer,
  clientCredentials,
  cookie,
  header,
  type ProductClientOptions,
  query,
  rawAuthorization,
} from '@product/api-client';

const KEY = 'at_test_mock_Zx81QpLw93Tr/57+YbVnMc==';
const PLAIN = 'sk_test_mock_Zx81QpLw93TrKd57YbVnMcZx810Q3VCF';

/** One way to prove who is calling, and what of it nobody may see. */
export interface CredentialKind {
  readonly name: string;
  readonly options: () => ProductClientOptions;
  /** What the client sends, in every form that a server can echo; the first is the secret itself. */
  readonly secrets: readonly string[];
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

function kind(
  name: string,
  options: () => ProductClientOptions,
  secrets: readonly string[],
): CredentialKind {
  return {
    name,
    options,
    secrets: secrets.flatMap((secret) => [secret, encodeURIComponent(secret)]),
  };
}

/** Every constructor of a credential, and every form of `apiKey`. */
export const kinds: readonly CredentialKind[] = [
  kind('apiKey', () => ({ apiKey: PLAIN }), [PLAIN]),
  kind('a function', () => ({ apiKey: async () => PLAIN }), [PLAIN]),
  kind('an expiring token', () => ({ apiKey: () => ({ token: KEY, expiresAt: 8e15 }) }), [KEY]),
  kind('bearer', () => ({ auth: bearer(KEY) }), [KEY]),
  kind('rawAuthorization', () => ({ auth: rawAuthorization(KEY) }), [KEY]),
  kind('header', () => ({ auth: header('X-Api-Key', `${PLAIN}"\\`) }), [
    `${PLAIN}"\\`,
    `${PLAIN}\\"\\\\`,
  ]),
  kind('query', () => ({ auth: query('key', KEY) }), [KEY]),
  kind('cookie', () => ({ auth: cookie('key', PLAIN) }), [PLAIN]),
  kind('basic', () => ({ auth: basic({ key: 'key_1', secret: PLAIN }) }), [
    PLAIN,
    base64(`key_1:${PLAIN}`),
  ]),
  kind(
    'clientCredentials',
    () => ({
      auth: clientCredentials({
        tokenUrl: 'https://api.example.com/v1/oauth/token',
        clientId: 'id',
        clientSecret: PLAIN,
      }),
    }),
    ['at_test_mock_Gh36WsEd48RfTg', PLAIN, base64(`id:${PLAIN}`)],
  ),
];
