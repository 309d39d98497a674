import { expect, test } from 'vitest';
import { openForge } from '../test-forge.ts';
import { entriesOf } from '../test-shop.ts';

test('a row that is renamed takes its addresses and what lies below it along', async () => {
  const { call, repo, login } = await openForge();
  await call(`POST ${repo}/issues`, { title: 'One' });
  const { body } = await call(`PATCH ${repo}`, { name: 'other' });
  expect(body).toMatchObject({ name: 'other', full_name: `${login}/other` });
  const { body: issues } = await call(`GET /repos/${login}/other/issues`);
  expect(entriesOf(issues).map(({ title }) => title)).toEqual(['One']);
  expect((await call(`GET ${repo}/issues`)).status).toBe(404);
});

test('what is sent as a new name is the name', async () => {
  const { call, repo } = await openForge();
  await call(`POST ${repo}/labels`, { name: 'bug', color: 'ff0000' });
  const { body } = await call(`PATCH ${repo}/labels/bug`, { new_name: 'fault' });
  expect(body).toMatchObject({ name: 'fault', color: 'ff0000' });
  expect((await call(`GET ${repo}/labels/bug`)).status).toBe(404);
  expect((await call(`GET ${repo}/labels/fault`)).status).toBe(200);
});

test('a name that another row has is refused', async () => {
  const { call, repo } = await openForge();
  await call('POST /user/repos', { name: 'taken' });
  expect((await call(`PATCH ${repo}`, { name: 'taken' })).status).toBe(409);
  expect((await call(`GET ${repo}`)).status).toBe(200);
});

test('a row that is given to another owner is found there', async () => {
  const { call, repo } = await openForge();
  await call(`POST ${repo}/issues`, { title: 'One' });
  const other = String(entriesOf((await call('GET /users')).body)[1]?.['login']);
  const { body } = await call(`POST ${repo}/transfer`, { new_owner: other });
  expect(body).toMatchObject({ full_name: `${other}/hello`, owner: { login: other } });
  expect((await call(`GET ${repo}`)).status).toBe(404);
  const { body: issues } = await call(`GET /repos/${other}/hello/issues`);
  expect(entriesOf(issues).map(({ title }) => title)).toEqual(['One']);
});
