import { expect, test } from 'vitest';
import { openForge } from '../test-forge.ts';
import { entriesOf } from '../test-shop.ts';
import { withPathNumbers } from './own-addresses.ts';

const root = 'https://forge.example.com/api';

test('a new row has the addresses of the example with its own names in them', async () => {
  const { call, repo, login } = await openForge();
  expect((await call(`GET ${repo}`)).body).toMatchObject({
    full_name: `${login}/hello`,
    url: `${root}${repo}`,
    html_url: `https://forge.example.com/${login}/hello`,
    issues_url: `${root}${repo}/issues{/number}`,
  });
});

test('so have first rows, under names that can stand in a path', async () => {
  const { call } = await openForge();
  const rows = entriesOf((await call('GET /user/repos')).body);
  expect(rows).toHaveLength(4);
  for (const { name, full_name, owner, url } of rows) {
    expect(name).toMatch(/^\S+$/);
    expect(full_name).toBe(`${owner?.['login']}/${name}`);
    expect(url).toBe(`${root}/repos/${full_name}`);
    expect((await call(`GET /repos/${full_name}`)).status).toBe(200);
  }
});

test.each([
  { shown: '/issues/7', want: '/issues/3' },
  { shown: '/issues/7#note', want: '/issues/3#note' },
  { shown: '/issues/notes/7', want: '/issues/notes/7' },
  { shown: '/issues/7a', want: '/issues/7a' },
])('a row that is made below /issues/3 shows $shown as $want', ({ shown, want }) => {
  const path = '/repos/{repo}/issues/{number}/notes';
  const values = new Map<string, string | number>([
    ['repo', 'hello'],
    ['number', 3],
  ]);
  expect(withPathNumbers({ issue_url: shown }, { path }, values)).toEqual({ issue_url: want });
});
