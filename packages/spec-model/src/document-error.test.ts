import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { DocumentError } from './document-error.ts';
import { loadApi } from './load-api.ts';
import { writeFiles } from './testing/write-files.ts';

const HEAD = `openapi: 3.1.0
info: { title: T, version: '1' }
paths:
`;
const OK = `responses: { '200': { description: ok } }`;

/** What the file says, and what must be said of it: code, line, column and pointer. */
const CASES: {
  readonly [title: string]: { readonly text: string; readonly want: readonly unknown[][] };
} = {
  'text that is not YAML': {
    text: 'openapi: 3.1.0\ninfo: [\n',
    want: [['syntax', 3, 1, '#/']],
  },
  'JSON with a comma too many': {
    text: '{\n  "openapi": "3.1.0",,\n}',
    want: [['syntax', 2, 22, '#/']],
  },
  'a member twice': {
    text: `${HEAD}  /a: { get: { ${OK} } }\n  /a: { get: { ${OK} } }\n`,
    want: [['syntax', 5, 3, '#/']],
  },
  'an empty file': { text: '', want: [['not-openapi', 1, 1, '#/']] },
  'a list': { text: '- openapi', want: [['not-openapi', 1, 1, '#/']] },
  'an object that is not OpenAPI': { text: 'name: x', want: [['not-openapi', 1, 1, '#/']] },
  'a version to come': { text: 'openapi: 4.0.0', want: [['not-openapi', 1, 1, '#/']] },
  'aliases that stand for themselves': {
    text: 'openapi: 3.1.0\nx-a: &a { b: *a }',
    want: [['not-openapi', 1, 1, '#/']],
  },
  'a reference that leads nowhere': {
    text: `${HEAD}  /a:
    get:
      responses:
        '200': { $ref: '#/components/responses/None' }
`,
    want: [['dangling-ref', 7, 16, '#/paths/~1a/get/responses/200']],
  },
  'a reference to a file that is not there': {
    text: `${HEAD}  /a:\n    $ref: none.yaml\n`,
    want: [['dangling-ref', 5, 5, '#/paths/~1a']],
  },
  'a reference that leads to itself': {
    text: `${HEAD}  {}\ncomponents:\n  schemas:\n    A:\n      $ref: '#/components/schemas/A'\n`,
    want: [['dangling-ref', 8, 7, '#/components/schemas/A']],
  },
  'two equal operationIds': {
    text: `${HEAD}  /a:
    get: { operationId: same, ${OK} }
  /b:
    post: { operationId: same, ${OK} }
`,
    want: [
      ['duplicate-operation-id', 5, 25, '#/paths/~1a/get/operationId'],
      ['duplicate-operation-id', 7, 26, '#/paths/~1b/post/operationId'],
    ],
  },
  'a member of the wrong type': {
    text: `${HEAD}  /a:\n    get:\n      summary: [no]\n      ${OK}\n`,
    want: [['structure', 6, 16, '#/paths/~1a/get/summary']],
  },
  'a missing member': {
    text: "openapi: 3.1.0\ninfo: { title: T, version: '1' }\n",
    want: [['structure', 1, 1, '#/']],
  },
  'paths that differ by the names of parameters only': {
    text: `${HEAD}  /a/{x}:
    get: { parameters: [{ name: x, in: path, required: true, schema: {} }], ${OK} }
  /a/{y}:
    get: { parameters: [{ name: y, in: path, required: true, schema: {} }], ${OK} }
`,
    want: [['duplicate-path', 6, 3, '#/paths/~1a~1{y}']],
  },
  'a path parameter that is not described': {
    text: `${HEAD}  /a/{x}:\n    get: { ${OK} }\n`,
    want: [['path-parameter', 5, 5, '#/paths/~1a~1{x}/get/parameters']],
  },
  'a parameter twice': {
    text: `${HEAD}  /a:
    get:
      parameters:
        - { name: q, in: query, schema: {} }
        - { name: q, in: query, schema: {} }
      ${OK}
`,
    want: [['duplicate-parameter', 8, 11, '#/paths/~1a/get/parameters/1']],
  },
  'a security scheme that is not there': {
    text: `${HEAD}  {}\nsecurity:\n  - none: []\n`,
    want: [['unknown-security-scheme', 6, 5, '#/security/0/none']],
  },
};

for (const [title, { text, want }] of Object.entries(CASES)) {
  test(`${title} is refused with its place`, async () => {
    const file = join(writeFiles({ 'openapi.yaml': text }), 'openapi.yaml');
    const problems = await problemsOf(file);
    expect(
      problems.map(({ code, line, column, pointer }) => [code, line, column, pointer]),
    ).toEqual(want);
    expect(new Set(problems.map((problem) => problem.file))).toEqual(new Set([file]));
  });
}

test('a problem in a referenced file names that file', async () => {
  const folder = writeFiles({
    'openapi.yaml': `${HEAD}  /a:\n    $ref: a.yaml\n`,
    'a.yaml': `get:\n  ${OK}\n  deprecated: perhaps\n`,
  });
  const [problem] = await problemsOf(join(folder, 'openapi.yaml'));
  expect(problem).toMatchObject({ code: 'structure', line: 3, pointer: '#/get/deprecated' });
  expect(basename(problem?.file ?? '')).toBe('a.yaml');
});

test('a syntax error in a referenced file names its line', async () => {
  const folder = writeFiles({
    'openapi.yaml': `${HEAD}  /a:\n    $ref: a.yaml\n`,
    'a.yaml': 'get:\n  summary: [\n',
  });
  const problems = await problemsOf(join(folder, 'openapi.yaml'));
  const [inner] = problems.filter(({ code }) => code === 'syntax');
  expect([basename(inner?.file ?? ''), inner?.line]).toEqual(['a.yaml', 3]);
});

test('each of two equal operationIds names the place of the other', async () => {
  const text = `${HEAD}  /a: { get: { operationId: same, ${OK} }, put: { operationId: same, ${OK} } }`;
  const problems = await problemsOf(join(writeFiles({ 'o.yaml': text }), 'o.yaml'));
  expect(problems.map(({ message }) => message.includes('#/paths/~1a/get'))).toEqual([false, true]);
});

for (const source of [
  'none.yaml',
  '.',
  'https://example.com/openapi.yaml',
  new URL('http://x.test/'),
]) {
  test(`${source} is unreadable`, async () => {
    expect(await problemsOf(source)).toMatchObject([{ code: 'unreadable', line: 1, column: 1 }]);
  });
}

test('a remote reference is refused and not fetched', async () => {
  const document = {
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths: { '/a': { $ref: 'http://127.0.0.1:9/a.yaml' } },
  };
  const [problem] = await problemsOf(document);
  expect(problem?.code).toBe('dangling-ref');
  expect(problem?.message).toContain('remote references are refused');
});

async function problemsOf(source: string | URL | object): Promise<DocumentError['problems']> {
  const error: unknown = await loadApi(source).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DocumentError);
  return error instanceof DocumentError ? error.problems : [];
}
