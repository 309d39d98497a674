import { expect, test } from 'vitest';
import { productCollections, productModel } from '../generated/product-model.ts';
import { anyReading } from '../model/any-reading.ts';
import { readRules } from '../model/read-rules.ts';
import { recallCollections } from './stored-collections.ts';

test('what comes with the package is what would be inferred, but for the reasons', () => {
  const { collections } = readRules(productModel, anyReading);
  const stored = recallCollections(productCollections);
  expect(stored.byName).toEqual(collections.byName);
  expect(collections.roles.size).toBeGreaterThan(10);
  expect([...stored.roles.keys()]).toEqual([...collections.roles.keys()]);
  for (const [operation, role] of stored.roles) {
    expect({ ...collections.roles.get(operation), because: [] }).toEqual(role);
    expect(role.collection).toBe(stored.byName.get(role.collection.name));
  }
});
