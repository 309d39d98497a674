import type { JsonObject, JsonValue } from '@product/spec-model';
import { expect, test } from 'vitest';
import { applyJsonPatch, isJsonPatch } from './json-patch.ts';

type Case = readonly [value: JsonValue, patch: readonly JsonObject[], want: JsonValue];

// RFC 6902, Appendix A, and cases of the json-patch-tests collection.
test.each<Case>([
  [{ foo: 'bar' }, [{ op: 'add', path: '/baz', value: 'qux' }], { baz: 'qux', foo: 'bar' }],
  [
    { foo: ['bar', 'baz'] },
    [{ op: 'add', path: '/foo/1', value: 'qux' }],
    { foo: ['bar', 'qux', 'baz'] },
  ],
  [{ baz: 'qux', foo: 'bar' }, [{ op: 'remove', path: '/baz' }], { foo: 'bar' }],
  [{ foo: ['bar', 'qux', 'baz'] }, [{ op: 'remove', path: '/foo/1' }], { foo: ['bar', 'baz'] }],
  [
    { baz: 'qux', foo: 'bar' },
    [{ op: 'replace', path: '/baz', value: 'boo' }],
    { baz: 'boo', foo: 'bar' },
  ],
  [
    { foo: { bar: 'baz', waldo: 'fred' }, qux: { corge: 'grault' } },
    [{ op: 'move', from: '/foo/waldo', path: '/qux/thud' }],
    { foo: { bar: 'baz' }, qux: { corge: 'grault', thud: 'fred' } },
  ],
  [
    { foo: ['all', 'grass', 'cows', 'eat'] },
    [{ op: 'move', from: '/foo/1', path: '/foo/3' }],
    { foo: ['all', 'cows', 'eat', 'grass'] },
  ],
  [
    { baz: 'qux', foo: ['a', 2, 'c'] },
    [
      { op: 'test', path: '/baz', value: 'qux' },
      { op: 'test', path: '/foo/1', value: 2 },
    ],
    { baz: 'qux', foo: ['a', 2, 'c'] },
  ],
  [
    { foo: 'bar' },
    [{ op: 'add', path: '/child', value: { grandchild: {} } }],
    { foo: 'bar', child: { grandchild: {} } },
  ],
  [
    { foo: 'bar' },
    [{ op: 'add', path: '/baz', value: 'qux', xyz: 123 }],
    { foo: 'bar', baz: 'qux' },
  ],
  [{ '/': 9, '~1': 10 }, [{ op: 'test', path: '/~01', value: 10 }], { '/': 9, '~1': 10 }],
  [
    { foo: ['bar'] },
    [{ op: 'add', path: '/foo/-', value: ['abc', 'def'] }],
    { foo: ['bar', ['abc', 'def']] },
  ],
  [{ foo: null }, [{ op: 'test', path: '/foo', value: null }], { foo: null }],
  [{ foo: 'bar' }, [{ op: 'replace', path: '', value: { baz: 'qux' } }], { baz: 'qux' }],
  [{ '': 1 }, [{ op: 'remove', path: '/' }], {}],
  [
    { baz: [{ qux: 'hello' }], bar: 1 },
    [{ op: 'copy', from: '/baz/0', path: '/boo' }],
    { baz: [{ qux: 'hello' }], bar: 1, boo: { qux: 'hello' } },
  ],
  [{ a: { b: 1 } }, [{ op: 'test', path: '/a', value: { b: 1 } }], { a: { b: 1 } }],
  [{ foo: 1 }, [{ op: 'move', from: '/foo', path: '/foo' }], { foo: 1 }],
])('%j patched with %j is %j', (value, patch, want) => {
  const before = JSON.stringify(value);
  expect(applyJsonPatch(value, patch)).toEqual({ value: want });
  expect(JSON.stringify(value)).toBe(before);
});

test.each([
  [{ baz: 'qux' }, [{ op: 'test', path: '/baz', value: 'bar' }], 'test'],
  [{ foo: 'bar' }, [{ op: 'add', path: '/baz/bat', value: 'qux' }], 'pointer'],
  [{ '/': 9, '~1': 10 }, [{ op: 'test', path: '/~01', value: '10' }], 'test'],
  [{ bar: [1, 2] }, [{ op: 'add', path: '/bar/8', value: '5' }], 'pointer'],
  [{ bar: [1, 2] }, [{ op: 'add', path: '/bar/-1', value: '5' }], 'pointer'],
  [{ bar: [1, 2] }, [{ op: 'remove', path: '/bar/1e0' }], 'pointer'],
  [{ bar: [1, 2] }, [{ op: 'replace', path: '/bar/-', value: 1 }], 'pointer'],
  [{ foo: 1 }, [{ op: 'remove', path: '/baz' }], 'pointer'],
  [{ foo: 1 }, [{ op: 'replace', path: '/toString', value: 1 }], 'pointer'],
  [{ a: { b: 1 } }, [{ op: 'move', from: '/a', path: '/a/b' }], 'pointer'],
  [{ foo: 1 }, [{ op: 'spam', path: '/foo', value: 1 }], 'operation'],
  [{ foo: 1 }, [{ op: 'add', path: '/foo' }], 'operation'],
  [{ foo: 1 }, [{ op: 'add', value: 1 }], 'operation'],
  [{ foo: 1 }, [{ op: 'add', path: 'foo', value: 1 }], 'operation'],
  [{ foo: 1 }, [{ op: 'copy', path: '/bar' }], 'operation'],
])('%j refuses the patch %j', (value, patch, code) => {
  expect(applyJsonPatch(value, patch)).toEqual({
    fault: expect.objectContaining({ code, index: 0 }),
  });
});

test('a patch that fails late changes nothing', () => {
  const value = { foo: ['a'] };
  const patch = [
    { op: 'add', path: '/foo/-', value: 'b' },
    { op: 'test', path: '/foo/0', value: 'z' },
  ];
  expect(applyJsonPatch(value, patch)).toMatchObject({ fault: { index: 1, code: 'test' } });
  expect(value).toEqual({ foo: ['a'] });
});

test('a member called __proto__ is only a member', () => {
  const patched = applyJsonPatch({}, [{ op: 'add', path: '/__proto__', value: { x: 1 } }]);
  expect(JSON.stringify(patched)).toBe('{"value":{"__proto__":{"x":1}}}');
});

test.each([
  [[{ op: 'add', path: '/a', value: 1 }], true],
  [[], true],
  [[{ path: '/a' }], false],
  [{ op: 'add' }, false],
  [undefined, false],
])('whether %j can be a patch is %j', (body, want) => {
  expect(isJsonPatch(body)).toBe(want);
});
