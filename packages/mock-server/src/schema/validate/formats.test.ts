import { expect, test } from 'vitest';
import { allFormats } from './all-formats.ts';

const good: { readonly [format: string]: readonly string[] } = {
  date: ['2024-02-29', '2000-02-29', '1999-12-31', '0001-01-01'],
  time: [
    '00:00:00Z',
    '23:59:59z',
    '12:00:00.123456+05:30',
    '23:59:60Z',
    '00:29:60+00:30',
    '15:59:60-08:00',
  ],
  'date-time': ['2024-02-29T00:00:00Z', '1990-12-31t23:59:60z', '2024-01-01T12:00:00.5-00:00'],
  duration: ['P1Y2M3DT4H5M6S', 'P2W', 'PT0S', 'P1D', 'PT36H'],
  email: [
    'a@b.co',
    'a.b+c@sub.example.com',
    '"a b"@example.com',
    "o'hara@example.ie",
    'a@[127.0.0.1]',
    'a@[IPv6:::1]',
  ],
  'idn-email': ['실례@실례.테스트'],
  hostname: ['example.com', 'a', 'xn--4gbwdl.xn--wgbh1c', '1host', `${'a'.repeat(63)}.b`],
  'idn-hostname': ['실례.테스트', 'example.com', 'bücher.de'],
  ipv4: ['0.0.0.0', '255.255.255.255', '192.168.0.1'],
  ipv6: [
    '::',
    '::1',
    '1::',
    '2001:db8::8a2e:370:7334',
    '1:2:3:4:5:6:7:8',
    '::ffff:192.168.0.1',
    '1:2:3:4:5:6:1.2.3.4',
    '1:2:3:4:5:6:7::',
  ],
  uri: [
    'https://example.com/a?b=c#d',
    'mailto:a@b.co',
    'urn:isbn:1',
    'http://[::1]:80/',
    'ftp://u:p@h/',
    'http://a/%C3%A9',
    'file:///etc/hosts',
    "http://a/b'c",
  ],
  url: ['https://example.com'],
  'uri-reference': ['', '#f', '/a/b', '../a', '?q', '//host/a', 'a:b', './a:b', 'https://a'],
  iri: ['https://exämple.com/ü'],
  'iri-reference': ['/ü', '#ü'],
  'uri-template': ['/a/{id}{?q*}', '', 'https://a/{+path}'],
  uuid: ['2eb8aa08-aa98-11ea-b4aa-73b441d16380', '2EB8AA08-AA98-11EA-B4AA-73B441D16380'],
  regex: ['^a+$', '\\p{L}', ''],
  'json-pointer': ['', '/', '/a~1b/~0', '/a/0'],
  'relative-json-pointer': ['0', '1/a', '2#', '0/a~1b'],
  byte: ['', 'YQ==', 'YWI=', 'YWJj', 'ab+/'],
  decimal: ['0', '-1.50', '12345678901234567890.1', '1e5'],
};

const bad: { readonly [format: string]: readonly string[] } = {
  date: [
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '2024-1-1',
    '2024-01-01 ',
    '২০২৪-01-01',
    '2024/01/01',
    '2024-01-00',
    '',
  ],
  time: [
    '24:00:00Z',
    '23:60:00Z',
    '12:00:00',
    '12:00:00+0530',
    '22:59:60Z',
    '23:59:60+01:00',
    '12:00:00.Z',
    '12:00:00+24:00',
    '12:00:00Zz',
    '1:00:00Z',
    '12-00:00Z',
    '',
  ],
  'date-time': [
    '2024-01-01',
    '2024-01-01 00:00:00Z',
    '2023-02-29T00:00:00Z',
    '2024-01-01T00:00:00',
    '',
  ],
  duration: ['P', 'PT', 'P1', '1D', 'P1Y2W', 'P2D1Y', 'P1H', 'PT1.5S', ''],
  email: [
    'a',
    '@b.co',
    'a@',
    'a@b',
    '.a@b.co',
    'a..b@c.co',
    'a.@b.co',
    'a b@c.co',
    'a@b_c.co',
    'a@[300.0.0.1]',
    'a@[::1]',
    `${'a'.repeat(65)}@b.co`,
    '',
  ],
  'idn-email': ['실례'],
  hostname: [
    '',
    '.',
    'a..b',
    '-a',
    'a-',
    'a_b',
    'a b',
    'é.com',
    `${'a'.repeat(64)}`,
    'a.',
    Array(130).fill('a').join('.'),
  ],
  'idn-hostname': ['', 'a..b', '-실례', '실례-', 'ab--cd', '\u0300a', 'a b'],
  ipv4: [
    '256.0.0.1',
    '1.2.3',
    '1.2.3.4.5',
    '01.2.3.4',
    '1.2.3.',
    '1.2.3.4 ',
    '٣.2.3.4',
    '1.2.3.a',
    '',
  ],
  ipv6: [
    '',
    ':',
    ':::',
    '1::2::3',
    '12345::',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    '::1.2.3',
    '1.2.3.4::',
    ':1',
    '1:',
    'g::',
    '::1%eth0',
    '1:2:3:4:5:6:7:1.2.3.4',
  ],
  uri: [
    '',
    '/a',
    'a b:c',
    'http://a b',
    'http://a/ü',
    'http://a/%zz',
    '1a:b',
    'http://a[b',
    'http://[::1',
    'http://[x]/',
    'http://a:b/',
    'http://a#b#c',
    'http://a/<b>',
    ':a',
    'http://a/\\b',
  ],
  url: ['example.com'],
  'uri-reference': ['a b', ':a', '\\a', '#a#b', '1:a', 'ü'],
  iri: ['/ü', 'https://a b'],
  'iri-reference': ['a b'],
  'uri-template': ['{', '}', '/{a', '/{}', '/a b'],
  uuid: [
    '2eb8aa08-aa98-11ea-b4aa-73b441d1638',
    '2eb8aa08aa9811eab4aa73b441d16380',
    '{2eb8aa08-aa98-11ea-b4aa-73b441d16380}',
    'g'.repeat(36),
    '',
  ],
  regex: ['(', '\\Z', 'a{2,1}'],
  'json-pointer': ['a', '#/a', '/~', '/~2'],
  'relative-json-pointer': ['', '-1', '01', '1a', '0##', '/a'],
  byte: ['a', 'YQ=', 'Y===', 'YW J', '=YQ=', 'ab-_'],
  decimal: ['', 'a', '1.', '.5', '1,5', '0x1'],
};

const rows = (cases: typeof good): [string, string][] =>
  Object.entries(cases).flatMap(([format, texts]) =>
    texts.map((text): [string, string] => [format, text]),
  );

test.each(rows(good))('%s takes %j', (format, text) => {
  expect(allFormats.texts[format]?.(text)).toBe(true);
});

test.each(rows(bad))('%s refuses %j', (format, text) => {
  expect(allFormats.texts[format]?.(text)).toBe(false);
});

test.each([
  ['int32', 2 ** 31 - 1, true],
  ['int32', 2 ** 31, false],
  ['int32', -(2 ** 31), true],
  ['int32', 1.5, false],
  ['int64', 2 ** 62, true],
  ['int64', 2 ** 65, false],
  ['int64', 0.5, false],
])('%s of %d is %s', (format, value, want) => {
  expect(allFormats.numbers[format]?.(value)).toBe(want);
});

const long = 100_000;

// Texts on which a careless expression takes seconds.
test.each([
  ['email', `${'a'.repeat(long)}@`],
  ['email', `a@${'a.'.repeat(long)}`],
  ['hostname', 'a-'.repeat(long)],
  ['idn-hostname', 'ü.'.repeat(long)],
  ['ipv6', ':'.repeat(long)],
  ['uri', `a:${'%'.repeat(long)}`],
  ['uri', `http://${'@'.repeat(long)}[`],
  ['uri-template', '{'.repeat(long)],
  ['json-pointer', `${'/'.repeat(long)}~`],
  ['duration', `P${'1'.repeat(long)}`],
  ['byte', `${'a'.repeat(long)}===`],
  ['date-time', `2024-01-01T00:00:00.${'1'.repeat(long)}`],
])('%s refuses a long text at once: %#', (format, text) => {
  expect(allFormats.texts[format]?.(text)).toBe(false);
});
