import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { main } from './main.ts';
import { petstoreDocument } from './testing/petstore-document.ts';

const NAMES = ['--client', 'PetClient', '--package', '@pets/client'];

interface Run {
  readonly code: number;
  readonly out: readonly string[];
  readonly errors: readonly string[];
}

async function run(...argv: readonly string[]): Promise<Run> {
  const out: string[] = [];
  const errors: string[] = [];
  const code = await main(argv, {
    out: (line) => out.push(line),
    error: (line) => errors.push(line),
  });
  return { code, out, errors };
}

function folderWith(document: object | string): { document: string; out: string } {
  const folder = mkdtempSync(join(tmpdir(), 'codegen-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  writeFileSync(join(folder, 'api.json'), text);
  return { document: join(folder, 'api.json'), out: join(folder, 'generated') };
}

for (const [title, argv, said] of [
  ['no document', NAMES, 'exactly one document'],
  ['two documents', ['a.yaml', 'b.yaml', '--out', 'o', ...NAMES], 'exactly one document'],
  ['no folder', ['a.yaml', ...NAMES], 'Add --out dir'],
  ['no client', ['a.yaml', '--out', 'o', '--package', 'p'], 'Add --client'],
  [
    'a client that is no class name',
    ['a.yaml', '--out', 'o', '--client', 'a b', '--package', 'p'],
    'class name',
  ],
  ['an option misspelt', ['a.yaml', '--chekc'], 'Did you mean --check?'],
  ['an overlay without its path', ['a.yaml', '--overlay'], 'no value'],
  ['a value for a switch', ['a.yaml', '--check=no'], 'it takes no value'],
  ['check and watch at once', ['a.yaml', '--check', '--watch'], 'at once'],
] as const) {
  test(`${title} is bad usage`, async () => {
    const { code, errors } = await run(...argv);
    expect(code).toBe(2);
    expect(errors[0]).toContain(said);
  });
}

test('--help explains and succeeds', async () => {
  const { code, out } = await run('--help');
  expect(code).toBe(0);
  expect(out[0]).toContain('--check');
});

test('a document that cannot be read gives each problem with its place and writes nothing', async () => {
  const { document, out } = folderWith(
    '{\n "openapi": "3.1.0",\n "info": { "title": "T" },\n "paths": 1\n}',
  );
  const { code, errors } = await run(document, '--out', out, ...NAMES);
  expect(code).toBe(2);
  expect(
    errors.map((line) => line.slice(document.length, line.indexOf(' ', line.indexOf('#')))),
  ).toEqual([':3:2 #/info', ':4:11 #/paths']);
  expect(() => readdirSync(out)).toThrow();
});

test('a document that is not there is unreadable', async () => {
  const { code, errors } = await run('/none/api.yaml', '--out', '/none/out', ...NAMES);
  expect(code).toBe(2);
  expect(errors).toHaveLength(1);
});

test('files are written once and then up to date', async () => {
  const { document, out } = folderWith(petstoreDocument());
  const first = await run(document, '--out', out, ...NAMES);
  const second = await run(document, '--out', out, ...NAMES);
  expect([first.code, second.code]).toEqual([0, 0]);
  expect(first.out).toContain(`wrote ${out}/client.ts`);
  expect(second.out).toEqual([`${out} is up to date, 0 files changed`]);
});

test('--check tells what is missing, changed and stale, and writes nothing', async () => {
  const { document, out } = folderWith(petstoreDocument());
  const missing = await run(document, '--out', out, '--check', ...NAMES);
  expect([missing.code, missing.errors.includes(`missing ${out}/client.ts`)]).toEqual([1, true]);
  expect(() => readdirSync(out)).toThrow();
  await run(document, '--out', out, ...NAMES);
  expect((await run(document, '--out', out, '--check', ...NAMES)).code).toBe(0);
  const client = readFileSync(join(out, 'client.ts'), 'utf8');
  writeFileSync(join(out, 'profile.ts'), '// changed by hand');
  writeFileSync(join(out, 'resources/gone.ts'), client);
  writeFileSync(join(out, 'mine.ts'), '// written by hand');
  const drifted = await run(document, '--out', out, '--check', ...NAMES);
  expect(drifted.code).toBe(1);
  expect(drifted.errors).toEqual([`changed ${out}/profile.ts`, `stale ${out}/resources/gone.ts`]);
});

test('a stale generated file is removed and a file of the user stays', async () => {
  const { document, out } = folderWith(petstoreDocument());
  await run(document, '--out', out, ...NAMES);
  const client = readFileSync(join(out, 'client.ts'), 'utf8');
  writeFileSync(join(out, 'gone.ts'), client);
  writeFileSync(join(out, 'mine.ts'), '// written by hand');
  const { out: said } = await run(document, '--out', out, ...NAMES);
  expect(said).toContain(`removed ${out}/gone.ts`);
  expect(readdirSync(out).filter((name) => ['gone.ts', 'mine.ts'].includes(name))).toEqual([
    'mine.ts',
  ]);
});

function overlayText(target: string, update: object): string {
  const actions = [{ target, update }];
  return JSON.stringify({ overlay: '1.0.0', info: { title: 'T', version: '1' }, actions }, null, 1);
}

test('overlays are applied in order before anything is generated', async () => {
  const { document, out } = folderWith(petstoreDocument());
  const [one, two] = [`${document}.1.json`, `${document}.2.json`];
  writeFileSync(one, overlayText('$.info', { version: '7.0.0', 'x-next': '8.0.0' }));
  writeFileSync(two, overlayText("$.info[?@ == '8.0.0']", {}));
  const refused = await run(document, '--overlay', one, '--overlay', two, '--out', out, ...NAMES);
  expect([refused.code, refused.errors[0]?.includes('.2.json:9:14 #/actions/0/target')]).toEqual([
    2,
    true,
  ]);
  const done = await run(document, '--overlay', one, '--out', out, ...NAMES);
  expect([done.code, readFileSync(join(out, 'client.ts'), 'utf8').includes('7.0.0')]).toEqual([
    0,
    true,
  ]);
});

test('an overlay that changes nothing is a warning with its place, and no failure', async () => {
  const { document, out } = folderWith(petstoreDocument());
  writeFileSync(`${document}.o.json`, overlayText('$.none', {}));
  const { code, errors } = await run(
    ...[document, '--overlay', `${document}.o.json`, '--out', out, ...NAMES],
  );
  expect([code, errors.length]).toEqual([0, 1]);
  expect(errors[0]).toContain('api.json.o.json:9:14 #/actions/0/target warning: ');
});

test.each<[string, string, string]>([
  ['text that is no YAML', '{', ':1:2 #/ '],
  ['another document', '{"openapi": "3.1.0"}', ':1:1 #/ '],
  ['no JSONPath', overlayText('a[', {}), ':9:14 #/actions/0/target '],
])('an overlay of %s is refused with its place and writes nothing', async (_title, text, place) => {
  const { document, out } = folderWith(petstoreDocument());
  writeFileSync(`${document}.o.json`, text);
  const { code, errors } = await run(
    ...[document, '--overlay', `${document}.o.json`, '--out', out, ...NAMES],
  );
  expect([code, errors.length]).toEqual([2, 1]);
  expect(errors[0]).toContain(`api.json.o.json${place}`);
  expect(() => readdirSync(out)).toThrow();
});

test('--watch generates again when a document or an overlay changes, whatever state they are in', async () => {
  const { document, out } = folderWith(petstoreDocument());
  const overlay = `${document}.o.json`;
  writeFileSync(overlay, overlayText('$.info', { version: '2.0.0' }));
  const stop = new AbortController();
  const said: string[] = [];
  const steps = [
    () => writeFileSync(overlay, '{'),
    () => writeFileSync(overlay, overlayText('$.info', { version: '3.0.0' })),
    () => stop.abort(),
  ];
  let tell: (name: string) => void = () => undefined;
  const next = (line: string): void => {
    said.push(line);
    steps.shift()?.();
    tell('api.json.o.json');
  };
  const code = await main([document, '--overlay', overlay, '--out', out, '--watch', ...NAMES], {
    out: (line) => (line.includes('is up to date') ? next('done') : undefined),
    error: () => next('refused'),
    signal: stop.signal,
    door: {
      wait: async () => undefined,
      watch: (_folder, onChange) => {
        tell = onChange;
        return { close: () => undefined };
      },
    },
  });
  expect([code, said]).toEqual([0, ['done', 'refused', 'done']]);
  expect(readFileSync(join(out, 'client.ts'), 'utf8')).toContain('3.0.0');
});

test('--watch generates and ends with its signal', async () => {
  const { document, out } = folderWith(petstoreDocument());
  const code = await main([document, '--out', out, '--watch', ...NAMES], {
    out: () => undefined,
    error: () => undefined,
    signal: AbortSignal.abort(),
  });
  expect(code).toBe(0);
  expect(readdirSync(out)).toContain('client.ts');
});
