import { join } from 'node:path';
import { expect, test } from 'vitest';
import { applyOverlays } from '../apply-overlays.ts';
import { DocumentError } from '../document-error.ts';
import { writeFiles } from '../testing/write-files.ts';

const HEAD = `overlay: 1.1.0
info: { title: T, version: '1' }
`;
const ACTIONS = `${HEAD}actions:
`;
const DOCUMENT = { a: { b: 1 }, list: [{}], text: 'x' };

/** What the file says, and what must be said of it: code, line, column and pointer. */
const CASES: { readonly [title: string]: readonly [text: string, ...want: readonly unknown[][]] } =
  {
    'text that is not YAML': ['overlay: [', ['syntax', 1, 11, '#/']],
    'an empty file': ['', ['not-overlay', 1, 1, '#/']],
    'a list': ['- overlay', ['not-overlay', 1, 1, '#/']],
    'an OpenAPI document': ['openapi: 3.1.0', ['not-overlay', 1, 1, '#/']],
    'aliases that stand for themselves': [
      'overlay: 1.1.0\nx-a: &a { b: *a }',
      ['not-overlay', 1, 1, '#/'],
    ],
    'a version to come': ['info: {}\noverlay: 1.2.0', ['not-overlay', 2, 10, '#/overlay']],
    'a version that is a number': ['overlay: 1.1', ['not-overlay', 1, 10, '#/overlay']],
    'no info and no actions': [
      'overlay: 1.0.0',
      ['structure', 1, 1, '#/'],
      ['structure', 1, 1, '#/'],
    ],
    'an empty info': [
      'overlay: 1.0.0\ninfo: {}\nactions: [{ target: $, update: {} }]',
      ['structure', 2, 7, '#/info'],
      ['structure', 2, 7, '#/info'],
    ],
    'a version of the overlay that is a number': [
      'overlay: 1.0.0\ninfo: { title: T, version: 1.0 }\nactions: [{ target: $, update: {} }]',
      ['structure', 2, 28, '#/info/version'],
    ],
    'extends that is no text': [
      `${HEAD}extends: [a]\nactions: [{ target: $, update: {} }]`,
      ['structure', 3, 10, '#/extends'],
    ],
    'no action': [`${HEAD}actions: []`, ['structure', 3, 10, '#/actions']],
    'actions that are an object': [`${HEAD}actions: {}`, ['structure', 3, 10, '#/actions']],
    'an action that is text': [`${ACTIONS}  - $`, ['structure', 4, 5, '#/actions/0']],
    'a member misspelt': [
      `${ACTIONS}  - target: $\n    upate: {}`,
      ['structure', 5, 12, '#/actions/0/upate'],
    ],
    'a member that every object has': [
      `${ACTIONS}  - { target: $, update: {}, toString: 1 }`,
      ['structure', 4, 40, '#/actions/0/toString'],
    ],
    'no target': [`${ACTIONS}  - update: {}`, ['structure', 4, 5, '#/actions/0']],
    'a target that is a number': [
      `${ACTIONS}  - { target: 1, update: {} }`,
      ['structure', 4, 15, '#/actions/0/target'],
    ],
    'remove that is text': [
      `${ACTIONS}  - { target: $.a, remove: 'true' }`,
      ['structure', 4, 28, '#/actions/0/remove'],
    ],
    'copy that is an object': [
      `${ACTIONS}  - { target: $.a, copy: {} }`,
      ['structure', 4, 26, '#/actions/0/copy'],
    ],
    'an action twice': [
      `${ACTIONS}  - { target: $, update: {} }\n  - { target: $, update: {} }`,
      ['structure', 5, 5, '#/actions/1'],
    ],
    'an action that changes nothing': [
      `${ACTIONS}  - target: $`,
      ['structure', 4, 5, '#/actions/0'],
    ],
    'copy in version 1.0': [
      `overlay: 1.0.0\ninfo: { title: T, version: '1' }\nactions:\n  - { target: $.a, copy: $.a }`,
      ['structure', 4, 5, '#/actions/0'],
    ],
    'targets that are no JSONPath': [
      `${ACTIONS}  - { target: a.b, update: {} }\n  - { target: '$.a[', update: {} }`,
      ['json-path', 4, 15, '#/actions/0/target'],
      ['json-path', 5, 15, '#/actions/1/target'],
    ],
    'a copy that is no JSONPath': [
      `${ACTIONS}  - { target: $.a, copy: a }`,
      ['json-path', 4, 26, '#/actions/0/copy'],
    ],
    'update and copy': [
      `${ACTIONS}  - { target: $.a, update: {}, copy: $.a }`,
      ['contradictory-action', 4, 5, '#/actions/0'],
    ],
    'update and remove': [
      `${ACTIONS}  - { target: $.a, update: null, remove: true }`,
      ['contradictory-action', 4, 5, '#/actions/0'],
    ],
    'copy and remove': [
      `${ACTIONS}  - { target: $.a, copy: $.a, remove: true }`,
      ['contradictory-action', 4, 5, '#/actions/0'],
    ],
    'a primitive for an object': [
      `${ACTIONS}  - { target: $.a, update: 1 }`,
      ['incompatible-update', 4, 28, '#/actions/0/update'],
    ],
    'an object for a primitive': [
      `${ACTIONS}  - { target: $.text, update: {} }`,
      ['incompatible-update', 4, 31, '#/actions/0/update'],
    ],
    'an object for a primitive inside': [
      `${ACTIONS}  - target: $\n    update:\n      a: { b: {} }`,
      ['incompatible-update', 6, 7, '#/actions/0/update'],
    ],
    'matches of two kinds': [
      `${ACTIONS}  - { target: '$[*]', update: {} }`,
      ['incompatible-update', 4, 15, '#/actions/0/target'],
    ],
    'a primitive updated in version 1.0': [
      `overlay: 1.0.0\ninfo: { title: T, version: '1' }\nactions:\n  - { target: $.text, update: y }`,
      ['incompatible-update', 4, 15, '#/actions/0/target'],
    ],
    'a copy of nothing': [
      `${ACTIONS}  - { target: $.a, copy: $.none }`,
      ['copy-source', 4, 26, '#/actions/0/copy'],
    ],
    'a copy of two values': [
      `${ACTIONS}  - { target: $.a, copy: '$[*]' }`,
      ['copy-source', 4, 26, '#/actions/0/copy'],
    ],
    'a copy of another kind': [
      `${ACTIONS}  - { target: $.a, copy: $.list }`,
      ['incompatible-update', 4, 26, '#/actions/0/copy'],
    ],
    'the whole document removed': [
      `${ACTIONS}  - { target: $, remove: true }`,
      ['incompatible-update', 4, 15, '#/actions/0/target'],
    ],
  };

for (const [title, [text, ...want]] of Object.entries(CASES)) {
  test(`${title} is refused with its place`, async () => {
    const file = join(writeFiles({ 'o.yaml': text }), 'o.yaml');
    const problems = await problemsOf([file]);
    expect(
      problems.map(({ code, line, column, pointer }) => [code, line, column, pointer]),
    ).toEqual(want);
    expect(new Set(problems.map((problem) => problem.file))).toEqual(new Set([file]));
  });
}

test.each(['none.yaml', '.', 'https://example.com/o.yaml', new URL('http://x.test/')])(
  'an overlay at %s is unreadable',
  async (source) => {
    expect(await problemsOf([source])).toMatchObject([{ code: 'unreadable', line: 1, column: 1 }]);
  },
);

test('the problems of every overlay are told at once', async () => {
  const problems = await problemsOf(['none.yaml', {}, { overlay: '3.0.0' }]);
  expect(problems.map(({ code, file }) => [code, file.split('/').at(-1)])).toEqual([
    ['unreadable', 'none.yaml'],
    ['not-overlay', '<overlay 2>'],
    ['not-overlay', '<overlay 3>'],
  ]);
});

async function problemsOf(
  overlays: readonly (string | URL | object)[],
): Promise<DocumentError['problems']> {
  const error: unknown = await applyOverlays(DOCUMENT, overlays).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DocumentError);
  return error instanceof DocumentError ? error.problems : [];
}
