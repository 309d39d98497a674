import { expect, it } from 'vitest';
import { type ObjectDraft, setMember } from './set-member.ts';

it.each(['name', '__proto__', 'constructor'])(
  'a member called %s is a member like any other',
  (name) => {
    const object: ObjectDraft = {};
    setMember(object, name, { isAdmin: true });
    expect(JSON.parse(JSON.stringify(object))).toEqual(JSON.parse(`{"${name}":{"isAdmin":true}}`));
    expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
  },
);

it('a value that is not there makes no member', () => {
  const object: ObjectDraft = { name: 'Ada' };
  setMember(object, 'name', undefined);
  setMember(object, 'age', undefined);
  expect(object).toEqual({ name: 'Ada' });
});
