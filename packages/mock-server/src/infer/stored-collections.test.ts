import { expect, test } from 'vitest';
import { productCollections, productModel } from '../generated/product-model.ts';
import { anyReading } from '../model/any-reading.ts';
import { readRules } from '../model/read-rules.ts';
import { recallCollections, storeCollections } from './stored-collections.ts';

test('what comes with the package is what would be inferred, but for the reasons', () => {
  const { collections } = readRules(productModel, anyReading);
  expect(collections.roles.size).toBeGreaterThan(10);
  expect(storeCollections(collections)).toEqual(productCollections);
  const stored = recallCollections(productCollections);
  expect([...stored.roles.keys()]).toEqual([...collections.roles.keys()]);
  for (const role of stored.roles.values()) {
    expect(role.collection).toBe(stored.byName.get(role.collection.name));
  }
});
