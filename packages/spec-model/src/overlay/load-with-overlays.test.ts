import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DocumentError, type DocumentProblem } from '../document-error.ts';
import { type LoadedApi, loadApi } from '../load-api.ts';
import { writeFiles } from '../testing/write-files.ts';

const OK = `responses: { '200': { description: ok } }`;
const HEAD = `openapi: 3.1.0\ninfo: { title: T, version: '1' }\n`;
const FILES = {
  'openapi.yaml': `${HEAD}paths:\n  /a:\n    $ref: a.yaml\n  /b: { get: { ${OK} } }\n`,
  'a.yaml': `get:\n  operationId: a.get\n  ${OK}\nput: { $ref: put.yaml }\n`,
  'put.yaml': `${OK}\n`,
};

function overlay(actions: string, more = ''): string {
  return `overlay: 1.1.0\ninfo: { title: T, version: '1' }\n${more}actions:\n${actions}`;
}

async function load(files: { readonly [name: string]: string }): Promise<LoadedApi> {
  const folder = writeFiles({ ...FILES, 'put.yaml': 'x', ...files });
  return await loadApi(join(folder, 'openapi.yaml'), { overlays: [join(folder, 'o.yaml')] });
}

async function problemsOf(files: { readonly [name: string]: string }): Promise<readonly unknown[]> {
  const error: unknown = await load(files).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DocumentError);
  return error instanceof DocumentError ? error.problems.map(brief) : [];
}

function brief({ code, file, line, column, pointer }: DocumentProblem): readonly unknown[] {
  return [code, file.split('/').at(-1), line, column, pointer];
}

const A = `get:\n  operationId: a.get\n  ${OK}\n`;

test('a target leads into every file of the document', async () => {
  const { model, warnings } = await load({
    'a.yaml': A,
    'o.yaml': overlay(`  - { target: "$.paths['/a'].get", update: { operationId: a.read } }`),
  });
  expect(model.operations.map(({ id }) => id)).toEqual(['a.read', 'getB']);
  expect(warnings).toEqual([]);
});

test('the overlaid document is what the model and the tools see', async () => {
  const { model, document } = await load({
    'a.yaml': A,
    'o.yaml': overlay(`  - { target: $.info, update: { title: New } }`),
  });
  expect([model.info.title, document['info']]).toEqual(['New', { title: 'New', version: '1' }]);
});

test('an overlay sees the version that was written, before the upgrade', async () => {
  const swagger = {
    swagger: '2.0',
    info: { title: 'T', version: '1' },
    paths: { '/a': { get: { responses: { 200: { description: 'ok' } } } } },
  };
  const actions = [{ target: '$', update: { host: 'x.test', schemes: ['https'] } }];
  const overlays = [{ overlay: '1.0.0', info: { title: 'T', version: '1' }, actions }];
  const { model } = await loadApi(swagger, { overlays });
  expect(model.servers.map(({ url }) => url)).toEqual(['https://x.test']);
  expect(Object.keys(swagger)).toEqual(['swagger', 'info', 'paths']);
});

test('an overlay mends a document that is refused without it', async () => {
  const { model } = await load({
    'openapi.yaml': `${HEAD}paths:\n  /b: { get: { summary: [no], ${OK} } }\n`,
    'o.yaml': overlay(
      `  - { target: $..summary, remove: true }\n  - { target: $.paths.*.get, update: { summary: B } }`,
    ),
  });
  expect(model.operations[0]?.summary).toBe('B');
});

test('a target that selects nothing is a warning in the overlay', async () => {
  const { warnings } = await load({
    'a.yaml': A,
    'o.yaml': overlay('  - { target: $.none, remove: true }'),
  });
  expect(warnings.map(brief)).toEqual([['no-match', 'o.yaml', 4, 15, '#/actions/0/target']]);
});

test.each([
  ['openapi.yaml', []],
  ['./openapi.yaml#/', []],
  ['https://example.com/openapi.yaml', []],
  ['other.yaml', [['extends-another', 'o.yaml', 3, 10, '#/extends']]],
])('extends %s of an overlay beside openapi.yaml gives warnings %j', async (extended, want) => {
  const actions = '  - { target: $.info, update: { title: New } }';
  const { warnings } = await load({
    'a.yaml': A,
    'o.yaml': overlay(actions, `extends: ${extended}\n`),
  });
  expect(warnings.map(brief)).toEqual(want);
});

test.each<[string, string, readonly unknown[][]]>([
  [
    'a value of the wrong type',
    "  - target: $.info\n    update: { x-a: 1 }\n  - target: $.paths['/b'].get\n    update: { deprecated: perhaps }",
    [['structure', 'o.yaml', 6, 5, '#/actions/1']],
  ],
  [
    'a member that is taken away',
    '  - { target: $.info.title, remove: true }',
    [['structure', 'o.yaml', 4, 5, '#/actions/0']],
  ],
  [
    'an operationId that is used already',
    '  - { target: "$.paths[\'/b\'].get", update: { operationId: a.get } }',
    [
      ['duplicate-operation-id', '<document with overlays>', 10, 24, '#/paths/~1a/get/operationId'],
      ['duplicate-operation-id', 'o.yaml', 4, 5, '#/actions/0'],
    ],
  ],
  [
    'a reference that leads nowhere',
    "  - { target: \"$.paths['/b'].get.responses['200']\", update: { headers: { X: { $ref: '#/components/headers/X' } } } }",
    [['dangling-ref', 'o.yaml', 4, 5, '#/actions/0']],
  ],
])('%s is told at the action that brought it about', async (_title, actions, want) => {
  expect(await problemsOf({ 'a.yaml': A, 'o.yaml': overlay(actions) })).toEqual(want);
});

test('a reference whose target was removed is told at the removal', async () => {
  const problems = await problemsOf({
    'openapi.yaml': `${HEAD}paths:\n  /b: { get: { responses: { '200': { $ref: '#/components/responses/R' } } } }\ncomponents: { responses: { R: { description: ok } } }\n`,
    'o.yaml': overlay('  - { target: $.components, remove: true }'),
  });
  expect(problems).toEqual([['dangling-ref', 'o.yaml', 4, 5, '#/actions/0']]);
});

test('a problem that was there before is told in its own file', async () => {
  const problems = await problemsOf({
    'a.yaml': `${A}  deprecated: perhaps\n`,
    'o.yaml': overlay('  - { target: $.info, update: { title: New } }'),
  });
  expect(problems).toEqual([['structure', 'a.yaml', 4, 15, '#/get/deprecated']]);
});

test('a bad overlay is told before the document is read', async () => {
  const error: unknown = await loadApi('none.yaml', { overlays: [{}] }).catch((thrown) => thrown);
  expect(error).toMatchObject({ kind: 'document', problems: [{ code: 'not-overlay' }] });
});

test('a reference that leads to itself is refused with overlays too', async () => {
  const problems = await problemsOf({
    'openapi.yaml': `${HEAD}paths: {}\ncomponents:\n  schemas:\n    A:\n      $ref: '#/components/schemas/A'\n`,
    'o.yaml': overlay('  - { target: $.info, update: { title: New } }'),
  });
  expect(problems).toEqual([['dangling-ref', 'openapi.yaml', 7, 7, '#/components/schemas/A']]);
});

test('a member named __proto__ of document or overlay changes no prototype', async () => {
  const { model } = await load({
    'openapi.yaml': `${HEAD}paths: {}\nx-a: { __proto__: { polluted: 1 } }\n`,
    'o.yaml': overlay(
      '  - { target: $, update: { x-a: { __proto__: { polluted: 2 }, b: 1 } } }\n  - { target: "$..[\'__proto__\']", update: { polluted: 3 } }',
    ),
  });
  expect(({} as { polluted?: number }).polluted).toBeUndefined(); // what a polluted prototype would show
  expect(JSON.stringify(model.extensions)).toBe('{"x-a":{"__proto__":{"polluted":3},"b":1}}');
});
