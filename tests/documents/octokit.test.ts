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
