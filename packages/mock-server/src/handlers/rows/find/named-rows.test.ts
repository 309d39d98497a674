import { expect, test } from 'vitest';
import { openForge } from '../test-forge.ts';
import { entriesOf } from '../test-shop.ts';

test('a row that is named by its name is shown as it is', async () => {
  const { call, repo } = await openForge();
  const { body: bug } = await call(`POST ${repo}/labels`, { name: 'bug', color: 'ff0000' });
  const { body } = await call(`POST ${repo}/issues`, { title: 'One', labels: ['bug'] });
  expect(body['labels']).toEqual([bug]);
});

test('a name that no row has becomes an object with it', async () => {
  const { call, repo } = await openForge();
  const { body } = await call(`POST ${repo}/issues`, { title: 'One', labels: ['new'] });
  const [label] = entriesOf(body['labels']);
  expect(label).toEqual({ id: expect.any(Number), name: 'new', color: expect.any(String) });
});

test('a row shows of a named one what its own schema has', async () => {
  const { call, repo, login } = await openForge();
  const { body: me } = await call('GET /user');
  const { body } = await call(`POST ${repo}/issues`, { title: 'One', assignees: [login] });
  expect(body['assignees']).toEqual([{ login, id: me['id'] }]);
});

test('rows are found by those that they are named with', async () => {
  const { call, repo } = await openForge();
  await call(`POST ${repo}/issues`, { title: 'One', labels: ['bug'] });
  await call(`POST ${repo}/issues`, { title: 'Two' });
  const { body } = await call(`GET ${repo}/issues?labels=bug`);
  expect(entriesOf(body).map(({ title }) => title)).toEqual(['One']);
});

test('who is followed is the user of that login', async () => {
  const { call } = await openForge();
  const other = entriesOf((await call('GET /users')).body)[1];
  await call(`PUT /user/following/${other?.['login']}`);
  const { body } = await call('GET /user/following');
  expect(entriesOf(body)).toContainEqual({ login: other?.['login'], id: other?.['id'] });
});
