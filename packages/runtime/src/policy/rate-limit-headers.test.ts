import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RateLimitReader, readRateLimit } from './rate-limit-headers.ts';

const now = Date.UTC(2026, 0, 1);
const nowSeconds = now / 1000;

test.each([
  [
    'spaces around the members of a dictionary',
    { ratelimit: 'limit = 100, remaining=50, reset = 5' },
    [{ policy: 'default', limit: 100, remaining: 50, resetAfterMs: 5000 }],
  ],
  ['a dictionary whose remaining is no number', { ratelimit: 'limit=100, remaining=many' }, []],
  [
    'a limit with spaces before its policies',
    { 'ratelimit-limit': '100 , 100;w=10', 'ratelimit-remaining': '50' },
    [{ policy: 'ratelimit', limit: 100, remaining: 50 }],
  ],
  [
    'a limit that is no number',
    { 'ratelimit-limit': 'much', 'ratelimit-remaining': '50' },
    [{ policy: 'ratelimit', remaining: 50 }],
  ],
  [
    'a window without a policy header',
    { ratelimit: '"a";r=1;t=2' },
    [{ policy: 'a', remaining: 1, resetAfterMs: 2000 }],
  ],
  [
    'a clock that is ahead of Date by less than its second',
    {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': `${nowSeconds + 9}`,
      date: 'Wed, 31 Dec 2025 23:59:59 GMT',
    },
    [{ policy: 'x-ratelimit', remaining: 0, resetAfterMs: 10_000 }],
  ],
  [
    'a clock that is behind Date',
    {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': `${nowSeconds + 9}`,
      date: 'Thu, 01 Jan 2026 00:00:01 GMT',
    },
    [{ policy: 'x-ratelimit', remaining: 0, resetAfterMs: 8000 }],
  ],
  [
    'X-RateLimit with epoch seconds',
    {
      'x-ratelimit-limit': '1000',
      'x-ratelimit-remaining': '12',
      'x-ratelimit-reset': `${nowSeconds + 9}`,
    },
    [{ policy: 'x-ratelimit', limit: 1000, remaining: 12, resetAfterMs: 9000 }],
  ],
  [
    'a clock that is an hour off',
    {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': `${nowSeconds + 3609}`,
      date: 'Thu, 01 Jan 2026 01:00:00 GMT',
    },
    [{ policy: 'x-ratelimit', remaining: 0, resetAfterMs: 9000 }],
  ],
  [
    'requests and tokens with durations of Go',
    {
      'x-ratelimit-limit-requests': '60',
      'x-ratelimit-remaining-requests': '59',
      'x-ratelimit-reset-requests': '1s',
      'x-ratelimit-limit-tokens': '150000',
      'x-ratelimit-remaining-tokens': '149984',
      'x-ratelimit-reset-tokens': '6m0s',
    },
    [
      { policy: 'x-ratelimit-requests', limit: 60, remaining: 59, resetAfterMs: 1000 },
      {
        policy: 'x-ratelimit-tokens',
        limit: 150_000,
        remaining: 149_984,
        resetAfterMs: 360_000,
        inUnits: true,
      },
    ],
  ],
  [
    'drafts 00 to 06',
    {
      'ratelimit-limit': '100, 100;w=10',
      'ratelimit-remaining': '50',
      'ratelimit-reset': '5',
      'ratelimit-policy': '100;w=10',
    },
    [{ policy: 'ratelimit', limit: 100, remaining: 50, resetAfterMs: 5000 }],
  ],
  [
    'draft 07',
    { ratelimit: 'limit=100, remaining=50, reset=5' },
    [{ policy: 'default', limit: 100, remaining: 50, resetAfterMs: 5000 }],
  ],
  [
    'drafts 08 and later, two windows',
    {
      ratelimit: '"minute";r=3;t=30, "hour";r=900;t=1800',
      'ratelimit-policy': '"hour";q=1000;w=3600,"minute";q=100;w=60',
    },
    [
      { policy: 'minute', limit: 100, remaining: 3, resetAfterMs: 30_000, windowMs: 60_000 },
      { policy: 'hour', limit: 1000, remaining: 900, resetAfterMs: 1_800_000, windowMs: 3_600_000 },
    ],
  ],
  [
    'a limit that claims more than its quota',
    { ratelimit: '"a";r=50;t=1', 'ratelimit-policy': '"a";q=10;w=1' },
    [{ policy: 'a', limit: 10, remaining: 10, resetAfterMs: 1000, windowMs: 1000 }],
  ],
  [
    'partitions of one policy',
    { ratelimit: '"a";r=1;t=1;pk=:eA==:, "a";r=2;t=1;pk=:eQ==:' },
    [
      { policy: 'a:eA==:', remaining: 1, resetAfterMs: 1000 },
      { policy: 'a:eQ==:', remaining: 2, resetAfterMs: 1000 },
    ],
  ],
  [
    'calls under way at once',
    { ratelimit: '"c";r=0', 'ratelimit-policy': '"c";q=10;qu="concurrent-requests"' },
    [],
  ],
  [
    'a quoted name with commas',
    { ratelimit: '"a,b;c";r=1;t=2' },
    [{ policy: 'a,b;c', remaining: 1, resetAfterMs: 2000 }],
  ],
  ['a member without r', { ratelimit: 'quota;t=1' }, []],
  ['a negative r', { ratelimit: '"a";r=-1;t=1' }, []],
  ['an r that only begins as a number', { ratelimit: '"a";r=1x;t=1' }, []],
  ['an absurd t', { ratelimit: '"a";r=0;t=1000000000' }, [{ policy: 'a', remaining: 0 }]],
  ['no field', {}, []],
])('%s is understood', (_, headers, want) => {
  expect(readRateLimit(new Headers(headers), now)).toEqual(want);
});

test('the own clock is used where the whole seconds of Date agree with it', () => {
  const headers = new Headers({
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': `${nowSeconds + 2}`,
    date: 'Thu, 01 Jan 2026 00:00:00 GMT',
  });
  expect(readRateLimit(headers, now + 900)[0]?.resetAfterMs).toBe(1100);
});

test('no header makes a number negative, infinite or no number', () => {
  const text = fc.stringMatching(/^[\w";=, .:?*-]{0,60}$/);
  fc.assert(
    fc.property(text, text, text, (limit, reset, policy) => {
      const headers = new Headers({
        ratelimit: `${limit};r=1;t=${reset}`,
        'ratelimit-policy': policy,
        'x-ratelimit-limit': limit,
        'x-ratelimit-remaining': '3',
        'x-ratelimit-reset': reset,
      });
      for (const report of readRateLimit(headers, now)) {
        const { policy: _, inUnits: _units, ...numbers } = report;
        expect(Object.values(numbers).every((value) => value >= 0 && value < 1e16)).toBe(true);
      }
    }),
  );
});

test.each([
  { title: 'say the same are left out', remaining: 3, limit: 10, policies: ['a'] },
  {
    title: 'tell another remainder count',
    remaining: 4,
    limit: 10,
    policies: ['a', 'x-ratelimit'],
  },
  { title: 'tell another limit count', remaining: 3, limit: 20, policies: ['a', 'x-ratelimit'] },
])('fields of a family beside the standard ones that $title', ({ remaining, limit, policies }) => {
  const headers = new Headers({
    ratelimit: '"a";r=3;t=60',
    'ratelimit-policy': '"a";q=10;w=60',
    'x-ratelimit-limit': `${limit}`,
    'x-ratelimit-remaining': `${remaining}`,
    'x-ratelimit-reset': '60',
  });
  expect(readRateLimit(headers, now).map(({ policy }) => policy)).toEqual(policies);
});

test.each([
  { unit: 'content-bytes', want: [{ inUnits: true }] },
  { unit: 'requests', want: [{ inUnits: undefined }] },
  { unit: 'concurrent-requests', want: [] },
])('a limit of $unit counts units, calls, or nothing that a window has', ({ unit, want }) => {
  const headers = new Headers({
    ratelimit: '"a";r=3;t=60',
    'ratelimit-policy': `"a";q=10;w=60;qu="${unit}"`,
  });
  expect(readRateLimit(headers, now).map(({ inUnits }) => ({ inUnits }))).toEqual(want);
});

test('policies are read anew when their text changes, and whatever came between', () => {
  const read = (policy: string) =>
    readRateLimit(new Headers({ ratelimit: '"a";r=1', 'ratelimit-policy': policy }), now);
  const [ten, twenty] = ['"a";q=10', '"a";q=20'];
  expect([ten, ten, twenty, '', ten].map((policy) => read(policy)[0]?.limit)).toEqual([
    ...[10, 10, 20, undefined, 10],
  ]);
});

test('one window in its plainest form says what it says with spaces between its parts', () => {
  const parts = fc.record({
    name: fc.constantFrom('a', 'an hour', 'remaining', 'b'),
    r: fc.constantFrom('0', '7', '50', '123456789012345', '1234567890123456', 'x', ''),
    t: fc.constantFrom('0', '60', '2764800', '999999', '1000000', '9999999', '-1'),
    policy: fc.constantFrom('"a";q=10;w=60', '"a";q=10', '"an hour";q=9;w=3600;qu="bytes"', ''),
  });
  const property = fc.property(parts, ({ name, r, t, policy }) => {
    const read = (ratelimit: string) =>
      readRateLimit(new Headers({ ratelimit, 'ratelimit-policy': policy }), now);
    expect(read(`"${name}";r=${r};t=${t}`)).toStrictEqual(read(`"${name}" ;r=${r} ;t=${t} `));
  });
  fc.assert(property, { seed: 3 });
});

const standard = { ratelimit: '"a";r=3;t=60' };
const other = { 'x-ratelimit-remaining': '7' };

/** What a reader finds in the last of these answers. */
function readLast(
  ...answers: readonly (readonly [fields: Record<string, string>, status: number])[]
) {
  const reader = new RateLimitReader();
  const read = answers.map(([headers, status]) =>
    reader.read(new Response(null, { headers, status }), now),
  );
  return read.at(-1)?.map(({ policy }) => policy);
}

const first = [standard, 200] as const;
const both = [{ ...standard, ...other }, 200] as const;

test.each([
  ['the first answer', [both], ['a', 'x-ratelimit']],
  ['another answer like the first', [both, both], ['a', 'x-ratelimit']],
  ['an answer that refuses', [first, [{ ...standard, ...other }, 429]], ['a', 'x-ratelimit']],
  ['an answer after one that refuses', [both, [standard, 429], both], ['a', 'x-ratelimit']],
  ['an answer with other fields alone', [first, [other, 200]], ['x-ratelimit']],
  ['an answer with the standard field after others', [[other, 200], first], ['a']],
  ['an answer without fields', [first, [{}, 200]], []],
  ['an answer with more fields than before: not yet', [first, both], ['a']],
  [
    'the sixteenth after it',
    [...Array.from({ length: 16 }, () => first), both],
    ['a', 'x-ratelimit'],
  ],
] as const)('of %s the reader of a server finds what it holds', (_, answers, want) => {
  expect(readLast(...answers)).toEqual(want);
});
