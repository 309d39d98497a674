import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseContent } from './accept.ts';

const offer = (...types: string[]) => types.map((mediaType) => ({ mediaType }));
const both = ['application/json', 'application/xml'];

test.each([
  [undefined, both, 'application/json'],
  ['*/*', both, 'application/json'],
  ['', both, 'application/json'],
  ['not a type', both, 'application/json'],
  [undefined, ['text/csv', 'application/json'], 'application/json'],
  [undefined, ['text/csv', 'application/pdf'], 'text/csv'],
  ['application/xml', both, 'application/xml'],
  ['APPLICATION/XML', both, 'application/xml'],
  ['application/xml;q=0.5, application/json;q=0.4', both, 'application/xml'],
  ['application/xml;q=0.5, */*;q=0.1', both, 'application/xml'],
  ['application/*, application/json;q=0', both, 'application/xml'],
  ['*/*;q=0', both, undefined],
  ['text/html', both, undefined],
  ['text/html, application/xhtml+xml;q=0.9, */*;q=0.8', both, 'application/xml'],
  ['text/html, */*;q=0.8', both, 'application/json'],
  ['application/json;q=2', both, 'application/json'],
  ['application/vnd.github.v3+json', ['application/json'], 'application/json'],
  ['application/json', ['application/vnd.api+json'], 'application/vnd.api+json'],
  ['application/json', ['application/problem+json', 'application/json'], 'application/json'],
  ['text/xml', ['application/xml'], 'application/xml'],
  ['application/json', ['application/json; charset=utf-8'], 'application/json; charset=utf-8'],
  ['application/json; charset=utf-8', ['application/json'], 'application/json'],
  [
    'application/json; version=2',
    ['application/json; version=1', 'application/json; version=2'],
    'application/json; version=2',
  ],
  ['image/webp', ['image/*'], 'image/webp'],
  ['image/*', ['image/*'], 'image/png'],
  [undefined, ['*/*'], 'application/json'],
  ['text/plain', ['*/*'], 'text/plain'],
  [undefined, ['text/*'], 'text/plain'],
  [undefined, ['font/*'], 'application/octet-stream'],
  ['application/json', [], undefined],
])('%s of %j is %s', (accept, offered, want) => {
  expect(chooseContent(accept, offer(...offered))?.mediaType).toBe(want);
});

const type = fc.constantFrom('application/json', 'application/xml', 'text/csv', 'image/png');
const range = fc.oneof(type, fc.constantFrom('*/*', 'application/*', 'text/*', 'image/*'));
const ranges = fc.uniqueArray(fc.tuple(range, fc.integer({ min: 0, max: 10 })), {
  minLength: 1,
  maxLength: 6,
  selector: ([name]) => name,
});
const written = (list: readonly (readonly [string, number])[]) =>
  list.map(([name, tenths]) => `${name};q=${tenths === 10 ? '1' : `0.${tenths}`}`).join(', ');

/** RFC 9110 §12.5.1 in the plainest words: the most specific range that matches gives the quality. */
function qualityOf(list: readonly (readonly [string, number])[], name: string): number {
  const [family = ''] = name.split('/');
  const near = [name, `${family}/*`, '*/*'].find((wanted) =>
    list.some(([each]) => each === wanted),
  );
  return list.find(([each]) => each === near)?.[1] ?? 0;
}

test('what is chosen has the highest quality, and nothing is chosen only if nothing has any', () => {
  fc.assert(
    fc.property(ranges, fc.uniqueArray(type, { minLength: 1 }), (list, offered) => {
      const chosen = chooseContent(written(list), offer(...offered))?.mediaType;
      const best = Math.max(...offered.map((each) => qualityOf(list, each)));
      expect(chosen === undefined ? 0 : qualityOf(list, chosen)).toBe(best);
    }),
  );
});

test('the order of an Accept header does not matter', () => {
  fc.assert(
    fc.property(ranges, fc.uniqueArray(type, { minLength: 1 }), (list, offered) => {
      const chosen = chooseContent(written(list), offer(...offered));
      expect(chooseContent(written([...list].reverse()), offer(...offered))).toEqual(chosen);
    }),
  );
});

test('no header makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (header) => {
      const chosen = chooseContent(header, offer(...both))?.mediaType;
      expect([undefined, ...both]).toContain(chosen);
    }),
  );
});
