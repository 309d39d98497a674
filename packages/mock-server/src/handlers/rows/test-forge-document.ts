import type { JsonObject } from '@product/spec-model';

const text = { type: 'string' };
const integer = { type: 'integer' };
const uri = { type: 'string', format: 'uri' };
const instant = { type: ['string', 'null'], format: 'date-time' };
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const listOf = (items: JsonObject): JsonObject => ({ type: 'array', items });
const object = (properties: JsonObject, required = Object.keys(properties)): JsonObject => ({
  ...{ type: 'object', required, properties },
});
const json = (schema: JsonObject, example?: JsonObject): JsonObject => ({
  'application/json': example === undefined ? { schema } : { schema, example },
});
const answers = (schema: JsonObject, status = 200, example?: JsonObject): JsonObject => ({
  responses: { [status]: { description: 'Done', content: json(schema, example) } },
});
const takes = (schema: JsonObject): JsonObject => ({ requestBody: { content: json(schema) } });
const bare: JsonObject = {
  responses: { 204: { description: 'Yes' }, 404: { description: 'No' } },
};
const inPath = (...names: readonly string[]): JsonObject => ({
  parameters: names.map((name) => ({
    ...{ name, in: 'path', required: true },
    schema: name === 'number' ? integer : text,
  })),
});
const inQuery = (...names: readonly string[]): JsonObject => ({
  parameters: names.map((name) => ({ name, in: 'query', schema: text })),
});

const root = 'https://forge.example.com/api';
const repo: JsonObject = {
  ...{ id: 7, name: 'sample', full_name: 'octo/sample', owner: { login: 'octo', id: 1 } },
  url: `${root}/repos/octo/sample`,
  html_url: 'https://forge.example.com/octo/sample',
  issues_url: `${root}/repos/octo/sample/issues{/number}`,
};
const label = { id: integer, name: text, color: text };
const names = object({ labels: listOf(text) });
const issues = '/repos/{owner}/{repo}/issues';

/** A forge of code: repositories by owner and name, issues with labels and assignees, stars. */
export const forgeDocument: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Forge', version: '1.0.0' },
  servers: [{ url: root }],
  paths: {
    '/user': { get: answers(ref('private-user')) },
    '/users': { get: answers(listOf(ref('simple-user'))) },
    '/users/{username}': { ...inPath('username'), get: answers(ref('private-user')) },
    '/user/repos': {
      get: answers(listOf(ref('full-repo'))),
      post: { ...takes(object({ name: text })), ...answers(ref('full-repo'), 201) },
    },
    '/user/starred': { get: answers(listOf(ref('full-repo'))) },
    '/user/starred/{owner}/{repo}': {
      ...{ ...inPath('owner', 'repo'), get: bare, put: bare, delete: bare },
    },
    '/user/following': { get: answers(listOf(ref('simple-user'))) },
    '/user/following/{username}': { ...inPath('username'), get: bare, put: bare, delete: bare },
    '/search/repos': {
      get: {
        ...inQuery('q'),
        ...answers(object({ total_count: integer, items: listOf(ref('repo-search-result-item')) })),
      },
    },
    '/repos/{owner}/{repo}': {
      ...inPath('owner', 'repo'),
      get: answers(ref('full-repo'), 200, repo),
      patch: { ...takes(object({ name: text }, [])), ...answers(ref('full-repo')) },
      delete: bare,
    },
    '/repos/{owner}/{repo}/transfer': {
      ...inPath('owner', 'repo'),
      post: { ...takes(object({ new_owner: text })), ...answers(ref('full-repo')) },
    },
    '/repos/{owner}/{repo}/labels': {
      ...inPath('owner', 'repo'),
      get: answers(listOf(ref('label'))),
      post: { ...takes(object({ name: text, color: text })), ...answers(ref('label'), 201) },
    },
    '/repos/{owner}/{repo}/labels/{name}': {
      ...inPath('owner', 'repo', 'name'),
      get: answers(ref('label')),
      patch: { ...takes(object({ new_name: text, color: text }, [])), ...answers(ref('label')) },
      delete: bare,
    },
    [issues]: {
      ...inPath('owner', 'repo'),
      get: { ...inQuery('labels', 'state'), ...answers(listOf(ref('issue'))) },
      post: { ...takes(ref('new-issue')), ...answers(ref('issue'), 201) },
    },
    [`${issues}/{number}`]: {
      ...inPath('owner', 'repo', 'number'),
      get: answers(ref('issue')),
      patch: { ...takes(ref('new-issue-state')), ...answers(ref('issue')) },
    },
    [`${issues}/{number}/labels`]: {
      ...inPath('owner', 'repo', 'number'),
      get: answers(listOf(ref('label'))),
      post: { ...takes(names), ...answers(listOf(ref('label'))) },
      put: { ...takes(names), ...answers(listOf(ref('label'))) },
      delete: bare,
    },
    [`${issues}/{number}/labels/{name}`]: {
      ...inPath('owner', 'repo', 'number', 'name'),
      get: bare,
      delete: answers(listOf(ref('label'))),
    },
    [`${issues}/{number}/assignees`]: {
      ...inPath('owner', 'repo', 'number'),
      post: { ...takes(object({ assignees: listOf(text) })), ...answers(ref('issue'), 201) },
      delete: { ...takes(object({ assignees: listOf(text) })), ...answers(ref('issue')) },
    },
    [`${issues}/{number}/pin`]: {
      ...{ ...inPath('owner', 'repo', 'number'), get: bare, put: bare, delete: bare },
    },
  },
  components: {
    schemas: {
      'simple-user': object({ login: text, id: integer }),
      'private-user': object({ login: text, id: integer, email: text, plan: text }),
      label: object(label),
      'full-repo': object({
        ...{ id: integer, name: text, full_name: text, owner: ref('simple-user') },
        ...{ url: uri, html_url: uri, issues_url: text },
      }),
      'repo-search-result-item': object({
        ...{ id: integer, name: text, full_name: text, score: { type: 'number' } },
      }),
      issue: object(
        {
          ...{ id: integer, number: integer, title: text, user: ref('simple-user') },
          state: { type: 'string', enum: ['open', 'closed'] },
          state_reason: {
            ...{ type: ['string', 'null'], enum: ['completed', 'reopened', 'not_planned', null] },
          },
          labels: listOf({ oneOf: [text, object(label, [])] }),
          assignees: listOf(ref('simple-user')),
          closed_at: instant,
        },
        ['id', 'number', 'title', 'state', 'labels', 'assignees', 'closed_at'],
      ),
      'new-issue': object({ title: text, labels: listOf(text), assignees: listOf(text) }, [
        'title',
      ]),
      'new-issue-state': object({ state: text, state_reason: text, title: text }, []),
    },
  },
};
