import type { JsonObject, SecurityScheme } from '@product/spec-model';
import { expect, test } from 'vitest';
import { findErrorPlaces } from './find-error-places.ts';
import { findKeyForm } from './find-key-form.ts';

function schemeWith(policy: JsonObject | undefined): SecurityScheme {
  return { type: 'http', extensions: policy === undefined ? {} : { 'x-api-key-policy': policy } };
}

const modes = { live: { prefix: 'sk_live_' }, test: { prefix: 'sk_t.st_' } };
const base62 = { alphabet: 'base62', length: 32, checksum: 'crc32', mock_marker: 'mock_' };

test.each<[string, JsonObject | undefined, string | undefined]>([
  ['no policy', undefined, undefined],
  ['no checksum', { modes, secret: { alphabet: 'base62', length: 32 } }, undefined],
  [
    'a GUID',
    { secret: { format: 'guid' } },
    '{ form: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i }',
  ],
  [
    'prefixes',
    { modes, secret: base62 },
    "{ form: /^(?:sk_live_|sk_t\\.st_)(?:mock_)?[0-9A-Za-z]{32}$/, only: /^(?:sk_live_|sk_t\\.st_)/, checksum: 'crc32' }",
  ],
  [
    'no prefixes',
    { secret: { ...base62, format: 'opaque' } },
    "{ form: /^(?:mock_)?[0-9A-Za-z]{32}$/, checksum: 'crc32' }",
  ],
  [
    'hexadecimal digits',
    { secret: { ...base62, format: 'pair', alphabet: 'hex', length: 40 } },
    "{ form: /^(?:mock_)?[0-9a-f]{40}$/, checksum: 'crc32' }",
  ],
])('keys with %s are checked as the policy allows', (...[, policy, want]) => {
  expect(findKeyForm(schemeWith(policy))).toBe(want);
});

test.each<[string, JsonObject | undefined, JsonObject | undefined]>([
  ['no format', undefined, undefined],
  ['a word', { body: { result: 'error', error: '{code}' } }, { code: '/error' }],
  [
    'places within objects',
    { body: { 'a/b': { word: '{code}' }, text: '{detail}' } },
    { code: '/a~1b/word', message: '/text' },
  ],
  ['neither', { body: { status: '{status}' } }, undefined],
])('the places of %s are found', (...[, format, want]) => {
  expect(findErrorPlaces(format)).toEqual(want);
});
