import { expect, test } from 'vitest';
import { rowNoun } from './fold-name.ts';

test.each([
  ['full-repository', 'repository', 'repository'],
  ['organization-full', 'org', 'organization'],
  ['WebhookEndpoint', 'webhookendpoint', 'webhook endpoint'],
  ['actions-public-key', 'publickey', 'actions public key'],
  ['Response', 'answer', 'response'],
  ['Cust', 'customer', 'customer'],
  ['Customer', 'cust', 'customer'],
  [undefined, 'task', 'task'],
])('a row of %s at %s is a %s', (component, word, want) => {
  expect(rowNoun(component, word)).toBe(want);
});
