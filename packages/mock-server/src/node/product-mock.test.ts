import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type CommandIo, main } from './product-mock.ts';

interface Terminal extends CommandIo {
  /** Everything written so far. */
  shown(): { readonly out: string; readonly err: string };
  /** Resolves when a text shows up on stdout. */
  shows(pattern: RegExp): Promise<RegExpExecArray>;
  /** As Ctrl-C does. */
  interrupt(): void;
}

function terminal(change: Partial<CommandIo> = {}): Terminal {
  let out = '';
  let err = '';
  const waiting = new Set<() => void>();
  const listeners: (() => void)[] = [];
  return {
    stdout: {
      write(text) {
        out += text;
        for (const check of waiting) check();
      },
    },
    stderr: {
      write(text) {
        err += text;
      },
    },
    env: {},
    once: (_signal, listener) => listeners.push(listener),
    ...change,
    shown: () => ({ out, err }),
    shows: (pattern) =>
      new Promise((resolve) => {
        const check = (): void => {
          const match = pattern.exec(out);
          if (match !== null) resolve(match);
        };
        waiting.add(check);
        check();
      }),
    interrupt() {
      for (const listener of listeners) listener();
    },
  };
}

interface Started {
  readonly io: Terminal;
  readonly url: string;
  readonly key: string;
  readonly ended: Promise<number>;
}

async function start(...argv: string[]): Promise<Started> {
  const io = terminal();
  const ended = main(['--port', '0', ...argv], io);
  onTestFinished(() => {
    io.interrupt();
  });
  const [, key = '', url = ''] = await io.shows(
    /curl (?:-H "Authorization: Bearer (\S+)" )?(\S+)\n/,
  );
  return { io, url, key, ended };
}

test('the call that is printed works as it stands', async () => {
  const { url, key } = await start();
  const response = await fetch(url, { headers: { Authorization: `Bearer ${key}` } });
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1\/tasks$/);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ data: expect.any(Array) });
});

test('the start screen shows the API, its console, and three keys', async () => {
  const { io } = await start();
  const { out } = io.shown();
  expect(out).toMatch(/Console {2}http:\/\/127\.0\.0\.1:\d+\/__mock/);
  expect(out.match(/ sk_(test|live)_mock_\w+ /g)).toHaveLength(3);
  expect(out).not.toContain('\u001b');
});

test('every request shows as a line', async () => {
  const { io, url } = await start();
  await fetch(url);
  const [line] = await io.shows(/GET .*\n/);
  expect(line).toMatch(/^GET +\/v1\/tasks +401 +\d+\.\d ms$/m);
});

test('the same seed gives the same keys, another seed others', async () => {
  const [first, again, other] = await Promise.all([start(), start(), start('--seed', '2')]);
  expect(again.key).toBe(first.key);
  expect(other.key).not.toBe(first.key);
});

test('the keys that were printed survive a reset from the console', async () => {
  const { url, key } = await start();
  const reset = await fetch(new URL('/__mock/reset', url), { method: 'POST' });
  expect(reset.status).toBe(204);
  const response = await fetch(url, { headers: { Authorization: `Bearer ${key}` } });
  expect(response.status).toBe(200);
});

test('the clock is the real one', async () => {
  const { url } = await start();
  const before = Date.now();
  const response = await fetch(new URL('/__mock/state', url));
  const { now } = (await response.json()) as { now: string }; // the control API's own answer
  expect(Date.parse(now)).toBeGreaterThanOrEqual(before);
  expect(Date.parse(now)).toBeLessThan(before + 60_000);
});

test('a signal ends it with code 0, and the port is free again', async () => {
  const { io, url, ended } = await start();
  io.interrupt();
  expect(await ended).toBe(0);
  await expect(fetch(url)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
});

test('a port that is taken ends it with code 1 and the port', async () => {
  const { url } = await start();
  const { port } = new URL(url);
  const io = terminal();
  expect(await main(['--port', port], io)).toBe(1);
  expect(io.shown().err).toContain(port);
});

test.each([
  { argv: ['--help'], out: /Usage: product-mock/ },
  { argv: ['--version'], out: /^\d+\.\d+\.\d+/ },
])('$argv is answered with code 0', async ({ argv, out }) => {
  const io = terminal();
  expect(await main(argv, io)).toBe(0);
  expect(io.shown().out).toMatch(out);
});

test('an unknown flag ends it with code 2 and the nearest right one', async () => {
  const io = terminal();
  expect(await main(['--prot', '1'], io)).toBe(2);
  expect(io.shown().err).toContain('--port');
});

test('on a terminal the start screen is coloured', async () => {
  let out = '';
  const io = terminal({ stdout: { isTTY: true, write: (text) => (out += text) } });
  io.interrupt();
  const stopAtOnce = { ...io, once: (_signal: string, stop: () => void) => stop() };
  expect(await main(['--port', '0'], stopAtOnce)).toBe(0);
  expect(out).toContain('\u001b[1m');
});

async function documentFile(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'product-mock-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'openapi.yaml');
  await writeFile(path, text);
  return path;
}

test('a document with a dangling reference is served, and the line of the fault is shown', async () => {
  const path = await documentFile(`openapi: 3.1.0
info: { title: Broken, version: '1' }
paths:
  /things:
    get:
      responses:
        '200':
          $ref: '#/components/responses/Nowhere'
`);
  const { io, url } = await start(path);
  expect(io.shown().err).toMatch(/^warning: 1 fault in the document, 1 operation stopped/);
  expect(io.shown().err).toContain(`${path}:8:`);
  expect(io.shown().err).toContain('#/paths/~1things/get/responses/200');
  const response = await fetch(url);
  expect(response.status).toBe(501);
  expect(await response.text()).toContain('#/paths/~1things/get/responses/200');
});

test.each([
  { flags: [], lines: 12, end: /and 15 more; --verbose/ },
  { flags: ['--verbose'], lines: 26, end: /responses\/200 .*\n$/ },
])('of many faults $lines lines are shown with $flags', async ({ flags, lines, end }) => {
  const broken = "{ get: { responses: { '200': { $ref: '#/nowhere' } } } }";
  const paths = Array.from({ length: 25 }, (_, index) => `  /thing${index}: ${broken}\n`);
  const path = await documentFile(`openapi: 3.1.0\npaths:\n${paths.join('')}`);
  const { io } = await start(path, ...flags);
  expect(io.shown().err.trimEnd().split('\n')).toHaveLength(lines);
  expect(io.shown().err).toMatch(end);
});

test('a document that is not there ends it with code 2', async () => {
  const io = terminal();
  expect(await main(['nowhere.yaml'], io)).toBe(2);
  expect(io.shown().err).toContain('nowhere.yaml');
});

const BARE = `openapi: 3.1.0
info: { title: Things, version: '1' }
paths:
  /weather:
    get: { operationId: weather.now, responses: { '204': { description: ok } } }
`;

const OVERLAY = `overlay: 1.1.0
info: { title: T, version: '1' }
actions:
`;

test('a document is served as its overlays make it, and what changes nothing is warned of', async () => {
  const document = await documentFile(BARE);
  const first = await documentFile(`${OVERLAY}  - { target: $.info, update: { title: Sky } }\n`);
  const second = await documentFile(
    `${OVERLAY}  - { target: $.info.title, update: Sea }\n  - { target: $.none, remove: true }\n`,
  );
  const { io } = await start(document, '--overlay', first, '--overlay', second);
  expect(io.shown().out).toContain('Sea 1');
  expect(io.shown().err).toMatch(/^warning: .*openapi\.yaml:5:15 #\/actions\/1\/target .*\n$/);
});

test.each([
  { text: '[', place: ':1:2 #/' },
  { text: 'openapi: 3.1.0', place: ':1:1 #/' },
  { text: `${OVERLAY}  - { target: a, remove: true }`, place: ':4:15 #/actions/0/target' },
  {
    text: `${OVERLAY}  - { target: $, update: {}, copy: $ }`,
    place: ':4:5 #/actions/0',
  },
  { text: `${OVERLAY}  - { target: $.info, update: 1 }`, place: ':4:31 #/actions/0/update' },
])('an overlay that is refused ends it with code 2 and $place', async ({ text, place }) => {
  const overlay = await documentFile(text);
  const io = terminal();
  expect(await main([await documentFile(BARE), '--overlay', overlay], io)).toBe(2);
  expect(io.shown().err).toContain(`${overlay}${place}`);
});

test('an overlay that is not there ends it with code 2', async () => {
  const io = terminal();
  expect(await main([await documentFile(BARE), '--overlay', 'nowhere.yaml'], io)).toBe(2);
  expect(io.shown().err).toContain('nowhere.yaml:1:1 #/');
});

test('a document of another API is served', async () => {
  const path = await documentFile(`openapi: 3.1.0
info: { title: Things, version: '1' }
servers: [{ url: 'https://things.example.com/api' }]
paths:
  /weather:
    get:
      operationId: weather.now
      responses:
        '200':
          description: How it is outside.
          content:
            application/json:
              schema: { type: object, properties: { sky: { type: string } } }
              example: { sky: blue }
`);
  const { url, io } = await start(path);
  expect(io.shown().out).toContain('Things 1');
  const response = await fetch(url);
  expect(url).toMatch(/\/api\/weather$/);
  expect(await response.json()).toEqual({ sky: 'blue' });
});
