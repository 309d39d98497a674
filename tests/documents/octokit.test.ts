import { Octokit } from '@octokit/core';
import { paginateRest } from '@octokit/plugin-paginate-rest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { githubDocument } from './documents.ts';
import { type ServedDocument, serveDocument } from './serve-document.ts';

// The official client of GitHub, against GitHub's document, over HTTP.
const Client = Octokit.plugin(paginateRest);
let service: ServedDocument;
let github: InstanceType<typeof Client>;

beforeAll(async () => {
  service = await serveDocument(githubDocument);
  github = new Client({ baseUrl: service.url, auth: 'ghp_mock_1' });
});
afterAll(async () => {
  expect(service.mock.violations).toEqual([]);
  await service.close();
});

// The client takes what has an index, which an interface has not.
type Repository = { readonly owner: string; readonly repo: string };

/** A new repository, by its address. */
async function createRepository(name: string): Promise<Repository> {
  const { data } = await github.request('POST /user/repos', { name });
  return { owner: data.owner.login, repo: data.name };
}

// What a RequestError calls itself.
const failed = { name: 'HttpError' };
const errorOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'no error',
    (error: unknown) => error,
  );

test('the caller owns what it creates', async () => {
  const { data: me } = await github.request('GET /user');
  const sent = { name: 'owned', description: 'Mine', private: true };
  const { status, data } = await github.request('POST /user/repos', sent);
  const want = { ...sent, full_name: `${me.login}/owned`, owner: { login: me.login } };
  expect(status).toBe(201);
  expect(data).toMatchObject(want);
  const where = { owner: me.login, repo: 'owned' };
  const found = await github.request('GET /repos/{owner}/{repo}', where);
  expect(found.data).toMatchObject(want);
  const mine = await github.paginate('GET /user/repos');
  expect(mine.map((one) => one.full_name)).toContain(`${me.login}/owned`);
});

test('a repository that was read is not sent again, and one that is deleted is gone', async () => {
  const where = await createRepository('short-lived');
  const { headers } = await github.request('GET /repos/{owner}/{repo}', where);
  const known = { 'if-none-match': String(headers.etag) };
  const again = github.request('GET /repos/{owner}/{repo}', { ...where, headers: known });
  expect(await errorOf(again)).toMatchObject({ status: 304 });
  const gone = await github.request('DELETE /repos/{owner}/{repo}', where);
  expect(gone.status).toBe(204);
  for (const path of ['GET /repos/{owner}/{repo}', 'GET /repos/{owner}/{repo}/issues']) {
    const error = await errorOf(github.request(path, { ...where }));
    expect(error).toMatchObject({ ...failed, status: 404, response: { data: { status: '404' } } });
  }
});

test('issues are paged by their Link headers', async () => {
  const where = await createRepository('busy');
  for (let at = 1; at <= 70; at++) {
    const { data } = await github.request('POST /repos/{owner}/{repo}/issues', {
      ...where,
      title: `Issue ${at}`,
    });
    expect(data).toMatchObject({ number: at, title: `Issue ${at}`, state: 'open' });
  }
  const path = 'GET /repos/{owner}/{repo}/issues';
  const first = await github.request(path, { ...where, per_page: 30 });
  const { pathname } = new URL(`${service.url}/repos/${where.owner}/busy/issues`);
  const link = (page: number, rel: string): string =>
    `<${service.url.replace(/\/$/, '')}${pathname}?per_page=30&page=${page}>; rel="${rel}"`;
  expect(first.headers.link).toBe(`${link(2, 'next')}, ${link(3, 'last')}`);
  const sizes: number[] = [];
  for await (const page of github.paginate.iterator(path, { ...where, per_page: 30 })) {
    sizes.push(page.data.length);
  }
  expect(sizes).toEqual([30, 30, 10]);
  const all = await github.paginate(path, { ...where, per_page: 30 });
  expect(all.map(({ number }) => number)).toEqual(Array.from({ length: 70 }, (_, at) => 70 - at));
});

test('a closed issue is listed with the closed ones', async () => {
  const where = await createRepository('closing');
  const path = 'POST /repos/{owner}/{repo}/issues';
  for (const title of ['One', 'Two']) await github.request(path, { ...where, title });
  const change = { state: 'closed', state_reason: 'completed' } as const;
  const { data } = await github.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
    ...{ ...where, issue_number: 1 },
    ...change,
  });
  expect(data).toMatchObject({ ...change, number: 1, title: 'One' });
  for (const [state, numbers] of [
    ['closed', [1]],
    ['open', [2]],
  ] as const) {
    const listed = await github.request('GET /repos/{owner}/{repo}/issues', { ...where, state });
    expect(listed.data.map(({ number }) => number)).toEqual(numbers);
  }
  const issue = { ...where, issue_number: 1 };
  const lock = await github.request('PUT /repos/{owner}/{repo}/issues/{issue_number}/lock', issue);
  expect(lock.status).toBe(204);
  const locked = await github.request('GET /repos/{owner}/{repo}/issues/{issue_number}', issue);
  expect(locked.data.locked).toBe(true);
});

test('labels go by their names, and no two have the same', async () => {
  const where = await createRepository('labelled');
  const sent = { ...where, name: 'bug', color: 'f29513' };
  const { data } = await github.request('POST /repos/{owner}/{repo}/labels', sent);
  expect(data).toMatchObject({ name: 'bug', color: 'f29513' });
  const label = { ...where, name: 'bug' };
  const found = await github.request('GET /repos/{owner}/{repo}/labels/{name}', label);
  expect(found.data).toEqual(data);
  const twice = await errorOf(github.request('POST /repos/{owner}/{repo}/labels', sent));
  expect(twice).toMatchObject({ status: 422 });
  await github.request('DELETE /repos/{owner}/{repo}/labels/{name}', label);
  expect((await github.request('GET /repos/{owner}/{repo}/labels', where)).data).toEqual([]);
});

test('an issue has the labels and assignees that are named', async () => {
  const where = await createRepository('named');
  const sent = { ...where, name: 'bug', color: 'f29513' };
  const { data: bug } = await github.request('POST /repos/{owner}/{repo}/labels', sent);
  const { data } = await github.request('POST /repos/{owner}/{repo}/issues', {
    ...{ ...where, title: 'One', labels: ['bug'] },
    assignees: [where.owner],
  });
  expect(data.labels).toEqual([bug]);
  expect(data).toMatchObject({ assignees: [{ login: where.owner }], user: { login: where.owner } });
  const issue = { ...where, issue_number: 1 };
  const labels = '/repos/{owner}/{repo}/issues/{issue_number}/labels';
  const added = await github.request(`POST ${labels}`, { ...issue, labels: ['new'] });
  expect(added.data.map(({ name }) => name)).toEqual(['bug', 'new']);
  await github.request(`DELETE ${labels}/{name}`, { ...issue, name: 'bug' });
  const found = await github.request('GET /repos/{owner}/{repo}/issues', {
    ...{ ...where, labels: 'new' },
  });
  expect(found.data).toMatchObject([{ number: 1, labels: [{ name: 'new' }] }]);
  const path = '/repos/{owner}/{repo}/issues/{issue_number}/assignees';
  const gone = await github.request(`DELETE ${path}`, { ...issue, assignees: [where.owner] });
  expect(gone.data.assignees).toEqual([]);
});

test('an issue tells when it was closed, until it is open again', async () => {
  const where = await createRepository('reopened');
  await github.request('POST /repos/{owner}/{repo}/issues', { ...where, title: 'One' });
  const path = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';
  const issue = { ...where, issue_number: 1 };
  const closed = await github.request(path, { ...issue, state: 'closed' });
  expect(closed.data).toMatchObject({ state_reason: 'completed', closed_at: expect.any(String) });
  const open = await github.request(path, { ...issue, state: 'open' });
  expect(open.data).toMatchObject({ state_reason: 'reopened', closed_at: null });
});

test.each([
  ['is:open', [2]],
  ['is:closed', [1]],
  ['-label:bug', [2]],
  ['first', [1]],
  ['is:open first', []],
])('issues are found by %s', async (asked, want) => {
  const where = await createRepository(`searched-${asked.length}-${want.length}`);
  const path = 'POST /repos/{owner}/{repo}/issues';
  await github.request(path, { ...where, title: 'The first', labels: ['bug'] });
  await github.request(path, { ...where, title: 'Another' });
  const change = { ...where, issue_number: 1, state: 'closed' } as const;
  await github.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', change);
  const { data } = await github.request('GET /search/issues', {
    q: `${asked} repo:${where.owner}/${where.repo}`,
  });
  expect(data.items.map(({ number }) => number)).toEqual(want);
});

test('a repository that is renamed keeps its issues, and a label takes its new name', async () => {
  const where = await createRepository('before');
  await github.request('POST /repos/{owner}/{repo}/issues', { ...where, title: 'One' });
  const { data } = await github.request('PATCH /repos/{owner}/{repo}', { ...where, name: 'after' });
  expect(data).toMatchObject({ name: 'after', full_name: `${where.owner}/after` });
  const after = { ...where, repo: 'after' };
  const { data: issues } = await github.request('GET /repos/{owner}/{repo}/issues', after);
  expect(issues).toMatchObject([{ number: 1, title: 'One' }]);
  const sent = { ...after, name: 'bug', color: 'f29513' };
  await github.request('POST /repos/{owner}/{repo}/labels', sent);
  const path = '/repos/{owner}/{repo}/labels/{name}';
  await github.request(`PATCH ${path}`, { ...after, name: 'bug', new_name: 'fault' });
  const renamed = await github.request(`GET ${path}`, { ...after, name: 'fault' });
  expect(renamed.data).toMatchObject({ name: 'fault', color: 'f29513' });
});

test('what is starred is listed, and what is followed is who it is', async () => {
  const where = await createRepository('starred');
  const star = '/user/starred/{owner}/{repo}';
  expect(await errorOf(github.request(`GET ${star}`, where))).toMatchObject({ status: 404 });
  await github.request(`PUT ${star}`, where);
  expect((await github.request(`GET ${star}`, where)).status).toBe(204);
  const starred = await github.request('GET /user/starred');
  const full = `${where.owner}/${where.repo}`;
  expect(starred.data).toMatchObject([{ full_name: full }]);
  await github.request(`DELETE ${star}`, where);
  expect((await github.request('GET /user/starred')).data).toEqual([]);
  const users = (await github.request('GET /users')).data;
  const other = users.find(({ login }) => login !== where.owner);
  const named = { username: other?.login ?? '' };
  await github.request('PUT /user/following/{username}', named);
  const { data } = await github.request('GET /user/following');
  expect(data.find(({ login }) => login === named.username)?.id).toBe(other?.id);
});

test('a pull request is merged once somebody merges it', async () => {
  const where = await createRepository('merged');
  const sent = { ...where, title: 'Better', head: 'feature', base: 'main' };
  const { data } = await github.request('POST /repos/{owner}/{repo}/pulls', sent);
  expect(data).toMatchObject({ head: { ref: 'feature' }, base: { ref: 'main' } });
  const pull = { ...where, pull_number: data.number };
  const merge = '/repos/{owner}/{repo}/pulls/{pull_number}/merge';
  expect(await errorOf(github.request(`GET ${merge}`, pull))).toMatchObject({ status: 404 });
  await github.request(`PUT ${merge}`, pull);
  expect((await github.request(`GET ${merge}`, pull)).status).toBe(204);
});

test('first repositories are found under the names that they show', async () => {
  const { data } = await github.request('GET /user/repos');
  for (const { full_name, name, owner, url } of data) {
    expect(full_name).toBe(`${owner.login}/${name}`);
    expect(url.endsWith(`/repos/${full_name}`)).toBe(true);
    const where = { owner: owner.login, repo: name };
    const found = await github.request('GET /repos/{owner}/{repo}', where);
    expect(found.data.full_name).toBe(full_name);
  }
  const error = await errorOf(
    github.request('GET /repos/{owner}/{repo}', { owner: 'a', repo: 'b' }),
  );
  expect(JSON.stringify(error)).not.toContain('full repository');
});

test('comments belong to their issue', async () => {
  const where = await createRepository('commented');
  for (const title of ['One', 'Two']) {
    await github.request('POST /repos/{owner}/{repo}/issues', { ...where, title });
  }
  const issue = { ...where, issue_number: 1 };
  const path = '/repos/{owner}/{repo}/issues/{issue_number}/comments';
  const { data } = await github.request(`POST ${path}`, { ...issue, body: 'Hello' });
  const comment = { ...where, comment_id: data.id };
  const one = '/repos/{owner}/{repo}/issues/comments/{comment_id}';
  await github.request(`PATCH ${one}`, { ...comment, body: 'Good bye' });
  const listed = await github.request(`GET ${path}`, issue);
  expect(listed.data).toMatchObject([{ id: data.id, body: 'Good bye' }]);
  const other = await github.request(`GET ${path}`, { ...where, issue_number: 2 });
  expect(other.data).toEqual([]);
  expect((await github.request(`DELETE ${one}`, comment)).status).toBe(204);
  expect((await github.request(`GET ${path}`, issue)).data).toEqual([]);
});

test('a gist lives until it is deleted', async () => {
  const sent = { files: { 'a.txt': { content: 'Hello' } }, description: 'A gist', public: true };
  const { status, data } = await github.request('POST /gists', sent);
  expect([status, data]).toMatchObject([201, { description: 'A gist', public: true }]);
  const gist = { gist_id: String(data.id) };
  await github.request('PATCH /gists/{gist_id}', { ...gist, description: 'Another' });
  const found = await github.request('GET /gists/{gist_id}', gist);
  expect(found.data).toMatchObject({ id: gist.gist_id, description: 'Another' });
  expect((await github.request('DELETE /gists/{gist_id}', gist)).status).toBe(204);
  const gone = await errorOf(github.request('GET /gists/{gist_id}', gist));
  expect(gone).toMatchObject({ status: 404 });
});

test('an organization has teams', async () => {
  const [first] = (await github.request('GET /organizations')).data;
  const org = String(first?.login);
  expect((await github.request('GET /orgs/{org}', { org })).data.login).toBe(org);
  const sent = { org, name: 'Night Watch', privacy: 'closed' } as const;
  const { status, data } = await github.request('POST /orgs/{org}/teams', sent);
  expect([status, data]).toMatchObject([201, { name: 'Night Watch', privacy: 'closed' }]);
  const teams = await github.paginate('GET /orgs/{org}/teams', { org });
  expect(teams.map(({ slug }) => slug)).toContain(data.slug);
  const team = { org, team_slug: data.slug };
  const found = await github.request('GET /orgs/{org}/teams/{team_slug}', team);
  expect(found.data.name).toBe('Night Watch');
});

test.each([
  {
    fault: 'a missing field',
    route: 'POST /gists',
    sent: { description: 'None' },
    want: { field: 'files', code: 'missing_field' },
  },
  {
    fault: 'a wrong type',
    route: 'POST /user/repos',
    sent: { name: 7 },
    want: { field: 'name', code: 'invalid' },
  },
])('$fault is told in the form of the document', async ({ route, sent, want }) => {
  const error = await errorOf(github.request(route, { ...sent }));
  expect(error).toMatchObject({ ...failed, status: 422, response: { data: { errors: [want] } } });
});
