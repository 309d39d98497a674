import { expect, test } from 'vitest';
import { type Forge, openForge } from './test-forge.ts';
import { entriesOf } from './test-shop.ts';

async function openIssue(): Promise<Forge & { readonly issue: string }> {
  const forge = await openForge();
  await forge.call(`POST ${forge.repo}/issues`, { title: 'One', labels: ['a'] });
  return { ...forge, issue: `${forge.repo}/issues/1` };
}

async function labelsOf({ call, issue }: Pick<Forge, 'call'> & { readonly issue: string }) {
  const [own, below] = [await call(`GET ${issue}`), await call(`GET ${issue}/labels`)];
  expect(below.body).toEqual(own.body['labels']);
  return entriesOf(below.body).map(({ name }) => name);
}

test('what is added below a row is in the row, each once', async () => {
  const forge = await openIssue();
  await forge.call(`POST ${forge.issue}/labels`, { labels: ['b', 'a'] });
  expect(await labelsOf(forge)).toEqual(['a', 'b']);
});

test('what is put below a row is all that it holds', async () => {
  const forge = await openIssue();
  const { body } = await forge.call(`PUT ${forge.issue}/labels`, { labels: ['c'] });
  expect(entriesOf(body).map(({ name }) => name)).toEqual(['c']);
  expect(await labelsOf(forge)).toEqual(['c']);
});

test('one entry is taken away by its name, and only once', async () => {
  const forge = await openIssue();
  await forge.call(`POST ${forge.issue}/labels`, { labels: ['b'] });
  const path = `${forge.issue}/labels/a`;
  expect((await forge.call(`GET ${path}`)).status).toBe(204);
  expect((await forge.call(`DELETE ${path}`)).status).toBe(200);
  expect((await forge.call(`GET ${path}`)).status).toBe(404);
  expect((await forge.call(`DELETE ${path}`)).status).toBe(404);
  expect(await labelsOf(forge)).toEqual(['b']);
});

test('without a name all entries are taken away', async () => {
  const forge = await openIssue();
  expect((await forge.call(`DELETE ${forge.issue}/labels`)).status).toBe(204);
  expect(await labelsOf(forge)).toEqual([]);
});

test('an answer that is the row shows it as it is afterwards', async () => {
  const { call, issue, login } = await openIssue();
  const added = await call(`POST ${issue}/assignees`, { assignees: [login] });
  expect([added.status, added.body]).toMatchObject([201, { number: 1, assignees: [{ login }] }]);
  const { body } = await call(`DELETE ${issue}/assignees`, { assignees: [login] });
  expect(body['assignees']).toEqual([]);
});
