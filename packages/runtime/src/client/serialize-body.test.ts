import { expect, test } from 'vitest';
import { contentTypeOf, serializeBody } from './serialize-body.ts';

const form = 'application/x-www-form-urlencoded';

test.each([
  [{ a: 1 }, 'application/json', '{"a":1}'],
  [{ a: 1 }, undefined, '{"a":1}'],
  ['text', 'application/json', '"text"'],
  ['{}', 'application/merge-patch+json', '"{}"'],
  ['text', 'text/plain', 'text'],
  [{ a: 'b c', d: undefined, e: null, f: [1, 2], g: true }, form, 'a=b+c&f=1&f=2&g=true'],
])('%j of type %s is sent as %s', (body, type, want) => {
  expect(serializeBody(body, type)).toBe(want);
});

test('what the platform can send is left as it is', () => {
  const parts = [new FormData(), new Blob(['a']), new Uint8Array(2), new URLSearchParams('a=1')];
  expect(parts.map((part) => serializeBody(part))).toEqual(parts);
});

test('the type of a form with files is left to the platform, which knows its boundary', () => {
  expect(contentTypeOf(new FormData(), 'multipart/form-data')).toBeUndefined();
  expect(contentTypeOf({}, form)).toEqual({ 'content-type': form });
  expect(contentTypeOf(undefined, form)).toBeUndefined();
  expect(contentTypeOf(new Blob(['a'], { type: 'image/png' }), 'image/*')).toBeUndefined();
});
