import { expect, test } from 'vitest';
import { openForge } from './test-forge.ts';
import { entriesOf } from './test-shop.ts';

test('a list of marked rows shows those that are marked', async () => {
  const { call, login } = await openForge();
  const path = `/user/starred/${login}/hello`;
  const starred = async () =>
    entriesOf((await call('GET /user/starred')).body).map(({ full_name }) => full_name);
  expect([(await call(`GET ${path}`)).status, await starred()]).toEqual([404, []]);
  await call(`PUT ${path}`);
  expect([(await call(`GET ${path}`)).status, await starred()]).toEqual([204, [`${login}/hello`]]);
  await call(`DELETE ${path}`);
  expect([(await call(`GET ${path}`)).status, await starred()]).toEqual([404, []]);
});

test('a search shows rows of the collection that its path names', async () => {
  const { call, login } = await openForge();
  const { body } = await call('GET /search/repos?q=hello');
  const found = entriesOf(body['items']).map(({ full_name }) => full_name);
  expect(found).toContain(`${login}/hello`);
});
