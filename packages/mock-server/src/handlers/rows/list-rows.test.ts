import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  integer,
  listOf,
  object,
  openApi,
  ours,
  ref,
  type SaidDocument,
  text,
} from './test-api.ts';
import { entriesOf, openShop, type ShopAnswer, type ShopCall } from './test-shop.ts';

async function openOrders(count: number) {
  const { call, mock } = await openShop();
  await call('POST /shops', { slug: 'blue', name: 'Blue' });
  for (let total = 0; total < count; total++) {
    await call('POST /shops/blue/orders', { order: { customer: 'x', total } });
  }
  const numbers = async (query: string): Promise<number[]> => {
    const { body } = await call(`GET /shops/blue/orders${query}`);
    return entriesOf(body['items']).map((order) => Number(order['number']));
  };
  return { call, mock, numbers };
}

test.each([
  ['', [5, 4, 3, 2, 1]],
  ['?limit=2', [5, 4]],
  ['?limit=2&offset=4', [1]],
  ['?offset=9', []],
  ['?sort=total', [1, 2, 3, 4, 5]],
  ['?sort=-total&limit=1', [5]],
  ['?sort=created', [1, 2, 3, 4, 5]],
  ['?sort=created:desc', [5, 4, 3, 2, 1]],
  ['?sort=nothing', [5, 4, 3, 2, 1]],
  ['?total_gte=3', [5, 4]],
  ['?status=open&sort=total&limit=2&offset=1', [2, 3]],
  ['?status=paid', []],
])('orders%s are %j', async (query, want) => {
  const { numbers } = await openOrders(5);
  expect(await numbers(query)).toEqual(want);
});

test('a page by offset tells how many there are and where the others are', async () => {
  const { call, mock } = await openOrders(5);
  const url = 'https://shop.example.com/api/shops/blue/orders';
  const { body } = await call('GET /shops/blue/orders?limit=2&offset=2&status=open');
  expect(body).toMatchObject({
    ...{ total: 5, offset: 2 },
    next: `${url}?limit=2&offset=4&status=open`,
    previous: `${url}?limit=2&offset=0&status=open`,
  });
  const last = await call(`GET ${String(body['next'])}`);
  expect(last.body).toMatchObject({ next: null, items: [{ number: 1 }] });
  expect(mock.violations).toEqual([]);
});

test('pages by number are named in the Link header', async () => {
  const { call } = await openShop();
  for (const slug of ['a', 'b', 'c', 'd', 'e']) await call('POST /shops', { slug, name: slug });
  const url = 'https://shop.example.com/api/shops?per_page=2';
  const links = async (page: number) =>
    (await call(`GET /shops?per_page=2&page=${page}`)).headers.get('link');
  expect(await links(1)).toBe(`<${url}&page=2>; rel="next", <${url}&page=3>; rel="last"`);
  expect(await links(2)).toBe(
    `<${url}&page=1>; rel="prev", <${url}&page=3>; rel="next", ` +
      `<${url}&page=3>; rel="last", <${url}&page=1>; rel="first"`,
  );
  expect(await links(3)).toBe(`<${url}&page=2>; rel="prev", <${url}&page=1>; rel="first"`);
});

test.each([
  ['/customers?starting_after=nobody', 422],
  ['/tickets?cursor=nonsense', 422],
])('%s is refused', async (path, status) => {
  const { call } = await openShop();
  expect((await call(`GET ${path}`)).status).toBe(status);
});

test('a page before an object is the one just before it', async () => {
  const { call } = await openShop();
  const ids: string[] = [];
  for (let at = 0; at < 5; at++) {
    ids.unshift(String((await call('POST /customers', { email: `${at}@example.com` })).body['id']));
  }
  const { body } = await call(`GET /customers?limit=2&ending_before=${ids[4]}`);
  expect(entriesOf(body['data']).map((row) => row['id'])).toEqual([ids[2], ids[3]]);
  expect(body).toMatchObject({ has_more: true, object: 'list', url: '/customers' });
  const first = await call(`GET /customers?limit=2&ending_before=${ids[2]}`);
  expect(first.body['has_more']).toBe(false);
});

/** How a whole list is walked, by style. */
const walks: { readonly [style: string]: (call: ShopCall, limit: number) => Promise<string[]> } = {
  cursor: (call, limit) =>
    walk(call, `/tickets?limit=${limit}`, ({ body }, url) => {
      const cursor = body['next_cursor'];
      return typeof cursor === 'string' ? `${url.split('&')[0]}&cursor=${cursor}` : undefined;
    }),
  'after an id': (call, limit) =>
    walk(call, `/customers?limit=${limit}`, ({ body }, url) => {
      const last = entriesOf(body['data']).at(-1);
      return last && String(body['has_more']) === 'true'
        ? `${url.split('&')[0]}&starting_after=${last['id']}`
        : undefined;
    }),
  'by number': (call, limit) =>
    walk(call, `/shops?per_page=${limit}`, ({ headers }) => {
      return /<([^>]*)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
    }),
};

const makes: { readonly [style: string]: (call: ShopCall, at: number) => Promise<ShopAnswer> } = {
  cursor: (call, at) => call('POST /tickets', { customer_id: 'x', subject: `${at}` }),
  'after an id': (call, at) => call('POST /customers', { email: `${at}@example.com` }),
  'by number': (call, at) => call('POST /shops', { slug: `s${at}`, name: 'Shop' }),
};

test.each(Object.keys(walks))('paging %s shows each row once, newest first', async (style) => {
  await fc.assert(
    fc.asyncProperty(fc.nat(12), fc.integer({ min: 1, max: 5 }), async (count, limit) => {
      const { call, mock } = await openShop();
      const ids: string[] = [];
      for (let at = 0; at < count; at++) {
        ids.unshift(String((await makes[style]?.(call, at))?.body['id']));
      }
      expect(await walks[style]?.(call, limit)).toEqual(ids);
      expect(mock.violations).toEqual([]);
    }),
    { numRuns: 15 },
  );
});

async function walk(
  call: ShopCall,
  start: string,
  next: (answer: ShopAnswer, url: string) => string | undefined,
): Promise<string[]> {
  const seen: string[] = [];
  let url: string | undefined = start;
  // A list that goes round would be walked for ever.
  for (let page = 0; url !== undefined && page < 100; page++) {
    const answer: ShopAnswer = await call(`GET ${url}`);
    const { body } = answer;
    const rows = Array.isArray(body) ? entriesOf(body) : entriesOf(body['data']);
    seen.push(...rows.map((row) => String(row['id'])));
    url = next(answer, url);
  }
  return seen;
}

const numbered: SaidDocument = {
  operations: {
    'GET /users': {
      ...{ answer: listOf('User'), headers: { Link: text } },
      query: { since_id: integer, per_page: integer },
    },
    'POST /users': { answer: ref('User'), sent: ref('NewUser'), status: 201 },
    'GET /users/{login}': { answer: ref('User') },
    'GET /alerts': {
      answer: listOf('Alert'),
      query: { after: text, before: text, limit: integer },
    },
    'POST /alerts': { answer: ref('Alert'), sent: object({ name: text }), status: 201 },
  },
  schemas: {
    User: object({ login: text, id: ours(integer) }, 'login', 'id'),
    NewUser: object({ login: text }, 'login'),
    Alert: object({ id: ours(text), name: text }, 'id', 'name'),
  },
};

test('pages above a number show each row once, the lowest first', async () => {
  const { call } = await openApi(numbered);
  const ids: number[] = [];
  for (const login of ['a', 'b', 'c', 'd']) {
    ids.push(Number((await call('POST /users', { login })).body['id']));
  }
  const want = ids.toSorted((left, right) => left - right).map(String);
  const next = ({ headers }: ShopAnswer) =>
    /<([^>]*)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
  expect(await walk(call, '/users?per_page=1', next)).toEqual(want);
  expect(await walk(call, '/users?per_page=3', next)).toEqual(want);
  expect(await walk(call, `/users?since_id=${Number(want[1]) + 1}`, next)).not.toContain(want[1]);
  expect(await walk(call, '/users?since_id=0', next)).toEqual(want);
});

test('a cursor leads on and back by the header where the answer has no place for it', async () => {
  const { call } = await openApi(numbered);
  for (const name of ['a', 'b', 'c', 'd', 'e']) await call('POST /alerts', { name });
  const turn = ({ headers }: ShopAnswer, rel: string) =>
    new RegExp(`<([^>]*)>; rel="${rel}"`).exec(headers.get('link') ?? '')?.[1] ?? '';
  const names = ({ body }: ShopAnswer) => entriesOf(body).map((row) => row['name']);
  const first = await call('GET /alerts?limit=2');
  const second = await call(`GET ${turn(first, 'next')}`);
  const third = await call(`GET ${turn(second, 'next')}`);
  expect([first, second, third].map(names)).toEqual([['e', 'd'], ['c', 'b'], ['a']]);
  expect(turn(third, 'next')).toBe('');
  expect(names(await call(`GET ${turn(third, 'prev')}`))).toEqual(['c', 'b']);
  expect(turn(third, 'prev')).toContain('before=');
});
