import { expect, test } from 'vitest';
import { guardRequest } from './guard-request.ts';

test.each([
  { host: '127.0.0.1:4010' },
  { host: '127.9.9.9' },
  { host: 'localhost:4010' },
  { host: 'LOCALHOST' },
  { host: 'mock.localhost:1' },
  { host: '[::1]:4010' },
  { host: 'mock.lan:4010' },
  { host: '192.168.0.7:4010' },
])('a call by $host is allowed', ({ host }) => {
  expect(() => guardRequest({ host: [host] }, ['mock.lan', '192.168.0.7'])).not.toThrow();
});

test.each([
  { host: 'evil.example' },
  { host: 'evil.example:4010' },
  { host: '127.0.0.1.evil.example' },
  { host: 'localhost.evil.example' },
  { host: '127.0.0.1@evil.example' },
  { host: 'evillocalhost' },
  { host: '192.168.0.8' },
  { host: '' },
  { host: '[::1' },
])('a call by "$host" is refused', ({ host }) => {
  expect(() => guardRequest({ host: [host] }, ['192.168.0.7'])).toThrow(
    expect.objectContaining({ status: 403, code: 'forbidden_host' }),
  );
});

test('a call by no host, or by two, is refused', () => {
  const refused = expect.objectContaining({ code: 'forbidden_host' });
  expect(() => guardRequest({}, [])).toThrow(refused);
  expect(() => guardRequest({ host: ['localhost', 'evil.example'] }, [])).toThrow(refused);
});

test.each([
  { page: 'of the console', headers: { origin: ['http://localhost:4010'] }, allowed: true },
  {
    page: 'of the console, as fetch says it',
    headers: { 'sec-fetch-site': ['same-origin'] },
    allowed: true,
  },
  { page: 'typed into the address bar', headers: { 'sec-fetch-site': ['none'] }, allowed: true },
  { page: 'of another site', headers: { origin: ['https://evil.example'] }, allowed: false },
  { page: 'of another port', headers: { origin: ['http://localhost:3000'] }, allowed: false },
  { page: 'in a sandbox', headers: { origin: ['null'] }, allowed: false },
  { page: 'that embeds it', headers: { 'sec-fetch-site': ['cross-site'] }, allowed: false },
  { page: 'of a sibling', headers: { 'sec-fetch-site': ['same-site'] }, allowed: false },
])('a request from a page $page is allowed: $allowed', ({ headers, allowed }) => {
  const guarded = () => guardRequest({ host: ['localhost:4010'], ...headers }, []);
  if (allowed) expect(guarded).not.toThrow();
  else expect(guarded).toThrow(expect.objectContaining({ status: 403, code: 'forbidden_origin' }));
});
