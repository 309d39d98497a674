import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { createBodyMask } from '../requests/mask-secrets.ts';
import { keyNames } from '../requests/secret-names.ts';
import { createPaint } from './paint.ts';
import { requestLine } from './request-line.ts';

const plain = createPaint(false, {});
const colored = createPaint(true, {});
const served = { method: 'GET', path: '/v1/tasks', status: 200, durationMs: 1.234 };

test('a line shows method, path, status and time', () => {
  expect(requestLine(served, plain)).toBe('GET     /v1/tasks  200  1.2 ms');
});

test('a connection that was broken off is called reset', () => {
  expect(requestLine({ ...served, status: 0 }, plain)).toContain('reset');
});

test('a path cannot steer the terminal', () => {
  const line = requestLine({ ...served, path: '/\u001b[2J\u009b2J\u0007é' }, plain);
  expect(line).toContain('/%1B[2J%9B2J%07%E9');
});

test('a token in the query is masked', () => {
  const line = requestLine({ ...served, path: '/v1/tasks?access_token=0123456789' }, plain);
  expect(line).toContain('/v1/tasks?access_token=0123…9');
});

test('a key is masked in the query parameter that the document names', () => {
  const extensions = {};
  const scheme = { type: 'apiKey', in: 'query', name: 'app.id', extensions } as const;
  const mask = createBodyMask(keyNames({ securitySchemes: { scheme } }, 'query'));
  const path = '/v1/tasks?a=b&app.id=0123456789&appxid=0123456789';
  expect(requestLine({ ...served, path }, plain, mask)).toContain(
    '/v1/tasks?a=b&app.id=0123…9&appxid=0123456789',
  );
});

test.each([
  { status: 200, code: 32 },
  { status: 404, code: 33 },
  { status: 503, code: 31 },
  { status: 0, code: 31 },
])('status $status has colour $code on a terminal', ({ status, code }) => {
  const line = requestLine({ ...served, status }, colored);
  expect(line).toContain(`\u001b[${code}m`);
  expect(stripVTControlCharacters(line)).toBe(requestLine({ ...served, status }, plain));
});

test.each([
  { where: 'a file', isTerminal: false, env: {} },
  { where: 'a terminal with NO_COLOR', isTerminal: true, env: { NO_COLOR: '1' } },
  { where: 'a dumb terminal', isTerminal: true, env: { TERM: 'dumb' } },
])('$where gets plain text', ({ isTerminal, env }) => {
  expect(createPaint(isTerminal, env)('red', 'text')).toBe('text');
});
