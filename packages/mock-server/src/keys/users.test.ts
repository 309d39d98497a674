import { expect, test } from 'vitest';
import { productModel } from '../generated/product-model.ts';
import { readGrants } from '../model/key-grants.ts';
import { type KeyPolicy, readKeyPolicy } from '../model/key-policy.ts';
import { readUsersPolicy } from '../model/key-users.ts';
import { atLeast, readUser } from './users.ts';

const product = readKeyPolicy(productModel);
const roles = ['member', 'manager', 'admin'];
const ordered: KeyPolicy = { ...product, users: readUsersPolicy({ roles }, {}) };
const levels: KeyPolicy = {
  ...product,
  grants: readGrants({ kind: 'level', roles: { user: 4, admin: 8 } }, []),
};

test.each([
  ['the role itself', ordered, 'manager', true],
  ['a stronger one', ordered, 'admin', true],
  ['a weaker one', ordered, 'member', false],
  ['an unknown one', ordered, 'guest', false],
  ['none', ordered, undefined, false],
])('%s is held against a wanted manager', (...row) => {
  const [, policy, role, fits] = row;
  expect(atLeast(policy, role, 'manager')).toBe(fits);
});

test('levels order roles too', () => {
  expect(atLeast(levels, 'admin', 'user')).toBe(true);
  expect(atLeast(levels, 'user', 'admin')).toBe(false);
});

test('roles are those of the schema, in its order, where the policy names none', () => {
  const { roles: read } = readUsersPolicy({ schema: 'User' }, productModel.schemas);
  expect(read).toEqual(['member', 'manager', 'admin']);
});

test('a row says what keys depend on', () => {
  const users = { company: '/at/company', blocked: ['locked'], rights: '/rights' };
  const policy = { ...product, users: readUsersPolicy(users, {}) };
  const row = { id: 'u', role: 'x', at: { company: 'c' }, status: 'locked', rights: ['a'] };
  expect(readUser(policy, row)).toMatchObject({
    ...{ id: 'u', role: 'x', companyId: 'c', blocked: true, consents: true, rights: ['a'] },
  });
  expect(readUser(policy, { id: 'u', consent: 0 }).consents).toBe(false);
});
