import { inspect } from 'node:util';
import { ProductClient, type ProductClientOptions, ProductError } from '@product/api-client';
import { expect, test } from 'vitest';

const good = 'sk_test_mock_4f9a2c7e1b4f9a2c7e1b4f9a2c4Kqmja';

interface Case {
  readonly options: ProductClientOptions;
  readonly call?: (client: ProductClient) => Promise<unknown>;
  readonly code: string;
}

const cases: Readonly<Record<string, Case>> = {
  'no key': { options: {}, code: 'missing_key' },
  'an empty key': { options: { apiKey: '' }, code: 'missing_key' },
  'a key with a space': { options: { apiKey: `${good} x` }, code: 'malformed_key' },
  'a key with a line break': { options: { apiKey: `${good}\r\nX-Evil: 1` }, code: 'malformed_key' },
  'a key with a letter outside ASCII': { options: { apiKey: `${good}é` }, code: 'malformed_key' },
  'a key with U+2028': { options: { apiKey: `${good}\u2028` }, code: 'malformed_key' },
  'a malformed key from a function': {
    options: { apiKey: async () => `${good}\n` },
    code: 'malformed_key',
  },
  'a live key over plain http to another host': {
    options: {
      apiKey: 'sk_live_mock_4f9a2c7e1b4f9a2c7e1b4f9a2c1s7JY0',
      baseUrl: 'http://api.example.com/v1',
    },
    code: 'insecure_url',
  },
  'a base URL that is none': {
    options: { apiKey: good, baseUrl: 'not a url' },
    code: 'invalid_base_url',
  },
  'a test key where live is expected': {
    options: { apiKey: good, expectMode: 'live' },
    code: 'mode_mismatch',
  },
  'an unknown option': {
    options: { apiKey: good, ...{ timeoutMS: 1000 } },
    code: 'unknown_option',
  },
  'a timeout that is no number': {
    options: { apiKey: good, timeoutMs: Number.NaN },
    code: 'invalid_option',
  },
  ...Object.fromEntries(
    ['', '.', '..', '%2e%2e', 'a\u0000b'].map((id) => [
      `${JSON.stringify(id)} as a path parameter`,
      {
        options: { apiKey: good },
        call: (client: ProductClient) => client.tasks.get(id),
        code: 'invalid_path_parameter',
      },
    ]),
  ),
};

test.each(Object.entries(cases))('%s is refused and nothing is sent', async (_title, given) => {
  let sent = 0;
  const fetch = async () => {
    sent += 1;
    return Response.json({});
  };
  const call = given.call ?? ((client: ProductClient) => client.tasks.list());
  const attempt = async () => call(new ProductClient({ ...given.options, fetch }));
  const error = await attempt().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ProductError);
  expect(error).toMatchObject({ kind: 'configuration', code: given.code });
  expect(sent).toBe(0);
  expect(`${inspect(error, { depth: 9 })}${JSON.stringify(error)}`).not.toContain(
    '0123456789abcdef',
  );
});

test('a path parameter with a slash stays one segment', async () => {
  const urls: string[] = [];
  const fetch = async (request: Request) => {
    urls.push(request.url);
    return Response.json({});
  };
  await new ProductClient({ apiKey: good, fetch }).tasks.get('a/b?c#d');
  expect(urls).toEqual(['https://api.example.com/v1/tasks/a%2Fb%3Fc%23d']);
});

test('a client shows nothing of its key', () => {
  const client = new ProductClient({ apiKey: good });
  const shown = `${inspect(client, { depth: 9, showHidden: true })}${JSON.stringify(client)}`;
  expect(shown).not.toContain('0123456789abcdef');
});
