import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { JsonObject } from './api-model.ts';
import { applyOverlays, type OverlaidDocument } from './apply-overlays.ts';
import { writeFiles } from './testing/write-files.ts';

const info = { title: 'T', version: '1' };

function apply(
  given: JsonObject,
  actions: readonly object[],
  overlay = '1.1.0',
): Promise<OverlaidDocument> {
  return applyOverlays(given, [{ overlay, info, actions }]);
}

const SERVERS = {
  servers: [{ url: '/a', name: 'Dev' }, { url: '/b' }, { url: '/c', name: 'Dev' }],
};
const PATHS = {
  paths: {
    '/a': { get: { summary: 'A', tags: ['x'], responses: { 200: {}, 500: {} } } },
    '/b': { get: { responses: { 200: {}, default: {} } } },
  },
};

/** Both versions do these alike; each is a case of the specification's text or of its examples. */
test.each<[string, JsonObject, readonly object[], JsonObject]>([
  [
    'the root is merged',
    { a: { b: 1 } },
    [{ target: '$', update: { a: { c: 2 } } }],
    { a: { b: 1, c: 2 } },
  ],
  [
    'an object is merged and its primitives replaced',
    PATHS,
    [{ target: "$.paths['/a'].get", update: { summary: 'All', description: 'D' } }],
    {
      paths: {
        ...PATHS.paths,
        '/a': { get: { ...PATHS.paths['/a'].get, summary: 'All', description: 'D' } },
      },
    },
  ],
  [
    'lists inside an object are concatenated',
    { get: { tags: ['a'] } },
    [{ target: '$.get', update: { tags: ['b'] } }],
    { get: { tags: ['a', 'b'] } },
  ],
  [
    'an object is appended to a list',
    { list: [1] },
    [{ target: '$.list', update: { a: 1 } }],
    { list: [1, { a: 1 }] },
  ],
  [
    'a primitive is appended to a list',
    { list: [1] },
    [{ target: '$.list', update: 2 }],
    { list: [1, 2] },
  ],
  [
    'null is appended to a list',
    { list: [1] },
    [{ target: '$.list', update: null }],
    { list: [1, null] },
  ],
  [
    'every match is updated',
    { a: { get: {} }, b: { get: { x: 1 } }, c: { put: {} } },
    [{ target: '$.*.get', update: { safe: true } }],
    { a: { get: { safe: true } }, b: { get: { x: 1, safe: true } }, c: { put: {} } },
  ],
  [
    'a match that is found twice is updated once',
    { list: [{ tags: [] }] },
    [{ target: '$.list[0, 0]', update: { tags: ['x'] } }],
    { list: [{ tags: ['x'] }] },
  ],
  [
    'entries are removed by what they hold',
    SERVERS,
    [{ target: "$.servers[?@.name == 'Dev']", remove: true }],
    { servers: [{ url: '/b' }] },
  ],
  [
    'entries are removed by index, all at once',
    { list: [0, 1, 2, 3] },
    [{ target: '$.list[0, 2, 0]', remove: true }],
    { list: [1, 3] },
  ],
  [
    'members are removed wherever they are',
    PATHS,
    [
      { target: "$.paths..responses['500']", remove: true },
      { target: '$..default', remove: true },
    ],
    {
      paths: {
        '/a': { get: { summary: 'A', tags: ['x'], responses: { 200: {} } } },
        '/b': { get: { responses: { 200: {} } } },
      },
    },
  ],
  [
    'a primitive is removed',
    { a: { b: 'x', c: 1 } },
    [{ target: '$.a.b', remove: true }],
    { a: { c: 1 } },
  ],
  [
    'what is removed is made anew by the next action',
    SERVERS,
    [
      { target: '$.servers', remove: true },
      { target: '$', update: { servers: [{ url: '/d' }] } },
    ],
    { servers: [{ url: '/d' }] },
  ],
  ['remove: false removes nothing', { a: 1 }, [{ target: '$.a', remove: false }], { a: 1 }],
  [
    'a trait is found by its extension',
    { paths: { '/a': { get: { 'x-traits': ['paged'] } }, '/b': { get: {} } } },
    [{ target: "$.paths[?(@.get['x-traits'][?(@ == 'paged')])].get", update: { paged: true } }],
    { paths: { '/a': { get: { 'x-traits': ['paged'], paged: true } }, '/b': { get: {} } } },
  ],
])('%s', async (_title, ...[given, actions, want]) => {
  const before = JSON.stringify(given);
  for (const version of ['1.0.0', '1.0.9', '1.1.0']) {
    expect((await apply(given, actions, version)).document).toEqual(want);
  }
  expect(JSON.stringify(given)).toBe(before);
});

test.each<[string, JsonObject, object, JsonObject]>([
  ['concatenates lists', { list: [1] }, { target: '$.list', update: [2, 3] }, { list: [1, 2, 3] }],
  [
    'replaces primitives',
    { a: 'x', b: 1 },
    { target: '$[?@ == 1]', update: 'y' },
    { a: 'x', b: 'y' },
  ],
  [
    'copies an object into another',
    { a: { get: {} }, b: { put: {} } },
    { target: '$.b', copy: '$.a' },
    { a: { get: {} }, b: { put: {}, get: {} } },
  ],
  [
    'copies a list behind another',
    { a: [1], b: [2] },
    { target: '$.b', copy: '$.a' },
    { a: [1], b: [2, 1] },
  ],
  [
    'copies a primitive over another',
    { a: 1, b: 2 },
    { target: '$.b', copy: '$.a' },
    { a: 1, b: 1 },
  ],
  [
    'copies what was there before the action',
    { a: { b: {} } },
    { target: '$.a.b', copy: '$.a' },
    { a: { b: { b: {} } } },
  ],
])('version 1.1 %s', async (_title, ...[given, action, want]) => {
  expect((await apply(given, [action])).document).toEqual(want);
});

test('version 1.1 renames by update, copy and remove', async () => {
  const { document } = await apply(PATHS, [
    { target: '$.paths', update: { '/c': {} } },
    { target: "$.paths['/c']", copy: "$.paths['/a']" },
    { target: "$.paths['/a']", remove: true },
  ]);
  expect(document).toEqual({ paths: { '/b': PATHS.paths['/b'], '/c': PATHS.paths['/a'] } });
});

test('version 1.0 appends a list as one entry', async () => {
  const { document } = await apply({ list: [1] }, [{ target: '$.list', update: [2] }], '1.0.0');
  expect(document).toEqual({ list: [1, [2]] });
});

test('version 1.0 removes what it is told to update and remove', async () => {
  const action = { target: '$.a', update: { b: 1 }, remove: true };
  expect((await apply({ a: {} }, [action], '1.0.0')).document).toEqual({});
});

test('a copied value and its source go their own ways', async () => {
  const { document } = await apply({ a: { list: [1] }, b: {} }, [
    { target: '$.b', copy: '$.a' },
    { target: '$.b.list', update: 2 },
  ]);
  expect(document).toEqual({ a: { list: [1] }, b: { list: [1, 2] } });
});

test('a target that selects nothing is a warning with its place', async () => {
  const { document, warnings } = await apply({ a: 1 }, [
    { target: '$.b', update: 1 },
    { target: '$.b', remove: true },
  ]);
  expect(document).toEqual({ a: 1 });
  expect(warnings.map(({ code, pointer, file }) => [code, pointer, file])).toEqual([
    ['no-match', '#/actions/0/target', '<overlay 1>'],
    ['no-match', '#/actions/1/target', '<overlay 1>'],
  ]);
});

test('overlays are applied in order, from paths, URLs and objects', async () => {
  const yaml = 'overlay: 1.1.0\ninfo: { title: T, version: "1" }\nactions:\n';
  const folder = writeFiles({
    'a.yaml': `${yaml}  - { target: $.list, update: path }\n`,
    'b.json': JSON.stringify({
      overlay: '1.0.0',
      info,
      actions: [{ target: '$.list', update: 'url' }],
    }),
  });
  const { document } = await applyOverlays({ list: [] }, [
    join(folder, 'a.yaml'),
    pathToFileURL(join(folder, 'b.json')),
    { overlay: '1.0.0', info, actions: [{ target: '$.list', update: 'object' }] },
  ]);
  expect(document).toEqual({ list: ['path', 'url', 'object'] });
});

test('actions may repeat across overlays and extensions are let through', async () => {
  const overlay = {
    overlay: '1.0.0',
    'x-a': 1,
    info: { ...info, 'x-b': 1, description: 'D' },
    actions: [{ target: '$.list', update: 1, 'x-c': 1, description: 'D' }],
  };
  expect((await applyOverlays({ list: [] }, [overlay, overlay])).document).toEqual({
    list: [1, 1],
  });
});

test('copies of copies end before the document is too large to walk', async () => {
  const doubling = Array.from({ length: 40 }, (_, index) => [
    { target: '$', update: { [`c${index}`]: {} } },
    { target: `$.c${index}`, copy: '$' },
  ]);
  await expect(apply({ a: 1 }, doubling.flat())).rejects.toMatchObject({
    problems: [{ code: 'too-large' }],
  });
});
